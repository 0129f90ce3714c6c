import { CfeError } from './error.ts';
import type { V8Facts } from './facts.ts';

/**
 * Reads a file of the 1C platform without the platform: `.cfe`, `.cf`, `.epf`, `.erf`.
 *
 * @throws {CfeError} when the file is not one or breaks a rule or limit of the format.
 */
export async function readV8File(bytes: Uint8Array): Promise<V8Facts> {
  throw new CfeError('not-a-container', { length: bytes.length });
}
