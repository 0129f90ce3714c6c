import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bslLiteral, plainLine } from '../../scripts/installer/bsl-literal.ts';
import { bslTokens, type BslModule } from '../../scripts/installer/bsl-tokens.ts';
import { InstallerError } from '../../scripts/installer/error.ts';
import { joinModules } from '../../scripts/installer/join-modules.ts';
import { publisherModule, type Stamp } from '../../scripts/installer/publisher-module.ts';
import { stableUuid, withOwnUuids } from '../../scripts/installer/stable-uuid.ts';
import { withElement } from '../../scripts/installer/xml-slot.ts';
import { withPrefix } from '../../scripts/installer/own-names.ts';
import { loadModules } from '../onec/index.ts';
import { tokenize } from '../onec/lexer/lexer.ts';
import { coreModule, coreNames } from './program.ts';

const HOST: BslModule = { name: 'Хозяин', text: '#Область ПрограммныйИнтерфейс\n#КонецОбласти\n' };

const region = (name: string, body: string): string => `#Область ${name}\n${body}\n#КонецОбласти\n`;
const service = (body: string): string => region('СлужебныеПроцедурыИФункции', body);

const codeOf = (work: () => unknown): string => {
  try {
    work();
  } catch (error) {
    if (error instanceof InstallerError) return error.code;
    throw error;
  }
  return 'none';
};

