import { sha256Hex } from './digest.ts';
import type { DelegatedRole, SuccinctRoles } from './metadata.ts';

/** A target that is looked for. */
export interface Sought {
  readonly name: string;
  /** Lower-case hex SHA-256 of the name: what bins are chosen by. */
  readonly digest: string;
}

/** The target to look for by its name. */
export const seek = async (name: string): Promise<Sought> => ({
  name,
  digest: await sha256Hex(new TextEncoder().encode(name)),
});

/** Whether a role that is delegated to is trusted with a target (TUF 1.0.34, section 4.5). */
export function isTrustedWith(role: DelegatedRole, { name, digest }: Sought): boolean {
  if (role.paths !== undefined) return role.paths.some((pattern) => matchesPattern(pattern, name));
  return role.path_hash_prefixes?.some((prefix) => digest.startsWith(prefix)) ?? false;
}

/**
 * Whether a name matches a PATHPATTERN: `*` stands for any characters and `?` for one, neither for `/`; everything else
 * stands for itself. Segments are matched one by one, in time linear in their lengths' product: a pattern comes from
 * the network, so it never becomes a regular expression.
 */
export function matchesPattern(pattern: string, name: string): boolean {
  const patterns = pattern.split('/');
  const segments = name.split('/');
  return (
    patterns.length === segments.length &&
    patterns.every((one, at) => matchesSegment(one, segments[at] ?? ''))
  );
}

/** The bin that a target belongs to: the role named by the first bits of the SHA-256 of its name (TAP 15). */
export function binOf(roles: SuccinctRoles, { digest }: Sought): string {
  const bin = Math.floor(parseInt(digest.slice(0, 8), 16) / 2 ** (32 - roles.bit_length));
  const width = (2 ** roles.bit_length - 1).toString(16).length;
  return `${roles.name_prefix}-${bin.toString(16).padStart(width, '0')}`;
}

// Greedy matching with one point of return: the last `*`. Characters are code points, so `?` is one letter.
function matchesSegment(patternText: string, text: string): boolean {
  const pattern = Array.from(patternText);
  const name = Array.from(text);
  let at = 0;
  let star = -1;
  let resume = 0;
  for (let read = 0; read < name.length;) {
    if (pattern[at] === '*') {
      star = at++;
      resume = read;
    } else if (pattern[at] === '?' || pattern[at] === name[read]) {
      at++;
      read++;
    } else if (star >= 0) {
      at = star + 1;
      read = ++resume;
    } else return false;
  }
  while (pattern[at] === '*') at++;
  return at === pattern.length;
}
