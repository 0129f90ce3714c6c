import { describe, expect, test } from 'vitest';
import { writeNestedContainer } from '../../scripts/cfe/container-writer.ts';
import { inspectionOf, readV8File, type ModuleFacts } from '../../scripts/cfe/index.ts';
import { KINDS } from '../../scripts/cfe/kinds.ts';
import { builtExtension, guid, header, HEADER, marked, moduleOf, stored } from './built-files.ts';

const uuid = guid(32);
const kindGuid = (name: string): string => [...KINDS].find(([, kind]) => kind.name === name)?.[0] ?? '';

/** An extension with one object of a kind, its descriptor as simple as the reader allows. */
const withObject = (
  kind: string,
  elements: Readonly<Record<string, string | Uint8Array>>,
  collections = '',
): Uint8Array =>
  builtExtension({
    families: { [kindGuid(kind)]: [uuid] },
    elements: { [uuid]: `{1,{0,${header(uuid, 'Имя')}},9${collections}}`, ...elements },
  });

const modulesOf = async (bytes: Uint8Array): Promise<readonly ModuleFacts[]> =>
  (await readV8File(bytes)).modules;
const pathsOf = async (bytes: Uint8Array): Promise<readonly string[]> =>
  (await modulesOf(bytes)).map(({ path }) => path);

const places = [...KINDS.values()].flatMap(({ name, modules }) =>
  modules.map(([suffix, module]) => ({ name, suffix, module })),
);

test.each(places)('element .$suffix of a $name is its $module', async ({ name, suffix, module }) => {
  expect(await pathsOf(withObject(name, { [`${uuid}.${suffix}`]: moduleOf('А = 1;') }))).toEqual([
    `${name}.Имя.${module}`,
  ]);
});

test.each([
  ['0', 'OrdinaryApplicationModule'],
  ['5', 'ExternalConnectionModule'],
  ['6', 'ManagedApplicationModule'],
  ['7', 'SessionModule'],
])('element .%s of the header of an extension is its %s', async (suffix, module) => {
  const bytes = builtExtension({ elements: { [`${HEADER}.${suffix}`]: moduleOf('А = 1;') } });
  expect(inspectionOf(await readV8File(bytes)).configurationModules).toEqual([module]);
});

describe('how a module is stored', () => {
  const stateOf = async (body: Uint8Array) => {
    const [module] = await modulesOf(withObject('CommonModule', { [`${uuid}.0`]: body }));
    return module === undefined
      ? undefined
      : { stored: module.stored, blank: module.blank, protected: module.protected, bytes: module.bytes };
  };

  test.each([
    [
      moduleOf('А = 1;'),
      { stored: 'container', blank: false, protected: false, bytes: 10 },
      'in a container',
    ],
    [moduleOf('\r\n \t'), { stored: 'container', blank: true, protected: false, bytes: 7 }, 'blank'],
    [
      moduleOf(''),
      { stored: 'container', blank: true, protected: false, bytes: 3 },
      'nothing but a byte order mark',
    ],
    [
      marked('А = 1;'),
      { stored: 'plain', blank: false, protected: false, bytes: 10 },
      'the element is the text',
    ],
    [
      Buffer.from([0xc0, 0x3d, 0x31]),
      { stored: 'plain', blank: false, protected: false, bytes: 3 },
      'windows-1251 without a mark',
    ],
    [
      writeNestedContainer([stored('info', marked('{3}')), stored('image', Uint8Array.of(0))]),
      { stored: 'container', blank: false, protected: true, bytes: 0 },
      'compiled, without its text',
    ],
    [marked('{5,1,"ru",x}'), undefined, 'brace text is no module'],
    [Buffer.from([0, 1, 2, 3]), undefined, 'bytes are no module'],
  ])('%# — %s', async (...[body, state]) => expect(await stateOf(body)).toEqual(state));
});

