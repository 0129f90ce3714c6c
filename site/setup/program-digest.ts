import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/**
 * What decides how things are drawn: our programs, and the versions of others'. An installed package has no lock of its
 * own; its versions are those of `package.json`.
 */
const PROGRAM = ['package.json', 'package-lock.json', 'scripts', 'site'];

/** SHA-256, in hex, of the program: pages that another one made are not used again. */
export function programDigest(root: string): string {
  const hash = createHash('sha256');
  for (const file of PROGRAM.flatMap((name) => sourcesOf(path.join(root, name)))) {
    hash
      .update(`${path.relative(root, file)}\0`)
      .update(readFileSync(file))
      .update('\0');
  }
  return hash.digest('hex');
}

function sourcesOf(place: string): readonly string[] {
  if (place.endsWith('.json')) return existsSync(place) ? [place] : [];
  return readdirSync(place, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
    .map((entry) => path.join(entry.parentPath, entry.name))
    .sort();
}
