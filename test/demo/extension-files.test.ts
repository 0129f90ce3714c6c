import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { readV8File } from '../../scripts/cfe/index.ts';
import { demoFiles } from '../../scripts/demo/extension-files.ts';
import { hasDemonstration, RELEASES } from '../fixtures/publisher.ts';

const files = await demoFiles();

describe.each(files)('$path', ({ path: place, bytes }) => {
  const [, id, version] = place.split('/');

  test('is the file in the release tree, byte for byte (npm run demo:files writes it)', ({ skip }) => {
    if (!hasDemonstration) skip('releases/ is not the demonstration');
    expect(Buffer.compare(readFileSync(path.join(RELEASES, place)), bytes)).toBe(0);
  });

  test('says the version and the name that its folder promises, without a warning', async () => {
    const facts = await readV8File(bytes);
    const name = id === 'crm-connector' ? 'РомашкаCRM' : 'РомашкаЦенники';
    expect(facts).toMatchObject({ type: 'ConfigurationExtension', name, version, warnings: [] });
  });
});

const factsOf = async (place: string) => {
  const file = files.find(({ path: found }) => found === `extensions/${place}`);
  const facts = file === undefined ? undefined : await readV8File(file.bytes);
  if (facts?.type !== 'ConfigurationExtension') throw new Error(place);
  return facts;
};

test.each([
  ['crm-connector/1.0.0.4/crm-bp.cfe', false, 'nothing of its own in the database yet'],
  ['crm-connector/1.1.0.12/crm-bp.cfe', true, 'a register of its own'],
  ['crm-connector/2.0.0-beta.1/crm-ut.cfe', true, 'still has it'],
  ['price-tags/1.0.1.5/price-tags.cfe', false, 'only modules and a data processor'],
])('%s changes the data structure: %s — %s', async (place, changes) => {
  expect((await factsOf(place)).changesDataStructure).toBe(changes);
});

test('the withdrawn release replaces the posting, the next one adds to it', async () => {
  const posting = async (version: string) =>
    (await factsOf(`crm-connector/${version}/crm-bp.cfe`)).interceptions.find(
      ({ method }) => method === 'ОбработкаПроведения',
    )?.kind;
  expect(await posting('1.2.0.3')).toBe('Around');
  expect(await posting('1.2.1.1')).toBe('After');
});

test('files for two configurations differ in what they adopt, not in what they say', async () => {
  const [accounting, trade] = await Promise.all(
    ['bp', 'ut'].map((name) => factsOf(`crm-connector/1.2.1.1/crm-${name}.cfe`)),
  );
  expect(accounting?.objects.map(({ name }) => name)).toEqual(trade?.objects.map(({ name }) => name));
  expect(accounting?.objects.map((object) => object.extends)).not.toEqual(
    trade?.objects.map((object) => object.extends),
  );
});
