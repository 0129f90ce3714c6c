import type { Unlocking } from '../license/content-key.ts';
import { LicenseError } from '../license/error.ts';
import { openProtectedFile } from '../license/protected-file.ts';
import type { BuildDocument } from '../model/documents.ts';
import { isProtected } from './choose-build.ts';

/**
 * The `.cfe` of a build that was downloaded: itself, or what a licence opens, held against its pin. Throws
 * `LicenseError`, `VerificationError`.
 */
export async function openBuild(
  bytes: Uint8Array<ArrayBuffer>,
  build: BuildDocument,
  license: Unlocking | undefined,
): Promise<Uint8Array<ArrayBuffer>> {
  if (!isProtected(build)) return bytes;
  if (license !== undefined) return openProtectedFile(bytes, build, license);
  const products = (build.unlock ?? []).map(({ product }) => product).join(', ');
  throw new LicenseError('license-product-missing', { file: build.file, products });
}
