import { createHash } from 'node:crypto';
import { cp, readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { compareText } from '../model/problem.ts';

/** Pages that were built in a process without keys, and what they must be. */
export interface FinishedPages {
  readonly folder: string;
  /** Digest that the step which built them told (`pagesDigest`); any, when absent. */
  readonly digest?: string;
}

/** Why finished pages are not taken; `name` is a file or folder of them. */
export class PagesError extends Error {
  override readonly name = 'PagesError';
  readonly code: 'pages-changed' | 'pages-odd-file' | 'pages-missing';
  readonly file: string;

  constructor(code: PagesError['code'], file: string) {
    super(`${code} ${file}`);
    this.code = code;
    this.file = file;
  }
}

/** What is signed, and what is signed for: no page may lie there. */
const RESERVED: ReadonlySet<string> = new Set(['metadata', 'targets']);

/**
 * SHA-256 over names and contents of all files of a folder, in the order of their paths. Throws `PagesError` for links
 * and whatever else is no plain file, for names that belong to the signed part, and for a folder of nothing.
 */
export async function pagesDigest(folder: string): Promise<string> {
  const digest = createHash('sha256');
  const files = await plainFiles(folder);
  if (files.length === 0) throw new PagesError('pages-missing', folder);
  for (const file of files) {
    const content = createHash('sha256').update(await readFile(path.join(folder, file)));
    digest.update(`${content.digest('hex')}  ${JSON.stringify(file)}\n`);
  }
  return digest.digest('hex');
}

/** Copies finished pages, once they are what they were said to be. Throws `PagesError`. */
export async function placePages({ folder, digest }: FinishedPages, out: string): Promise<void> {
  await cp(folder, out, { recursive: true, verbatimSymlinks: true });
  // The copy is looked at and not the original, which may still change.
  const found = await pagesDigest(out);
  if (digest !== undefined && found !== digest) throw new PagesError('pages-changed', folder);
}

async function plainFiles(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => {
    throw new PagesError('pages-missing', folder);
  });
  const files: string[] = [];
  for (const entry of entries) {
    const name = path.relative(folder, path.join(entry.parentPath, entry.name)).replaceAll(path.sep, '/');
    if (RESERVED.has(name)) throw new PagesError('pages-odd-file', name);
    if (entry.isFile()) files.push(name);
    else if (!entry.isDirectory()) throw new PagesError('pages-odd-file', name);
  }
  return files.sort(compareText);
}
