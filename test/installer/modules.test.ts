import { describe, expect, test } from 'vitest';
import { checkModules, createPlatform } from '../onec/index.ts';
import type { PlatformNames } from '../onec/runtime/platform-names.ts';
import { coreModule, coreNames, withoutComments } from './program.ts';

/** Regions of a module of the standard, in their order; empty ones are left out. */
const REGIONS = ['ПрограммныйИнтерфейс', 'СлужебныйПрограммныйИнтерфейс', 'СлужебныеПроцедурыИФункции'];

/** Modules that run under other engines of the language: they touch neither the infobase nor bytes. */
const PURE = [
  'ВыпускОтказы',
  'ВыпускКривая',
  'ВыпускВерсии',
  'ВыпускДиапазоны',
  'ВыпускРешение',
  'ВыпускИздатель',
];

/** What a pure module may use beside operators and its own methods. */
const LANGUAGE = new Set(
  [
    [
      'Массив',
      'Структура',
      'Соответствие',
      'Тип',
      'ТипЗнч',
      'Символы',
      'Строка',
      'Число',
      'Формат',
      'XMLСтрока',
    ],
    [
      'СтрДлина',
      'Лев',
      'Прав',
      'Сред',
      'СтрНайти',
      'СтрЗаменить',
      'СтрРазделить',
      'СтрСоединить',
      'СтрШаблон',
    ],
    [
      'СтрНачинаетсяС',
      'СтрЗаканчиваетсяНа',
      'ПустаяСтрока',
      'СокрЛП',
      'СокрЛ',
      'СокрП',
      'ВРег',
      'НРег',
      'Символ',
      'КодСимвола',
    ],
    ['Цел', 'Мин', 'Макс', 'ЗначениеЗаполнено'],
  ]
    .flat()
    .map((name) => name.toLowerCase()),
);

/** A method as the text of its module shows it. */
interface Method {
  readonly module: string;
  readonly name: string;
  readonly region: string;
  readonly parameters: readonly string[];
  readonly exported: boolean;
  readonly comment: string;
  readonly lines: number;
}

const METHOD =
  /((?:^\/\/.*\n)*)^(?:Процедура|Функция)\s+([\p{L}\p{N}_]+)\(([^)]*)\)([^\n]*)\n([\s\S]*?)^Конец(?:Процедуры|Функции)/gmu;

/** Regions that lie in no other, in the order of the text. */
function topRegionsOf(text: string): string[] {
  let depth = 0;
  return [...text.matchAll(/^#(?:Область (\S+)|КонецОбласти)$/gm)].flatMap(([, name]) => {
    if (name === undefined) depth -= 1;
    else depth += 1;
    return name !== undefined && depth === 1 ? [name] : [];
  });
}

function methodsOf(module: string): Method[] {
  const text = coreModule(module).text.replace(/^\uFEFF/, '');
  return [...text.matchAll(METHOD)].map((match) => {
    const [, comment = '', name = '', parameters = '', tail = '', body = ''] = match;
    const before = text.slice(0, match.index);
    return {
      module,
      name,
      comment,
      region: topRegionsOf(before).at(-1) ?? '',
      parameters: parameters
        .split(',')
        .flatMap((part) => /[\p{L}\p{N}_]+(?=\s*(?:=|$))/u.exec(part.trim()) ?? []),
      exported: /Экспорт/.test(tail),
      lines: body.split('\n').length,
    };
  });
}

const methods = coreNames.flatMap(methodsOf);
const exported = methods.filter((method) => method.exported);
const named = ({ module, name }: Method): string => `${module}.${name}`;