describe('modules become one', () => {
  const versions = {
    name: 'ВыпускВерсии',
    text: region('ПрограммныйИнтерфейс', 'Функция Разобрать(Т) Экспорт\n\tВозврат Т + "!";\nКонецФункции'),
  };
  const ranges = {
    name: 'ВыпускДиапазоны',
    text:
      '// ВыпускВерсии.Разобрать( in a comment\n' +
      region(
        'ПрограммныйИнтерфейс',
        [
          'Функция Проба() Экспорт',
          '\tА = Новый Структура("ВыпускВерсии", "текст: ВыпускВерсии.Разобрать(1)");',
          '\t// ВыпускВерсии.Разобрать(2)',
          '\tВозврат выпускверсии . Разобрать(А.ВыпускВерсии);',
          'КонецФункции',
        ].join('\n'),
      ) +
      service('Функция Скрыто()\n\tВозврат ВыпускВерсии.Разобрать("1");\nКонецФункции'),
  };
  const joined = joinModules({ host: HOST, core: [ranges, versions] });

  test('names of modules leave the code and stay in texts, comments and fields', () => {
    expect(joined).toContain('"текст: ВыпускВерсии.Разобрать(1)"');
    expect(joined).toContain('// ВыпускВерсии.Разобрать(2)');
    expect(joined).toMatch(/Возврат\s+Разобрать\(А\.ВыпускВерсии\);/);
    expect(joined).toContain('Возврат Разобрать("1");');
  });

  test('regions come in the order of the standard, a part of each module in each', () => {
    const instructions = tokenize(joined)
      .filter(({ kind }) => kind === 'instruction')
      .map(({ text }) => text);
    expect(instructions).toEqual([
      '#Область ПрограммныйИнтерфейс',
      '#Область ВыпускВерсии',
      '#КонецОбласти',
      '#Область ВыпускДиапазоны',
      '#КонецОбласти',
      '#КонецОбласти',
      '#Область СлужебныеПроцедурыИФункции',
      '#Область ВыпускДиапазоны',
      '#КонецОбласти',
      '#КонецОбласти',
    ]);
  });

  test('the order of the files does not matter', () => {
    expect(joinModules({ host: HOST, core: [versions, ranges] })).toBe(joined);
  });

  test('the joined module runs and answers as the separate ones', () => {
    const source = joined.replace('// ВыпускВерсии.Разобрать( in a comment\n', '');
    const program = loadModules([{ name: 'Вместе', text: source }]);
    expect(program.call('Вместе', 'Разобрать', ['1']).value).toBe('1!');
  });

  test.each([
    ['Перем Общая;\n', 'module-variable', 'joined modules would share it'],
    [service('Функция разобрать(Б)\nКонецФункции'), 'method-repeated', 'in any case of letters'],
    [region('Прочее', ''), 'region-unknown', 'a region of somebody'],
    [service('') + service(''), 'region-unknown', 'a region twice'],
    ['А = 1;\n' + service(''), 'code-outside-regions', 'code before the regions'],
    [service('') + 'А = 1;', 'code-outside-regions', 'code after the regions'],
    [service('') + 'А = 1;\n' + region('ПрограммныйИнтерфейс', ''), 'code-outside-regions', 'code between'],
    [service('А = "не закрыта;'), 'module-unreadable', 'a text that never ends'],
    [service('А = "раз\n два";'), 'module-unreadable', 'a text over two lines without a bar'],
    [
      service('А = "выпускверсии.Разобрать";'),
      'module-named-in-text',
      'a background job of a module that is gone',
    ],
  ])('%j is refused with %s: %s', (text, code) => {
    expect(codeOf(() => joinModules({ host: HOST, core: [versions, { name: 'ВыпускЧужой', text }] }))).toBe(
      code,
    );
  });

  test.each([
    ['А = 1; // Перем Общая;', 'a word of a comment'],
    ['А.Перем = 1;', 'a field'],
    ['Текст = "Перем; Процедура Разобрать()";', 'a word of a text'],
    ['Текст = "раз\n// заметка\n|два";', 'a text of two lines with a comment between'],
    ['А = Выпуск.ВыпускВерсии.Имя;', 'a field named like a module'],
  ])('%j is not mistaken: %s', (body) => {
    const text = service(`Процедура Своя(А, Выпуск)\n${body}\nКонецПроцедуры`);
    expect(joinModules({ host: HOST, core: [versions, { name: 'ВыпускЧужой', text }] })).toContain(body);
  });

  test('pieces of any text are the text', () => {
    fc.assert(
      fc.property(
        fc.string({
          unit: fc.constantFrom('а', 'Б', '1', '_', '"', '\n', '|', '/', '#', '.', ';', '(', ' ', "'"),
        }),
        (text) => {
          const code = codeOf(() => {
            expect(
              bslTokens({ name: 'М', text })
                .map((piece) => piece.text)
                .join(''),
            ).toBe(text);
          });
          expect(['none', 'module-unreadable']).toContain(code);
        },
      ),
    );
  });

  test('the checked-in core joins', () => {
    const core = coreNames
      .map(coreModule)
      .map(({ name, text }) => ({ name, text: text.replace(/^\uFEFF/, '') }));
    expect(joinModules({ host: HOST, core })).not.toMatch(/(?<![\p{L}"])Выпуск\p{L}+\.\p{L}+\(/u);
  });
});

/** Texts that want out of their quotes. */
const HOSTILE = [
  ['Ромашка "Софт"', 'quotes'],
  ['"); Процедура Зло() КонецПроцедуры //', 'a procedure behind a quote'],
  ['раз\nПроцедура Зло()\nКонецПроцедуры', 'a line break'],
  ['раз\r|два\u2028три\u0085', 'other line breaks'],
  ['""""', 'nothing but quotes'],
  ['// не комментарий', 'a comment'],
  ['#Если Сервер Тогда', 'an instruction'],
  ['\uD800', 'half of a character'],
  ["ru = 'а'; en = 'б'", 'what НСтр would read'],
  ['а'.repeat(500), 'a long text'],
  ['', 'nothing'],
] as const;

/** The only text of an expression, added up as the language would. */
const valueOf = (expression: string): string => {
  const tokens = tokenize(expression);
  expect(tokens.every(({ kind, text }) => kind === 'string' || kind === 'end' || text === '+')).toBe(true);
  return tokens
    .filter(({ kind }) => kind === 'string')
    .map(({ text }) => text)
    .join('');
};

describe('values of a publisher', () => {
  test.each(HOSTILE)('%j stays in its literal: %s', (text) => {
    expect(valueOf(bslLiteral(text))).toBe(plainLine(text));
    for (const line of bslLiteral(text).split('\n')) expect(line.length).toBeLessThanOrEqual(120);
  });

  test('no text leaves its literal', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
        expect(valueOf(bslLiteral(text))).toBe(plainLine(text));
      }),
    );
  });

  const publisher: Stamp = {
    id: 'romashka',
    name: 'Ромашка "Софт"); Процедура Зло()',
    addresses: ['https://romashka.example/', 'https://mirror.example/'],
    licensePrefix: 'ROMASHKA',
    root: new Uint8Array(3000).fill(7),
    version: '0.1.0',
    channel: 'stable',
    extension: 'crm-connector',
    attachMethod: 'РомашкаОбновление.ПроверитьПодключениеВЗадании',
  };

  test('are what the module returns', () => {
    const { name, text } = coreModule('ВыпускИздатель');
    const stamped = publisherModule({ name, text: text.replace(/^\uFEFF/, '') }, publisher);
    expect(loadModules([stamped]).call(name, 'СведенияИздателя').value).toEqual({
      Имя: publisher.name,
      Адреса: publisher.addresses,
      ПрефиксЛицензий: 'ROMASHKA',
      КореньBase64: Buffer.from(publisher.root).toString('base64'),
      ВерсияУстановщика: '0.1.0',
      Канал: 'stable',
      Идентификатор: 'crm-connector',
      МетодПроверки: publisher.attachMethod,
    });
  });

  test.each([
    ['', 'no places at all'],
    ['Сведения.Вставить("Имя", "а"); Сведения.Вставить("Имя", "б");', 'a place twice'],
    ['// Вставить("Имя", "а")', 'a place in a comment'],
    ['Сведения.Вставить("Имя", "а"', 'a place that never ends'],
  ])('%j has no place for them: %s', (text) => {
    expect(codeOf(() => publisherModule({ name: 'М', text }, publisher))).toBe('slot-missing');
  });
});

