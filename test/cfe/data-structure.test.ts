import { describe, expect, test } from 'vitest';
import { readV8File } from '../../scripts/cfe/index.ts';
import { KINDS } from '../../scripts/cfe/kinds.ts';
import { builtExtension, guid, header } from './built-files.ts';

const uuid = guid(32);
const TYPE_CHANGED = ['b1053250-abe6-11d4-9434-004095e12fc7,3'];
const kindGuid = (name: string): string => [...KINDS].find(([, kind]) => kind.name === name)?.[0] ?? '';

const ATTRIBUTES = 'cf4abea7-37b2-11d4-940f-008048da11f9';
const COMMANDS = '4fe87c89-9ad4-43f6-9fdb-9dc83b3879c6';

interface Described {
  readonly kind: string;
  readonly adopted?: Parameters<typeof header>[2];
  readonly collections?: string;
}

async function changesOf({ kind, adopted, collections = '' }: Described) {
  const descriptor = `{1,{0,${header(uuid, 'Имя', adopted)}},9${collections}}`;
  const facts = await readV8File(
    builtExtension({ families: { [kindGuid(kind)]: [uuid] }, elements: { [uuid]: descriptor } }),
  );
  if (facts.type !== 'ConfigurationExtension') throw new Error(facts.type);
  expect(facts.changesDataStructure).toBe(facts.dataStructureChanges.length > 0);
  return facts.dataStructureChanges.map(({ shape: _, ...change }) => change);
}

const KNOWN = [
  ...[
    'AccountingRegister',
    'AccumulationRegister',
    'BusinessProcess',
    'CalculationRegister',
    'Catalog',
    'ChartOfAccounts',
  ],
  ...[
    'ChartOfCalculationTypes',
    'ChartOfCharacteristicTypes',
    'Constant',
    'Document',
    'DocumentJournal',
    'Enum',
  ],
  ...['ExchangePlan', 'InformationRegister', 'Sequence', 'Task'],
];
const ASSUMED = ['CommonAttribute', 'ExternalDataSource', 'FilterCriterion', 'IntegrationService'];

test.each([...KINDS.values()].map(({ name }) => name))('an own %s', async (kind) => {
  const certainty = KNOWN.includes(kind) ? 'known' : ASSUMED.includes(kind) ? 'assumed' : undefined;
  const expected = certainty === undefined ? [] : [{ kind, name: 'Имя', what: 'own-object', certainty }];
  expect(await changesOf({ kind })).toEqual(expected);
});

const field = (name: string, adopted?: Parameters<typeof header>[2]): string =>
  `{{5,{27,{2,${header(guid(40), name, adopted)}}}},0}`;

test.each([
  [{ kind: 'Catalog', adopted: {} }, [], 'only adopted'],
  [
    { kind: 'Catalog', adopted: {}, collections: `,{${ATTRIBUTES},1,${field('Своё')}}` },
    ['own-field Своё known'],
    'a field of its own',
  ],
  [
    { kind: 'Catalog', adopted: {}, collections: `,{${ATTRIBUTES},1,${field('Чужое', {})}}` },
    [],
    'an adopted field',
  ],
  [
    {
      kind: 'Catalog',
      adopted: {},
      collections: `,{${ATTRIBUTES},1,${field('Чужое', { controlled: TYPE_CHANGED })}}`,
    },
    ['types-extended Чужое assumed'],
    'an adopted field with a wider type',
  ],
  [
    { kind: 'Catalog', adopted: {}, collections: `,{${COMMANDS},1,${field('Команда')}}` },
    [],
    'a command of its own is no field',
  ],
  [
    { kind: 'Document', adopted: {}, collections: `,{${guid(99)},1,${field('Нечто')}}` },
    ['own-field Нечто known'],
    'a collection that nobody knows is taken for fields',
  ],
  [
    { kind: 'Report', adopted: {}, collections: `,{${ATTRIBUTES},1,${field('Своё')}}` },
    [],
    'a report stores nothing',
  ],
  [
    { kind: 'DefinedType', adopted: { controlled: TYPE_CHANGED } },
    ['types-extended undefined assumed'],
    'a wider defined type',
  ],
  [
    { kind: 'Constant', adopted: { controlled: TYPE_CHANGED } },
    ['types-extended undefined assumed'],
    'a wider constant',
  ],
  [{ kind: 'Role', adopted: { controlled: TYPE_CHANGED } }, [], 'a role has no type'],
])('%j changes — %#', async (...[described, expected]) => {
  const changes = await changesOf(described);
  expect(changes.map(({ what, field: name, certainty }) => `${what} ${name} ${certainty}`)).toEqual(expected);
});

test('an object of an unknown kind perhaps has a table', async () => {
  const facts = await readV8File(builtExtension({ families: { [guid(77)]: [uuid] } }));
  expect(facts).toMatchObject({
    changesDataStructure: true,
    dataStructureChanges: [{ kind: guid(77), what: 'own-object', certainty: 'assumed', shape: '' }],
  });
});

describe('the shape of an object tells whether its columns are the same', () => {
  const shapeOf = async (collections: string, name = 'Имя'): Promise<string | undefined> => {
    const descriptor = `{1,{0,${header(uuid, name)}},9${collections}}`;
    const facts = await readV8File(
      builtExtension({ families: { [kindGuid('Catalog')]: [uuid] }, elements: { [uuid]: descriptor } }),
    );
    return facts.type === 'ConfigurationExtension' ? facts.dataStructureChanges[0]?.shape : undefined;
  };
  const one = `,{${ATTRIBUTES},1,${field('Сумма')}}`;

  test.each<[string, string, boolean]>([
    ['the same attribute', one, true],
    ['a command more', `${one},{${COMMANDS},1,${field('Печать')}}`, true],
    ['another attribute', `,{${ATTRIBUTES},1,${field('Итог')}}`, false],
    ['an attribute more', `,{${ATTRIBUTES},2,${field('Сумма')},${field('Итог')}}`, false],
    ['none', '', false],
  ])('%s', async (_reason, collections, isSame) => {
    expect((await shapeOf(collections)) === (await shapeOf(one))).toBe(isSame);
  });
});
