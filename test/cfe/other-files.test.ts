import { describe, expect, test } from 'vitest';
import { writeContainer, writeNestedContainer } from '../../scripts/cfe/container-writer.ts';
import { inspectionOf, readV8File } from '../../scripts/cfe/index.ts';
import { WIDTH_64 } from '../../scripts/cfe/width.ts';
import {
  builtExtension,
  element,
  guid,
  header,
  HEADER,
  marked,
  moduleOf,
  propertiesOf,
  ROOT,
  rootOf,
  stored,
} from './built-files.ts';

const [root, form, template, attribute, section] = [guid(5), guid(20), guid(21), guid(22), guid(23)];

interface Sort {
  readonly type: string;
  readonly class: string;
  readonly collections: Readonly<Record<'forms' | 'attributes' | 'sections', string>>;
}

const SORTS: readonly Sort[] = [
  {
    type: 'ExternalDataProcessor',
    class: 'c3831ec8-d8d5-4f93-8a22-f9bfae07327f',
    collections: {
      forms: 'd5b0e5ed-256d-401c-9c36-f630cafd8a62',
      attributes: 'ec6bb5e5-b7a8-4d75-bec9-658107a699cf',
      sections: '2bcef0d1-0981-11d6-b9b8-0050bae0a95d',
    },
  },
  {
    type: 'ExternalReport',
    class: 'e41aff26-25cf-4bb6-b6c1-3f478a75f374',
    collections: {
      forms: 'a3b368c0-29e2-11d6-a3c7-0050bae0a776',
      attributes: '7e7123e0-29e2-11d6-a3c7-0050bae0a776',
      sections: 'b077d780-29e2-11d6-a3c7-0050bae0a776',
    },
  },
];

/** An external object with a form, a template, an attribute and a tabular section that has an attribute of its own. */
function externalFile({ class: sort, collections }: Sort): Uint8Array {
  const inner = `{4,${guid(8)},${guid(9)},{0,${header(HEADER, 'Обработка')}},${form},"",${guid(0)}}`;
  const inline = (uuid: string, name: string): string => `{{5,{27,{2,${header(uuid, name)}}}},0}`;
  const lists = [
    `{${collections.sections},1,{{0,${inline(section, 'Часть')},${inline(guid(24), 'Внутри')}},0}}`,
    `{3daea016-69b7-4ed4-9453-127911372fe6,1,${template}}`,
    `{${collections.forms},1,${form}}`,
    `{${collections.attributes},1,${inline(attribute, 'Реквизит')}}`,
  ];
  return writeContainer([
    element('copyinfo', '{4,{0},{0},{0},{0,0},{0}}'),
    element('root', `{2,${root},}`),
    element('version', '{\r\n{216,0,\r\n{80320,0}\r\n}\r\n}'),
    element(root, `{1,{${root}},1,{${sort},{1,${inner},4,${lists.join(',')}}}}`),
    element(`${HEADER}.0`, moduleOf('&НаСервере\nА = 1;')),
    element(form, `{1,{1,{0,{13,${header(form, 'Форма')}}}}}`),
    element(`${form}.0`, '{4,{50,0},"Перем А;",{4,0}}'),
    element(template, `{1,{2,0,${header(template, 'Макет')}}}`),
    element(`${template}.0`, 'MOXCEL'),
  ]);
}

describe.each(SORTS)('an external object of the class of $type', (sort) => {
  test('tells its name, parts and modules', async () => {
    expect(await readV8File(externalFile(sort))).toMatchObject({
      type: sort.type,
      name: 'Обработка',
      rootUuid: root,
      metadataUuid: HEADER,
      storage: { major: '216', code: '80320', decoded: 'Version8_3_20' },
      objectTypeId: guid(8),
      objectValueId: guid(9),
      headerVersion: 3,
      defaultForm: 'Форма',
      objectModule: true,
      forms: [
        { name: 'Форма', uuid: form, formKind: 'managed', outer: '4', marker: '50', moduleCharacters: 8 },
      ],
      templates: [{ name: 'Макет', uuid: template }],
      attributes: ['Реквизит'],
      tabularSections: ['Часть'],
      modules: [
        { path: `${sort.type}.Обработка.ObjectModule` },
        { path: `${sort.type}.Обработка.Form.Форма.Form` },
      ],
      warnings: [],
    });
  });

  test('is inspected like an extension, with what it does not have left empty', async () => {
    expect(inspectionOf(await readV8File(externalFile(sort)))).toMatchObject({
      name: 'Обработка',
      version: '',
      vendor: '',
      prefix: '',
      purpose: '',
      compatibilityMode: '',
      extensionCompatibilityMode: '',
      httpServices: [],
      interceptions: [],
      changesDataStructure: false,
      integrity: { entries: 0, mismatches: [], unlisted: [], missing: [] },
      objects: { Form: [{ name: 'Форма' }], Attribute: [{ name: 'Реквизит', inline: true }] },
    });
  });
});

test('a data processor with nothing but its module, without copyinfo and version', async () => {
  const bytes = writeContainer([
    element('root', `{2,${root},}`),
    element(
      root,
      `{1,{${root}},1,{c3831ec8-d8d5-4f93-8a22-f9bfae07327f,{1,{4,a,b,{0,${header(HEADER, 'О')}},${guid(0)}},0}}}`,
    ),
  ]);
  const facts = await readV8File(bytes);
  expect(facts).toMatchObject({
    defaultForm: '',
    forms: [],
    objectModule: false,
    storage: { code: null, decoded: '8.2-or-older' },
  });
});