const FORMS = 'fdf816d2-1ead-11d5-b975-0050bae0a95d';
const COMMANDS = '4fe87c89-9ad4-43f6-9fdb-9dc83b3879c6';
const child = guid(33);

describe('modules of forms and commands', () => {
  const form = (body: string | Uint8Array): Uint8Array =>
    withObject(
      'Catalog',
      { [child]: `{1,{1,{0,${header(child, 'Форма')}}}}`, [`${child}.0`]: body },
      `,{${FORMS},1,${child}}`,
    );

  test('a managed form: the third member of its body', async () => {
    const [module] = await modulesOf(form('{4,{50,0},"&НаКлиенте\r\nПерем ""А"";",{4,0}}'));
    expect(module).toMatchObject({
      path: 'Catalog.Имя.Form.Форма.Form',
      owner: 'form',
      stored: 'form',
      characters: 22,
    });
  });

  test('an ordinary form: a document of its container', async () => {
    const body = writeNestedContainer([stored('form', marked('{27}')), stored('module', marked('Перем А;'))]);
    const facts = await readV8File(form(body));
    expect(facts).toMatchObject({
      ordinaryForms: 1,
      modules: [{ path: 'Catalog.Имя.Form.Форма.Form', stored: 'container', characters: 8 }],
    });
  });

  test.each([
    ['{4,{50},0}', 'brace text without a module'],
    ['no braces', 'no brace text'],
  ])('a form of an unknown sort is reported: %j — %s', async (body) => {
    const facts = await readV8File(form(body));
    expect(facts.modules).toEqual([]);
    expect(facts.warnings).toEqual([{ code: 'element-unreadable', args: { element: `${child}.0` } }]);
  });

  test('a form that is not there is reported', async () => {
    const { warnings } = await readV8File(withObject('Catalog', {}, `,{${FORMS},1,${child}}`));
    expect(warnings).toEqual([
      { code: 'object-unreadable', args: { kind: 'Catalog.Имя.Form', uuid: child } },
    ]);
  });

  test('a common form is its own form', async () => {
    const bytes = withObject('CommonForm', { [`${uuid}.0`]: '{4,{50},"Перем А;"}' });
    expect(await pathsOf(bytes)).toEqual(['CommonForm.Имя.Form']);
    expect(inspectionOf(await readV8File(bytes))).toMatchObject({
      formModules: ['CommonForm.Имя'],
      moduleCount: 1,
    });
  });

  test('a command stands in the descriptor, its module in element .2', async () => {
    const collections = `,{${COMMANDS},1,{{0,{1,{2,${child},x},{9,${header(child, 'Команда')}}}},0}}`;
    const bytes = withObject('Catalog', { [`${child}.2`]: moduleOf('А = 1;') }, collections);
    expect(await pathsOf(bytes)).toEqual(['Catalog.Имя.Command.Команда.CommandModule']);
    expect(inspectionOf(await readV8File(bytes))).toMatchObject({
      moduleCount: 0,
      commandModules: [expect.any(String)],
    });
  });
});

test('a module that nobody claims is looked through as well: its object may be of a kind of the future', async () => {
  const bytes = builtExtension({
    families: { [guid(77)]: [uuid] },
    elements: { [uuid]: '{1}', [`${uuid}.4`]: moduleOf('&После("А")\nПроцедура Б()') },
  });
  const facts = await readV8File(bytes);
  expect(facts).toMatchObject({
    modules: [{ path: `${uuid}.4`, owner: 'unknown' }],
    interceptions: [{ module: `${uuid}.4`, method: 'А', kind: 'After', handler: 'Б' }],
  });
});

test('a damaged container in a template is its own affair', async () => {
  const damaged = Buffer.from(moduleOf('А')).subarray(0, 200);
  const { modules, warnings } = await readV8File(withObject('CommonTemplate', { [`${uuid}.0`]: damaged }));
  expect([modules, warnings]).toEqual([[], []]);
});
