import { copyFile, mkdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { filesOfGeneration, type GenerationFiles } from '../signing/generation-files.ts';
import { generationsToKeep } from '../signing/generations.ts';
import { fileSize, listFiles } from './files.ts';

const SNAPSHOT = /^(\d+)\.snapshot\.json$/;

/**
 * Carries the metadata and documents of earlier publications over into the new tree, as long as a client may still ask
 * for them: one that got its timestamp from a cache must find everything that it names.
 */
export async function keepGenerations(published: string, out: string, now: Date): Promise<void> {
  const generations = await generationsIn(published);
  const kept = generationsToKeep(generations, now);
  const paths = generations
    .filter(({ version }) => kept.has(version))
    .flatMap((generation) => generation.paths);
  for (const file of new Set(paths)) {
    const target = path.join(out, file);
    await mkdir(path.dirname(target), { recursive: true });
    await copyFile(path.join(published, file), target);
  }
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
