import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import type { Bytes } from '../../scripts/signing/signed-file.ts';
import { START } from '../signing/operator.ts';
import { Visitor } from '../signing/visitor.ts';
import { demoPublication } from './demo-publication.ts';

const REPOSITORIES = fileURLToPath(new URL('repository/', import.meta.url));

/** The format that is published now; older ones stay in their folders and must stay readable. */
const CURRENT = 'format-1';

function filesIn(folder: string): Map<string, Bytes> {
  const names = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return new Map(
    names.map((entry) => {
      const file = path.join(entry.parentPath, entry.name);
      const name = path.relative(folder, file).replaceAll(path.sep, '/').normalize('NFC');
      return [name, new Uint8Array(readFileSync(file))];
    }),
  );
}

describe('the golden repository of today', async () => {
  const { files } = await demoPublication();
  const golden = path.join(REPOSITORIES, CURRENT);

  test.each([...files])('%s', async (name, bytes) => {
    // `vitest -u` writes what has changed; a difference here is a change of the format, and every client will see it.
    await expect(new TextDecoder().decode(bytes)).toMatchFileSnapshot(path.join(golden, name));
  });

  test('has no other files', () => {
    expect([...filesIn(golden).keys()].sort()).toEqual([...files.keys()].sort());
  });
});

test.each(readdirSync(REPOSITORIES))('the golden repository of %s stays readable', async (format) => {
  const files = filesIn(path.join(REPOSITORIES, format));
  const visitor = await Visitor.trusting(files.get('metadata/1.root.json')!, files);
  const repository = await visitor.visit(START);
  const names = ['catalog.json', 'licensing.json', 'extensions/crm-connector.json', 'configurations/БухгалтерияПредприятия.json'];
  for (const name of names) {
    const document: unknown = JSON.parse(new TextDecoder().decode(await repository.document(name)));
    expect(document).toMatchObject({ formatVersion: 1 });
  }
});
