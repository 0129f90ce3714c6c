/** Longest pointer that Git LFS itself reads. */
const MAX_POINTER_BYTES = 1024;

const POINTER =
  /^version https:\/\/git-lfs\.github\.com\/spec\/v1\n(?:[\s\S]*\n)?oid sha256:([0-9a-f]{64})\nsize (\d{1,15})\n/;

/**
 * What a Git LFS pointer says of the file that it stands for, where the bytes are one (`docs/spec.md` of git-lfs):
 * lower-case hex SHA-256 and bytes.
 */
export function lfsPointerOf(
  bytes: Uint8Array,
): { readonly sha256: string; readonly length: number } | undefined {
  if (bytes.length > MAX_POINTER_BYTES) return undefined;
  const [, sha256, size] = POINTER.exec(new TextDecoder().decode(bytes)) ?? [];
  return sha256 === undefined ? undefined : { sha256, length: Number(size) };
}
