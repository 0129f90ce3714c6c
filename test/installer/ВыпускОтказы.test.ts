import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import type { JsValue } from '../onec/index.ts';
import { coreModule, coreNames, loadCore } from './program.ts';

const WRAPPER = `
Функция Прочитать(Код, Аргументы = Неопределено) Экспорт
	Попытка
		ВыпускОтказы.Отказать(Код, Аргументы);
	Исключение
		Возврат ВыпускОтказы.ОтказИзОшибки(ИнформацияОбОшибке());
	КонецПопытки;
КонецФункции

Функция ПрочитатьЧужое(Текст) Экспорт
	Попытка
		ВызватьИсключение Текст;
	Исключение
		Возврат ВыпускОтказы.ОтказИзОшибки(ИнформацияОбОшибке());
	КонецПопытки;
КонецФункции

Функция ПрочитатьЧужойМетод() Экспорт
	Попытка
		Данные = Новый ДвоичныеДанные("нет такого файла");
		Возврат Данные;
	Исключение
		Возврат ВыпускОтказы.ОтказИзОшибки(ИнформацияОбОшибке());
	КонецПопытки;
КонецФункции`;

const program = loadCore(['ВыпускОтказы'], {
  stubs: [{ name: 'Тест', text: WRAPPER }],
  platform: { directory: import.meta.dirname },
});
const read = (code: string, args?: JsValue): JsValue => program.call('Тест', 'Прочитать', [code, args]).value;
const foreign = (text: string): JsValue => program.call('Тест', 'ПрочитатьЧужое', [text]).value;

test.each<readonly [string, JsValue, JsValue, string]>([
  ['root-missing', undefined, {}, 'no arguments'],
  ['not-found', { name: 'metadata/1.root.json' }, { name: 'metadata/1.root.json' }, 'a text'],
  [
    'too-large',
    { name: 'a=b', limit: 1_048_576 },
    { name: 'a=b', limit: '1048576' },
    'an equals sign in a value; digits without groups',
  ],
  ['expired', { role: 'x\nvypusk:current\r\u007f\t' }, { role: 'x vypusk:current   ' }, 'control characters'],
  ['version-mismatch', { expected: 0 }, { expected: '0' }, 'zero is not nothing'],
  ['name-invalid', { name: 'я'.repeat(600) }, { name: 'я'.repeat(500) }, 'endless names are cut'],
])('%s survives being an exception — %#', (code, args, expected) => {
  expect(read(code, args)).toEqual({ Код: code, Аргументы: expected });
});

test.each([
  ['vypusk:no-such-code\nname=1', 'a code that is not ours'],
  ['просто ошибка', 'a text of the platform'],
  ['ответ сервера: vypusk:root-missing', 'our mark, but not at the beginning'],
  ['', 'no text at all'],
])('%j is an error of the platform — %s', (text) => {
  expect(foreign(text)).toEqual({ Код: 'platform-error', Аргументы: { text: text.replace('\n', ' ') } });
});

test('what the platform throws and wraps keeps its texts', () => {
  const { value } = program.call('Тест', 'ПрочитатьЧужойМетод');
  expect(value).toMatchObject({ Код: 'platform-error' });
  expect(JSON.stringify(value)).toContain('ДвоичныеДанные');
});

describe('closed lists', () => {
  const root = path.resolve(import.meta.dirname, '../..');
  /** Codes that an interface of arguments lists. */
  const codesIn = (file: string, type: string): string[] => {
    const text = readFileSync(path.join(root, 'scripts', file), 'utf8').replace(/\/\*\*[\s\S]*?\*\//g, '');
    const [, body = ''] =
      new RegExp(`export interface ${type}\\b[^{]*\\{([\\s\\S]*?)\\n\\}`).exec(text) ?? [];
    return [...body.matchAll(/^ {2}'?([\w-]+)'?:/gm)].map(([, code = '']) => code);
  };
  const archive = ['license-record', 'protected-file'].flatMap((subject) =>
    codesIn('license/error.ts', 'ArchiveFaultArguments').map((fault) => `${subject}-${fault}`),
  );
  const typescript = [
    ...codesIn('verify/error.ts', 'VerificationArguments'),
    ...codesIn('license/error.ts', 'LicenseErrorArguments'),
    ...archive,
    ...codesIn('client/error.ts', 'ClientErrorArguments'),
  ];

  /** Codes that the 1C side never gives, and why. */
  const ONLY_TYPESCRIPT = new Map([
    ['json-unencodable', 'the 1C side has no canonicaliser: it verifies the bytes as they came'],
    ['file-name-unsafe', 'the 1C side writes no file under a name that came from outside'],
  ]);

  const codes = (program.call('ВыпускОтказы', 'КодыОтказов').value as string[]).map(String);

  /** Codes that only an infobase knows: they stand in one procedure, each with a comment. */
  const onlyOnec = [
    ...(/Процедура ДобавитьКодыПлатформы[\s\S]*?КонецПроцедуры/
      .exec(coreModule('ВыпускОтказы').text)?.[0]
      .matchAll(/Коды\.Добавить\("([^"]+)"\); \/\/ \S/g) ?? []),
  ].map(([, code = '']) => code);

  test('the unions of TypeScript were read', () => {
    expect(typescript.length).toBeGreaterThan(45);
    expect(onlyOnec.length).toBeGreaterThan(0);
  });

  test('every code has one meaning on both sides', () => {
    const expected = [...typescript.filter((code) => !ONLY_TYPESCRIPT.has(code)), ...onlyOnec];
    expect(codes.toSorted()).toEqual(expected.toSorted());
    expect(new Set(codes).size).toBe(codes.length);
  });

  test.each(coreNames)('%s refuses with listed codes only', (name) => {
    const raised = [...coreModule(name).text.matchAll(/ВыпускОтказы\.Отказать\("([^"]+)"/g)];
    expect(raised.map(([, code = '']) => code).filter((code) => !codes.includes(code))).toEqual([]);
  });
});
