/** Characters of a line before a value is broken over several. */
const LINE = 92;

/** JSON for reading: two spaces, and whatever fits into a line stands on one. */
export function readableJson(value: unknown, indent = ''): string {
  const compact = inLine(value);
  if (typeof value !== 'object' || value === null || indent.length + compact.length <= LINE) return compact;
  const deeper = `${indent}  `;
  if (Array.isArray(value)) {
    return `[\n${value.map((item: unknown) => deeper + readableJson(item, deeper)).join(',\n')}\n${indent}]`;
  }
  const members = Object.entries(value).map(
    ([name, member]) => `${deeper}${JSON.stringify(name)}: ${readableJson(member, deeper)}`,
  );
  return `{\n${members.join(',\n')}\n${indent}}`;
}

function inLine(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(inLine).join(', ')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const members = Object.entries(value).map(([name, member]) => `${JSON.stringify(name)}: ${inLine(member)}`);
  return members.length === 0 ? '{}' : `{ ${members.join(', ')} }`;
}
