import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { filesOfGeneration, type GenerationFiles } from '../signing/generation-files.ts';
import { generationsToKeep } from '../signing/generations.ts';
import { sha256Hex } from '../verify/digest.ts';
import { VerificationError } from '../verify/error.ts';
import { fileSize, listFiles } from '../disk/files.ts';

const SNAPSHOT = /^(\d+)\.snapshot\.json$/;

/**
 * Carries the metadata and documents of earlier publications over into the new tree, as long as a client may still ask
 * for them: one that got its timestamp from a cache must find everything that it names. Throws `VerificationError` for a
 * published folder that somebody else has changed.
 */
export async function keepGenerations(published: string, out: string, now: Date): Promise<void> {
  const generations = await generationsIn(published);
  const kept = generationsToKeep(generations, now);
  const paths = generations
    .filter(({ version }) => kept.has(version))
    .flatMap((generation) => generation.paths);
  for (const file of new Set(paths)) await carryOver(file, published, out);
}

/** The digest in the name of a document, which is not part of its path: `targets/extensions/<sha256>.<id>.json`. */
const DOCUMENT = /^targets\/(?:.+\/)?([0-9a-f]{64})\.[^/]+$/;

/**
 * A document must be what its name says: otherwise a link in the published folder would put any file of this machine on
 * the site. One that is not there is not missed before a client asks for it.
 */
async function carryOver(file: string, published: string, out: string): Promise<void> {
  const from = path.join(published, file);
  if ((await fileSize(from)) === undefined) return;
  const bytes = new Uint8Array(await readFile(from));
  const isDocument = file.startsWith('targets/');
  if (isDocument && (await sha256Hex(bytes)) !== DOCUMENT.exec(file)?.[1]) {
    throw new VerificationError('hash-mismatch', { name: file, algorithm: 'sha256' });
  }
  const target = path.join(out, file);
  await mkdir(path.dirname(target), { recursive: true });
  await writeFile(target, bytes);
}

async function generationsIn(published: string): Promise<readonly GenerationFiles[]> {
  const metadata = path.join(published, 'metadata');
  const read = async (name: string): Promise<Uint8Array<ArrayBuffer> | undefined> => {
    const file = path.join(metadata, name);
    return (await fileSize(file)) === undefined ? undefined : new Uint8Array(await readFile(file));
  };
  const versions = (await listFiles(metadata)).flatMap((name) => SNAPSHOT.exec(name)?.[1] ?? []).map(Number);
  return Promise.all(versions.map((version) => filesOfGeneration(read, version)));
}
