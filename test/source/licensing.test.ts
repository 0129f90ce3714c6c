import { describe, expect, test } from 'vitest';
import { memoryFiles, readReleaseTree } from '../../scripts/source/index.ts';
import { CONFIGURATIONS_YAML, PUBLISHER_YAML, SHA256 } from './written-manifests.ts';

const LOCATOR = 'ab'.repeat(20);
const LICENSING_YAML = `keys:
  - keyid: ${SHA256}
    public: ${SHA256}
products:
  - id: crm
    title: {ru: Обмен с CRM, en: CRM exchange}
`;

const readTree = (files: Readonly<Record<string, string>>) =>
  readReleaseTree(
    memoryFiles({ 'publisher.yaml': PUBLISHER_YAML, 'configurations.yaml': CONFIGURATIONS_YAML, ...files }),
  );

test('whoever sells nothing needs no licensing.yaml', async () => {
  const { tree, problems } = await readTree({});
  expect(problems).toEqual([]);
  expect(tree).not.toHaveProperty('licensing');
  expect(tree).not.toHaveProperty('licenses');
});

test('keys and products are read', async () => {
  const { tree, problems } = await readTree({ 'licensing.yaml': LICENSING_YAML });
  expect(problems).toEqual([]);
  expect(tree?.licensing?.value).toEqual({
    keys: [{ keyid: SHA256, public: SHA256 }],
    products: [{ id: 'crm', title: { ru: 'Обмен с CRM', en: 'CRM exchange' } }],
  });
});

test.each<[string, string, string]>([
  [LICENSING_YAML.replace('keys:', 'key:'), 'schema-unknown-field', 'a mistyped field'],
  [LICENSING_YAML.replace(`keyid: ${SHA256}`, 'keyid: mine'), 'schema-format', 'no identifier'],
  [LICENSING_YAML.replace('id: crm', 'id: CRM'), 'schema-format', 'capitals in a product'],
  [`${LICENSING_YAML}  - id: crm\n    title: Ещё раз\n`, 'schema-duplicate', 'a product twice'],
  ['keys: []\n', 'schema-size', 'nobody signs'],
])('%# is refused: %s', async (yaml, code) => {
  const { problems } = await readTree({ 'licensing.yaml': yaml });
  expect(problems.map((problem) => problem.code)).toContain(code);
});

describe('records of licences', () => {
  test('are found with their sizes, the vendor’s copies are passed over', async () => {
    const { tree, problems } = await readTree({
      [`licenses/ab/${LOCATOR}.zip`]: 'record',
      [`licenses/ab/${LOCATOR}.sealed`]: 'copy',
      'licenses/README.md': 'Do not open.',
    });
    expect(problems).toEqual([]);
    expect(tree?.licenses).toMatchObject([{ file: `licenses/ab/${LOCATOR}.zip`, length: 6 }]);
    const [record] = tree?.licenses ?? [];
    expect(new TextDecoder().decode(await record?.read())).toBe('record');
  });

  test.each([
    [`licenses/cd/${LOCATOR}.zip`, 'in the folder of others'],
    [`licenses/ab/${LOCATOR}.json`, 'a licence in the clear'],
    [`licenses/ab/${LOCATOR.toUpperCase()}.zip`, 'a second spelling'],
    [`licenses/ab/${LOCATOR}0.zip`, 'a digit too many'],
    [`licenses/${LOCATOR}.zip`, 'in no folder'],
    ['licenses/keys.csv', 'a list of keys!'],
    ['licensing.secret.json', 'the vendor’s secret!'],
  ])('%s is not one — %s', async (file) => {
    const { tree, problems } = await readTree({ [file]: 'x' });
    expect(problems.map(({ code, place }) => [code, place.file])).toEqual([['unexpected-file', file]]);
    expect(tree).not.toHaveProperty('licenses');
  });
});