const configuration = [
  element('root', `{2,${ROOT},}`),
  element('version', '{{216,0,{80316,0}}}'),
  element(ROOT, rootOf({})),
];

describe('a configuration', () => {
  test('tells its version and vendor; it has no purpose and no prefix', async () => {
    const facts = await readV8File(writeContainer(configuration));
    expect(facts).toMatchObject({
      type: 'Configuration',
      name: 'Пример',
      version: '1.2.3.4',
      vendor: 'Ромашка Софт',
    });
    expect(inspectionOf(facts)).toMatchObject({
      purpose: '',
      prefix: '',
      compatibilityMode: 'Version8_3_21',
    });
  });

  test('of two containers, the second one of 64 bits counts', async () => {
    const stub = writeContainer([element('root', `{2,${guid(9)},}`)]);
    const facts = await readV8File(Buffer.concat([stub, writeContainer(configuration, { width: WIDTH_64 })]));
    expect(facts).toMatchObject({
      name: 'Пример',
      trailingBytes: 0,
      storedEntries: 3,
      containers: [
        { base: 0, bits: 32, entries: 1 },
        { base: stub.length, bits: 64, entries: 3 },
      ],
    });
  });

  test('of 64 bits alone', async () => {
    const facts = await readV8File(writeContainer(configuration, { width: WIDTH_64 }));
    expect(facts).toMatchObject({ name: 'Пример', containers: [{ base: 0, bits: 64 }] });
  });

  test('of 8.2: fewer properties, modes by another list', async () => {
    const properties = propertiesOf({ 0: '36', 26: '1' }).split(',').length;
    expect(properties).toBeGreaterThan(36);
    const facts = await readV8File(
      writeContainer([
        element('root', `{2,${ROOT},}`),
        element('version', '{{216,0}}'),
        element(ROOT, rootOf({ members: { 0: '36', 26: '1' } })),
      ]),
    );
    expect(facts).toMatchObject({ compatibilityMode: 'raw:1', storage: { major: '216', code: null } });
  });
});

describe('what recent files have otherwise', () => {
  test('windows-1251 without a byte order mark', async () => {
    const text = rootOf({ members: { 14: '"Ромашка"' } });
    const bytes = Uint8Array.from(text, (char) => cp1251(char));
    const facts = await readV8File(writeContainer([element('root', `{2,${ROOT},}`), element(ROOT, bytes)]));
    expect(facts).toMatchObject({
      vendor: 'Ромашка',
      warnings: [{ code: 'text-not-unicode', args: { element: ROOT } }],
    });
  });

  test('groups one level deeper, more members, a longer tail (8.5)', async () => {
    const longer = rootOf({ members: { 0: '76', 43: '80501' } }).replace('{{0,"",""}}}', '{{1,"",""},0,1}}');
    const facts = await readV8File(builtExtension({ root: longer }));
    expect(facts).toMatchObject({
      extensionCompatibilityMode: 'Version8_5_1',
      writer: { tuple: 76, platform: '8.5' },
    });
  });

  test.each([
    ['0', 'Patch'],
    ['1', 'Customization'],
    ['2', 'AddOn'],
  ])('purpose %s is %s', async (code, purpose) => {
    expect(await readV8File(builtExtension({ members: { 44: code } }))).toMatchObject({ purpose });
  });
});

/** A character in windows-1251: Latin as it is, Cyrillic from 0xC0 on. */
function cp1251(char: string): number {
  const code = char.charCodeAt(0);
  return code < 0x80 ? code : code - 0x410 + 0xc0;
}

describe('leftover memory', () => {
  const LEAK = 'Пароль = "qwerty"; Соединение = Новый HTTPСоединение(Сервер, 443, Логин, Пароль);';
  const withSlack = (leak: Uint8Array): Uint8Array => {
    const nested = writeNestedContainer([
      stored('info', marked('{3,1,0,"",0}')),
      stored('text', marked('// Ромашка: обмен заказами с сайтом')),
    ]);
    nested.set(leak, nested.length - 400);
    return writeContainer([
      element('root', `{2,${ROOT},}`),
      element(ROOT, rootOf({})),
      element(`${HEADER}.6`, nested),
    ]);
  };

  test.each([
    ['UTF-8', Buffer.from(LEAK)],
    ['UTF-16', Buffer.from(LEAK, 'utf16le')],
  ])('in %s is found, counted and shown', async (_encoding, leak) => {
    const { leftovers, warnings } = await readV8File(withSlack(leak));
    expect(leftovers).toMatchObject({ pieces: 1, sample: [LEAK] });
    expect(warnings).toEqual([
      { code: 'leftover-memory', args: { pieces: 1, bytes: Buffer.byteLength(LEAK) } },
    ]);
  });

  test.each([
    ['a text of the same file', Buffer.from('машка: обмен заказами с сай')],
    [
      'pieces of GUIDs and numbers',
      Buffer.from('{0,9595ddd6-e72c-47ad-a156-672db811628c,2,{5006,0},{3,0,0}}'),
    ],
    ['a few letters', Buffer.from('Пароль')],
    ['bytes', Buffer.from([1, 2, 3, 0x80, 0xff])],
  ])('%s is no leak', async (_what, leak) =>
    expect((await readV8File(withSlack(leak))).leftovers.pieces).toBe(0),
  );

  test('shows no control characters', async () => {
    const { leftovers } = await readV8File(withSlack(Buffer.from(LEAK.replaceAll(' ', '\r\n\t'))));
    expect(leftovers.sample.join('')).not.toMatch(/[\r\n\t]/);
  });
});
