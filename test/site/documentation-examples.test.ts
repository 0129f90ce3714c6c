import { Ajv2020 } from 'ajv/dist/2020.js';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, test } from 'vitest';
import { REASON_CODES } from '../../scripts/decide/offer.ts';
import { rolloutPosition } from '../../scripts/decide/rollout.ts';
import { SHIPPED_LIMITS } from '../../scripts/verify/limits.ts';
import { documentedRepository } from './fixtures/documented-repository.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/** Example, the path of such a file in a repository, and its schema. */
const EXAMPLES: readonly [file: string, path: RegExp, schema: string | undefined][] = [
  ['root.json', /^metadata\/1\.root\.json$/, 'root'],
  ['timestamp.json', /^metadata\/timestamp\.json$/, 'timestamp'],
  ['snapshot.json', /^metadata\/1\.snapshot\.json$/, 'snapshot'],
  ['targets.json', /^metadata\/1\.targets\.json$/, 'targets'],
  ['catalog.json', /^targets\/[0-9a-f]{64}\.catalog\.json$/, 'catalog'],
  ['configuration.json', /^targets\/configurations\//, 'configuration'],
  ['extension.json', /^targets\/extensions\//, 'extension'],
  ['licensing.json', /^targets\/[0-9a-f]{64}\.licensing\.json$/, 'licensing'],
  ['passport.json', /\.passport\.json$/, undefined],
];

let repository: ReadonlyMap<string, string>;
beforeAll(async () => {
  repository = await documentedRepository();
});

describe('the examples of the documentation', () => {
  test.each(EXAMPLES)('%s is what a publisher publishes now', async (file, path) => {
    const [published] = [...repository].filter(([name]) => path.test(name)).map(([, text]) => text);
    await expect(published).toMatchFileSnapshot(`${ROOT}site/examples/${file}`);
  });

  test.each(EXAMPLES.filter(([, , schema]) => schema !== undefined))(
    '%s fits its published schema',
    (file, _path, schema) => {
      const validate = new Ajv2020({ strict: false }).compile(
        jsonOf(`site/public/schemas/${schema}.schema.json`),
      );
      expect([validate(jsonOf(`site/examples/${file}`)), validate.errors]).toEqual([true, null]);
    },
  );

  test('the worked rollout is what the decision computes', async () => {
    const installationId = '7a0f2c1e-6d1b-4f5a-9a53-0c5b8f2f9d15';
    const position = await rolloutPosition(installationId, 'receipt-scanner', '1.2.0-beta.1');
    for (const page of ['', 'en/']) {
      expect(textOf(`site/content/docs/${page}installer-authors.mdx`)).toContain(position.toFixed(2));
    }
  });
});

describe.each(['', 'en/'])('the page for authors of installers in %j', (language) => {
  const page = (): string => textOf(`site/content/docs/${language}installer-authors.mdx`);

  test('names every reason', () => {
    expect(REASON_CODES.filter((code) => !page().includes(`\`${code}\``))).toEqual([]);
  });

  test('shows every example', () => {
    const shown = [...page().matchAll(/<Example file="([^"]+)"/g)].map(([, file]) => file);
    expect(shown.toSorted()).toEqual(EXAMPLES.map(([file]) => file).toSorted());
  });

  test('gives the limits that our own client keeps', () => {
    const { root, timestamp, snapshot, targets, document, rootSteps, delegations } = SHIPPED_LIMITS;
    const sizes = [root, timestamp, snapshot, targets, document].map((bytes) => String(bytes));
    expect(
      [...sizes, String(rootSteps), String(delegations)].filter((limit) => !page().includes(`| ${limit} |`)),
    ).toEqual([]);
  });

  test('has the chapters of the other language', () => {
    const anchors = (path: string): readonly (string | undefined)[] =>
      [...textOf(path).matchAll(/^#{2,3} (\d+(?:\.\d+)?)/gm)].map(([, number]) => number);
    expect(anchors(`site/content/docs/${language}installer-authors.mdx`)).toEqual(
      anchors('site/content/docs/installer-authors.mdx'),
    );
  });
});

const textOf = (file: string): string => readFileSync(ROOT + file, 'utf8');

const jsonOf = (file: string): object => JSON.parse(textOf(file)) as object;
