/**
 * A version of a configuration, of the platform or of an extension (`formats.md`, section 1): one to four numeric
 * parts as 1C writes them, or three parts with a pre-release tag as Semantic Versioning 2.0.0 has it.
 */
export interface Version {
  /** One to four non-negative safe integers, as many as were typed; a missing part counts as 0. */
  readonly parts: readonly number[];
  /** Identifiers of the pre-release tag; empty for a version proper. Only three-part versions have one. */
  readonly prerelease: readonly (string | number)[];
  /** Canonical spelling: no leading zeros, no `v`, as many parts as were typed. */
  readonly text: string;
  /** What was typed, where that is not the canonical spelling (`25.04` for `25.4`). Compares with nothing. */
  readonly raw?: string;
}

/** Longest text that can be a version; the limit of node-semver. */
export const MAX_VERSION_LENGTH = 256;

const SEMANTIC = /^v?((?:0|[1-9]\d*)\.(?:0|[1-9]\d*)\.(?:0|[1-9]\d*))(?:-([\dA-Za-z.-]+))?$/;
const NUMERIC = /^\d+(?:\.\d+(?:\.\d+\.\d+)?)?$/;

/**
 * Reads a version, or gives `undefined`. A three-part text gets node-semver's answer: no leading zeros, an optional
 * `v`, an optional pre-release tag. One, two and four parts are 1C's own: `25.04` is the version `25.4`.
 *
 * Two things that node-semver lets pass are refused, because a version has one spelling: spaces around it, and build
 * metadata (`1.2.3+5`), which orders nothing and would make two releases of one version.
 */
export function parseVersion(text: string): Version | undefined {
  if (text.length > MAX_VERSION_LENGTH) return undefined;
  const [, main, tag] = SEMANTIC.exec(text) ?? [];
  const numbers = main ?? (NUMERIC.test(text) ? text : undefined);
  if (numbers === undefined) return undefined;
  const prerelease = tag === undefined ? [] : parsePrerelease(tag);
  const version = prerelease && makeVersion(numbers.split('.').map(Number), prerelease);
  return version === undefined || version.text === text ? version : { ...version, raw: text };
}

/** The version with these parts and tag; `undefined` when a part is not a safe integer. */
export function makeVersion(
  parts: readonly number[],
  prerelease: Version['prerelease'] = [],
): Version | undefined {
  if (!parts.every(Number.isSafeInteger)) return undefined;
  const tag = prerelease.length === 0 ? '' : `-${prerelease.join('.')}`;
  return { parts, prerelease, text: parts.join('.') + tag };
}

/** Identifiers of a pre-release tag (`beta.1`), or `undefined` where Semantic Versioning 2.0.0, item 9 refuses it. */
export function parsePrerelease(tag: string): Version['prerelease'] | undefined {
  const identifiers = tag.split('.');
  if (!identifiers.every((identifier) => /^(?:0|[1-9]\d*|\d*[A-Za-z-][\dA-Za-z-]*)$/.test(identifier)))
    return undefined;
  return identifiers.map((identifier) => {
    const isSafeNumber = /^\d+$/.test(identifier) && Number(identifier) < Number.MAX_SAFE_INTEGER;
    return isSafeNumber ? Number(identifier) : identifier;
  });
}

/**
 * Order of versions: parts as numbers (`1.10` is newer than `1.9`, `1.2` equals `1.2.0.0`), then a pre-release before
 * its version, then identifiers as Semantic Versioning 2.0.0, item 11 orders them.
 */
export function compareVersions(a: Version, b: Version): -1 | 0 | 1 {
  for (let index = 0; index < 4; index++) {
    const order = compare(a.parts[index] ?? 0, b.parts[index] ?? 0);
    if (order !== 0) return order;
  }
  return comparePrereleases(a.prerelease, b.prerelease);
}

function comparePrereleases(a: Version['prerelease'], b: Version['prerelease']): -1 | 0 | 1 {
  if (a.length === 0 || b.length === 0) return compare(b.length, a.length);
  for (const [index, identifier] of a.entries()) {
    const other = b[index];
    if (other === undefined) return 1;
    const order = compareIdentifiers(String(identifier), String(other));
    if (order !== 0) return order;
  }
  return compare(a.length, b.length);
}

/** Numbers before words, numbers by value, words by code unit. */
function compareIdentifiers(a: string, b: string): -1 | 0 | 1 {
  const [aIsNumber, bIsNumber] = [/^\d+$/.test(a), /^\d+$/.test(b)];
  if (aIsNumber !== bIsNumber) return aIsNumber ? -1 : 1;
  // Without leading zeros the longer number is the greater. Digits, not floats: node-semver rounds identifiers above
  // 2^53 and then calls different ones equal.
  return (aIsNumber ? compare(a.length, b.length) : 0) || compare(a, b);
}

function compare<T extends number | string>(a: T, b: T): -1 | 0 | 1 {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