describe.each(coreNames)('%s', (module) => {
  const { text } = coreModule(module);
  const lines = text.replace(/^\uFEFF/, '').split('\n');
  const own = methods.filter((method) => method.module === module);

  test('is UTF-8 with a mark, lines of Unix, none over 120 letters', () => {
    expect(text.startsWith('\uFEFF')).toBe(true);
    expect(text).not.toContain('\r');
    expect(text.endsWith('\n')).toBe(true);
    expect(lines.filter((line) => line.replace(/\t/g, '    ').length > 120)).toEqual([]);
  });

  test('holds the regions of the standard in their order, each with its kind of methods', () => {
    const regions = topRegionsOf(text);
    expect(regions).toEqual(REGIONS.filter((region) => regions.includes(region)));
    const misplaced = own.filter(
      ({ exported, region }) => exported === (region === REGIONS[2] || region === ''),
    );
    expect(misplaced.map(named)).toEqual([]);
    const empty = regions.filter((region) => !own.some((method) => method.region === region));
    expect(empty).toEqual([]);
  });

  test('keeps no state of its own and spells as the standard asks', () => {
    const code = withoutComments(text);
    expect(code).not.toMatch(/^\s*Перем\s+[^;]+\s+Экспорт/m);
    expect(code.replace(METHOD, '')).not.toMatch(/^\s*Перем\s/m);
    expect(text).not.toMatch(/[ёЁ]/);
    expect(code).not.toMatch(/(?<![\p{L}.])Сообщить\s*\(/u);
    expect(code).not.toMatch(/(?<![\p{L}.])ТекущаяДата(?:Сеанса)?\s*\(/u);
    expect(own.filter(({ name }) => name.startsWith('Получить')).map(named)).toEqual([]);
  });

  test('has methods that can be read at one look', () => {
    expect(own.filter((method) => method.lines > 60).map(named)).toEqual([]);
    expect(own.filter(({ parameters }) => parameters.length > 7).map(named)).toEqual([]);
  });

  test('tells of every exported method what it takes and gives', () => {
    const silent = own.filter(({ exported, comment }) => exported && comment === '');
    expect(silent.map(named)).toEqual([]);
    const untold = own
      .filter(({ exported }) => exported)
      .flatMap((method) =>
        method.parameters
          .filter((parameter) => !method.comment.includes(`//  ${parameter} - `))
          .map((parameter) => `${named(method)}: ${parameter}`),
      );
    expect(untold).toEqual([]);
  });
});

test('a name belongs to one method of all modules: assembly joins them into one', () => {
  const seen = new Map<string, string>();
  const twice = methods.flatMap((method) => {
    const key = method.name.toLowerCase();
    const first = seen.get(key);
    seen.set(key, named(method));
    return first === undefined ? [] : [`${first} and ${named(method)}`];
  });
  expect(twice).toEqual([]);
});

test('no module is named like a method', () => {
  const names = new Set(methods.map(({ name }) => name.toLowerCase()));
  expect(coreNames.filter((name) => names.has(name.toLowerCase()))).toEqual([]);
});

test('all modules together compile, call what is there, and hold nothing unused', () => {
  const { names, clientContext } = createPlatform();
  const entryPoints = exported.filter(({ region }) => region === REGIONS[0]).map(named);
  const sources = coreNames.map(coreModule);
  const problems = checkModules({ sources, names, clientContext, entryPoints });
  expect(problems.map(({ module, line, code, name }) => `${module}:${line} ${code} ${name}`)).toEqual([]);
});

describe('pure modules use the language alone', () => {
  const only = <T>(all: ReadonlyMap<string, T>): ReadonlyMap<string, T> =>
    new Map([...all].filter(([name]) => LANGUAGE.has(name)));
  const { names, clientContext } = createPlatform();
  const language: PlatformNames = {
    version: names.version,
    functions: only(names.functions),
    properties: only(names.properties),
    types: only(names.types),
  };

  test.each(PURE.filter((name) => coreNames.includes(name)))('%s', (module) => {
    const sources = PURE.filter((name) => coreNames.includes(name)).map(coreModule);
    const problems = checkModules({ sources, names: language, clientContext });
    const unknown = problems.filter(
      (problem) => problem.module === module && problem.code === 'not-compiled',
    );
    expect(unknown.map(({ line, name }) => `${line} ${name}`)).toEqual([]);
  });
});