describe('descriptions', () => {
  test.each([
    ['</Vendor><Vendor>', '&lt;/Vendor&gt;&lt;Vendor&gt;', 'markup'],
    ['a & "b"', 'a &amp; &quot;b&quot;', 'entities'],
    ['$& $1 $`', '$&amp; $1 $`', 'what replacing would read'],
    ['раз\nдва', 'раз два', 'a line break'],
  ])('%j becomes %j: %s', (text, written) => {
    expect(withElement({ path: 'a.xml', text: '<A><Vendor/></A>' }, 'Vendor', text).text).toBe(
      `<A><Vendor>${written}</Vendor></A>`,
    );
  });

  test.each(['<A/>', '<A><V/><V/></A>'])('%j has no single place', (text) => {
    expect(codeOf(() => withElement({ path: 'a.xml', text }, 'V', 'x'))).toBe('slot-missing');
  });

  const uuid = '11111111-2222-3333-4444-555555555555';

  test('identifiers depend on the owner, classes do not', () => {
    const xml = `<a uuid="${uuid}"/><b>9cd510cd-abfc-11d4-9434-004095e12fc7</b><c>${uuid}</c>`;
    const own = withOwnUuids(xml, ['a', 'b']);
    expect(own).toBe(withOwnUuids(xml, ['a', 'b']));
    expect(own).not.toBe(withOwnUuids(xml, ['ab', '']));
    expect(own).toContain('<b>9cd510cd-abfc-11d4-9434-004095e12fc7</b>');
    expect(own.split(stableUuid('a', 'b', uuid))).toHaveLength(3);
    expect(stableUuid('x')).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  });

  const dump = [
    {
      path: 'Configuration.xml',
      text: '<Name>ПрефиксОбновление</Name><CommonModule>ПрефиксОбновление</CommonModule>',
    },
    { path: 'CommonModules/ПрефиксОбновление.xml', text: 'ПрефиксОбновление.Имя ПрефиксЛицензий Префикс' },
  ];

  test('own names get the vendor’s prefix, in names of files too', () => {
    expect(withPrefix(dump, 'Ромашка')[1]).toEqual({
      path: 'CommonModules/РомашкаОбновление.xml',
      text: 'РомашкаОбновление.Имя ПрефиксЛицензий Префикс',
    });
  });

  test.each([
    ['', 'prefix-invalid', 'nothing'],
    ['1С', 'prefix-invalid', 'a digit first'],
    ['Ёж', 'prefix-invalid', 'a letter that names avoid'],
    ['а.б', 'prefix-invalid', 'a dot'],
    ['а/../б', 'prefix-invalid', 'a path'],
    ['а'.repeat(31), 'prefix-invalid', 'too long'],
  ])('the prefix %j is refused with %s: %s', (prefix, code) => {
    expect(codeOf(() => withPrefix(dump, prefix))).toBe(code);
  });

  test('a name may not outgrow the limit', () => {
    const long = [{ path: 'Configuration.xml', text: `<Role>Префикс${'а'.repeat(70)}</Role>` }];
    expect(codeOf(() => withPrefix(long, 'Ромашка1234'))).toBe('name-too-long');
  });
});
