import { VerificationError } from './error.ts';
import { isWellFormed } from './well-formed.ts';

/**
 * Address of a metadata file below the repository, percent-encoded. Names of delegated roles come from strangers:
 * `/`, `..` and `?` become ordinary characters of one file name.
 */
export const metadataPath = (role: string, version?: number): string =>
  `metadata/${version === undefined ? '' : `${version}.`}${metadataFileName(role)}`;

/** The name under which a client keeps the metadata of a role: unversioned, safe in any file system. */
export const metadataFileName = (role: string): string => `${encodeName(role)}.json`;

/**
 * Address of a target below the repository, percent-encoded segment by segment. With consistent snapshots the digest
 * stands before the last segment: `a/b` is at `targets/a/<digest>.b` (TUF 5.7.3).
 */
export function targetPath(name: string, digest?: string): string {
  const segments = requireTargetName(name).split('/').map(encodeName);
  const last = segments.pop() ?? '';
  return ['targets', ...segments, digest === undefined ? last : `${digest}.${last}`].join('/');
}

/**
 * Refuses with `name-invalid` a name that could lead out of its directory once it is part of an address or a path:
 * empty, `.` and `..` segments, backslashes, control characters, halves of surrogate pairs.
 */
export function requireTargetName(name: string): string {
  const escapes = name.split('/').some((segment) => segment === '' || segment === '.' || segment === '..');
  if (escapes || /[\u0000-\u001f\u007f\\]/.test(name) || !isWellFormed(name)) {
    throw new VerificationError('name-invalid', { name });
  }
  return name;
}

// encodeURIComponent leaves these five, of which `*` cannot stand in a Windows file name.
const encodeName = (name: string): string =>
  encodeURIComponent(name).replace(
    /[!'()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
