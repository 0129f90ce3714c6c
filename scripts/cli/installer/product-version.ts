import { readFile } from 'node:fs/promises';
import path from 'node:path';

const PACKAGE = path.resolve(import.meta.dirname, '../../../package.json');

/** Version of this program, which is the version of the products that it assembles. */
export async function productVersion(): Promise<string> {
  const description: unknown = JSON.parse(await readFile(PACKAGE, 'utf8'));
  const isNamed = typeof description === 'object' && description !== null && 'version' in description;
  if (!isNamed || typeof description.version !== 'string') throw new Error(`${PACKAGE} names no version`);
  return description.version;
}
