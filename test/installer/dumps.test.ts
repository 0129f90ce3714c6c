import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import {
  assembleExtension,
  assembleProcessor,
  type AssembledProduct,
} from '../../scripts/installer/assemble.ts';
import { dumpBytes } from '../../scripts/installer/source-archive.ts';
import { loadModules } from '../onec/index.ts';
import { parseModule } from '../onec/parser/parser.ts';
import { dumpProblems, type RawDump } from './dump-rules.ts';
import { moduleMethods } from './module-methods.ts';
import { checkedIn, ROMASHKA, withStubs } from './installer-sources.ts';

const INSTALLER = path.resolve(import.meta.dirname, '../../installer');

function onDisk(folder: string): RawDump {
  const root = path.join(INSTALLER, folder);
  const files = readdirSync(root, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return new Map(
    files.map((entry) => {
      const file = path.join(entry.parentPath, entry.name);
      return [path.relative(root, file).replaceAll(path.sep, '/'), readFileSync(file, 'utf8')];
    }),
  );
}

const written = ({ files }: AssembledProduct): RawDump =>
  new Map(
    files.map((file) => [file.path, new TextDecoder('utf-8', { ignoreBOM: true }).decode(dumpBytes(file))]),
  );

const processor = onDisk('processor');
const extension = onDisk('extension');

describe('good dumps', () => {
  test.each<readonly [string, () => RawDump]>([
    ['the processor as it is checked in', () => processor],
    ['the extension as it is checked in', () => extension],
    ['the assembled processor', () => written(assembleProcessor(checkedIn, ROMASHKA))],
    ['the assembled extension', () => written(assembleExtension(checkedIn, ROMASHKA, 'Ромашка'))],
    [
      'an extension under a Latin prefix',
      () => written(assembleExtension(withStubs, ROMASHKA, 'RomashkaSoft')),
    ],
  ])('%s', (_name, dump) => {
    expect(dumpProblems(dump())).toEqual([]);
  });

  test.each([
    ['"); Процедура Зло() Экспорт КонецПроцедуры //', 'a procedure behind a quote'],
    ['раз\nПроцедура Зло() Экспорт\nКонецПроцедуры', 'a procedure in a line of its own'],
    ['</Vendor><Version>9</Version><!--', 'markup'],
    ['#Если Клиент Тогда\n#КонецЕсли', 'an instruction'],
    ['$& $1 \u2028 \u0000', 'what replacing would read, and what nobody sees'],
  ])('a publisher called %j changes nothing but texts: %s', (name) => {
    const shapeOf = (product: AssembledProduct): unknown =>
      product.files.map(({ path: file, text }) => [file, file.endsWith('.bsl') ? moduleMethods(text) : []]);
    const hostile = { ...ROMASHKA, name };
    const installer = assembleProcessor(withStubs, hostile);
    const update = assembleExtension(withStubs, hostile, 'Ромашка');
    expect([...dumpProblems(written(installer)), ...dumpProblems(written(update))]).toEqual([]);
    expect(shapeOf(installer)).toEqual(shapeOf(assembleProcessor(withStubs, ROMASHKA)));
    expect(shapeOf(update)).toEqual(shapeOf(assembleExtension(withStubs, ROMASHKA, 'Ромашка')));
  });

  test('two vendors share no identifier but those of classes', () => {
    const uuids = (product: AssembledProduct) =>
      new Set(
        product.files.flatMap(({ text }) =>
          [...text.matchAll(/(?:uuid="|<xr:(?:Object|Type|Value)Id>)([0-9a-f-]{36})/g)].map(
            ([, uuid]) => uuid,
          ),
        ),
      );
    const mine = uuids(assembleExtension(withStubs, ROMASHKA, 'Ромашка'));
    for (const other of [
      assembleExtension(withStubs, { ...ROMASHKA, id: 'vasilek' }, 'Ромашка'),
      assembleExtension(withStubs, { ...ROMASHKA, addresses: ['https://vasilek.example/'] }, 'Ромашка'),
      assembleExtension(withStubs, ROMASHKA, 'Василек'),
    ]) {
      expect([...uuids(other)].filter((uuid) => mine.has(uuid))).toEqual([]);
    }
    expect(uuids(assembleExtension(withStubs, ROMASHKA, 'Ромашка'))).toEqual(mine);
  });

  test('modules of the dumps are texts of the language on every side', () => {
    for (const [file, text] of [...processor, ...extension].filter(([name]) => name.endsWith('.bsl'))) {
      for (const side of ['server', 'thinClient', 'webClient'] as const) {
        expect(() => parseModule(text, side), file).not.toThrow();
      }
    }
  });

  test.skipIf(!checkedIn.core.some(({ name }) => name === 'ВыпускКлиент'))(
    'the assembled modules compile where the server runs',
    () => {
      const moduleOf = ({ files }: AssembledProduct, ending: string): string =>
        files.find(({ path: file }) => file.endsWith(ending))?.text ?? '';
      const object = moduleOf(assembleProcessor(checkedIn, ROMASHKA), 'Ext/ObjectModule.bsl');
      const update = moduleOf(
        assembleExtension(checkedIn, ROMASHKA, 'Ромашка'),
        'CommonModules/РомашкаОбновление/Ext/Module.bsl',
      );
      expect(() =>
        loadModules([]).createObject({ name: 'УстановщикРасширений', text: object }),
      ).not.toThrow();
      expect(() => loadModules([{ name: 'РомашкаОбновление', text: update }])).not.toThrow();
    },
  );

  test('no method of a dump is idle: something in the dump names it, or it is for others', () => {
    const forOthers = new Set(['СведенияОВнешнейОбработке', 'ПроверитьПриОткрытии', 'ОбработкаКоманды']);
    for (const dump of [processor, extension]) {
      const everything = [...dump.values()].join('\n');
      const idle = [...dump.values()]
        .flatMap(moduleMethods)
        .filter(({ name }) => !forOthers.has(name))
        .filter(
          ({ name }) => everything.split(new RegExp(`(?<![\\p{L}])${name}(?![\\p{L}])`, 'u')).length < 3,
        );
      expect(idle).toEqual([]);
    }
  });

  test('no line of a module is longer than 120, no «ё», no method that begins with «Получить»', () => {
    const wrong = [...processor, ...extension]
      .filter(([file]) => file.endsWith('.bsl'))
      .flatMap(([file, text]) =>
        text
          .replace('\uFEFF', '')
          .split('\n')
          .flatMap((line, at) =>
            line.length > 120 || /ё/i.test(line) || /^(Процедура|Функция) Получить/.test(line)
              ? [`${file}:${at + 1}`]
              : [],
          ),
      );
    expect(wrong).toEqual([]);
  });
});

type Mutation = readonly [file: RegExp, before: string | RegExp, after: string, code: string];

const isThere = (text: string, before: string | RegExp): boolean =>
  typeof before === 'string' ? text.includes(before) : before.test(text);

/** A good dump with one change in the first file whose path matches. */
function mutated(dump: RawDump, [file, before, after]: Mutation): RawDump {
  const [found] = [...dump].filter(([name, text]) => file.test(name) && isThere(text, before));
  if (!found) throw new Error(`nothing to change: ${String(file)} ${String(before)}`);
  return new Map([...dump, [found[0], found[1].replace(before, after)]]);
}

const FORM = /Ext\/Form\.xml$/;
const ROOT = /^УстановщикРасширений\.xml$/;

describe('hostile processors', () => {
  test.each<Mutation>([
    [ROOT, '\uFEFF', '', 'no-mark'],
    [ROOT, '\n', '\r\n', 'line-end'],
    [ROOT, '</MetaDataObject>', '', 'not-well-formed'],
    [ROOT, '<MetaDataObject', '<!DOCTYPE a [<!ENTITY b "c">]><MetaDataObject', 'not-well-formed'],
    [ROOT, 'xmlns:xr=', 'xmlns:xx=', 'not-well-formed'],
    [ROOT, 'version="2.10"', 'version="2.20"', 'version'],
    [ROOT, 'version="2.10"', 'version="2.9"', 'version'],
    [ROOT, ' version="2.10"', '', 'version'],
    [FORM, 'version="2.10"', 'version="2.11"', 'version'],
    [ROOT, '<Comment/>', '', 'property-order'],
    [ROOT, /(<Comment\/>)([^]*?)(<AuxiliaryForm\/>)/, '$3$2$1', 'property-order'],
    [ROOT, '<Comment/>', '<Comment/><TextToSpeech/>', 'property-order'],
    [ROOT, /(<InternalInfo>[^]*<\/InternalInfo>)([^]*<\/Properties>)/, '$2$1', 'section-order'],
    [ROOT, 'c3831ec8', 'c3831ec9', 'class'],
    [ROOT, 'ExternalDataProcessorObject.Установщик', 'ExternalDataProcessorObject.Другой', 'generated-type'],
    [ROOT, /(<xr:TypeId>)[^<]*/, '$1c3831ec8-d8d5-4f93-8a22-f9bfae07327f', 'uuid'],
    [ROOT, /(<xr:TypeId>)[^<]*/, '$1не-uuid', 'uuid'],
    [ROOT, '<Form>Форма</Form>', '<Form>Форма</Form><Form>Вторая</Form>', 'file-missing'],
    [ROOT, '<Form>Форма</Form>', '', 'file-orphan'],
    [ROOT, '<Name>УстановщикРасширений', '<Name>Другой', 'file-name'],
    [ROOT, 'Form.Форма', 'Form.Нету', 'default-form'],
    [FORM, /(\t<Attributes>[^]*<\/Attributes>\n)(\t<Commands>[^]*<\/Commands>\n)/, '$2$1', 'form-order'],
    [FORM, /(<DataPath>КлючЛицензии<\/DataPath>)([^]*?)(<Width>40<\/Width>)/, '$3$2$1', 'element-order'],
    [FORM, '<PagesRepresentation>None</PagesRepresentation>', '<Неизвестное/>', 'element-order'],
    [FORM, '<LabelField name="ПолеХод"', '<HTMLDocumentField name="ПолеХод"', 'not-well-formed'],
    [FORM, 'name="КлючЛицензии" id="', 'name="КлючЛицензии" id="1" x="', 'id-repeated'],
    [FORM, '<Button name="КнопкаСкачать"', '<Button name="КнопкаУстановить"', 'name-repeated'],
    [FORM, '<Column name="Версия" id="3"', '<Column name="Название" id="3"', 'name-repeated'],
    [FORM, '<DataPath>Расширения.Версия</DataPath>', '<DataPath>Расширения.Нету</DataPath>', 'data-path'],
    [FORM, '<DataPath>Подробно</DataPath>', '<DataPath>Нету</DataPath>', 'data-path'],
    [FORM, 'Form.Command.Скачать<', 'Form.Command.Нету<', 'command-missing'],
    [FORM, '<Action>Скачать</Action>', '<Action>Нету</Action>', 'handler-missing'],
    [FORM, '>ПриОткрытии</Event>', '>ПриСозданииНаСервере</Event>', 'handler-missing'],
    [FORM, '<Event name="OnOpen">ПриОткрытии</Event>', '', 'handler-unused'],
    [FORM, '<v8:Type>xs:boolean</v8:Type>', '<v8:Type>cfg:CatalogRef.Валюты</v8:Type>', 'type'],
    [FORM, 'cfg:ExternalDataProcessorObject.Установщик', 'cfg:ExternalDataProcessorObject.Чужой', 'type'],
    [FORM, '<Item>Расширения</Item>', '<Item>Ближайшие</Item>', 'addition'],
    [/Form\/Module\.bsl$/, 'Процедура Скачать(Команда)', 'Процедура Скачать1(Команда)', 'handler-missing'],
    [
      /Form\/Module\.bsl$/,
      /&НаКлиенте\nПроцедура Скачать\(/,
      '&НаСервере\nПроцедура Скачать(',
      'handler-missing',
    ],
  ])('%s: %s → %s is %s', (...mutation) => {
    const [, , , code] = mutation;
    expect(dumpProblems(mutated(processor, mutation)).map((problem) => problem.split(' ')[0])).toContain(
      code,
    );
  });
});

const CONFIGURATION = /^Configuration\.xml$/;

describe('hostile extensions', () => {
  test.each<Mutation>([
    [
      /Languages/,
      '<LanguageCode>',
      '<ExtendedConfigurationObject>x</ExtendedConfigurationObject><LanguageCode>',
      'bound-to-configuration',
    ],
    [/^Roles\/[^/]*\.xml$/, '<Name>', '<ObjectBelonging>Adopted</ObjectBelonging><Name>', 'adopted'],
    [CONFIGURATION, 'AddOn', 'Patch', 'purpose'],
    [CONFIGURATION, '<Name>Префикс', '<Name>EFПрефикс', 'prefix'],
    [CONFIGURATION, '<NamePrefix>Префикс</NamePrefix>', '<NamePrefix/>', 'prefix'],
    [CONFIGURATION, '<NamePrefix>Префикс<', '<NamePrefix>Другой<', 'not-prefixed'],
    [CONFIGURATION, /(\s*<Language>Русский<\/Language>)([^]*?)(<\/ChildObjects>)/, '$2$1$3', 'kind-order'],
    [CONFIGURATION, '<Role>', '<Catalog>ПрефиксЧужой</Catalog><Role>', 'kind-order'],
    [CONFIGURATION, /(<CommonModule>[^<]*<\/CommonModule>)/, '$1$1', 'name-repeated'],
    [CONFIGURATION, /\t\t\t<xr:ContainedObject>[^]*?<\/xr:ContainedObject>\n/, '', 'contained-objects'],
    [CONFIGURATION, 'Role.ПрефиксОбновлениеРасширения', 'Role.ПрефиксДругая', 'reference'],
    [CONFIGURATION, 'Language.Русский', 'Language.Английский', 'reference'],
    [CONFIGURATION, '<ObjectBelonging>Adopted</ObjectBelonging>', '', 'property-order'],
    [/Rights\.xml$/, 'CommonForm.', 'Catalog.', 'reference'],
    [/ScheduledJobs\/[^/]*\.xml$/, 'ПроверитьПоРасписанию', 'СкрытыйМетод', 'job-method'],
    [
      /ПрефиксОбновление\/Ext\/Module\.bsl$/,
      'ПроверитьПоРасписанию() Экспорт',
      'ПроверитьПоРасписанию()',
      'job-method',
    ],
    [/CommonModules\/ПрефиксОбновлениеКлиент\.xml$/, '<Global>false</Global>', '', 'property-order'],
    [/CommonForms\/[^/]*\.xml$/, /uuid="[^"]*"/, 'uuid=""', 'uuid'],
  ])('%s: %s → %s is %s', (...mutation) => {
    const [, , , code] = mutation;
    expect(dumpProblems(mutated(extension, mutation)).map((problem) => problem.split(' ')[0])).toContain(
      code,
    );
  });

  test('a file that no object has is an orphan', () => {
    const dump = new Map([...extension, ['CommonModules/Чужой.xml', '\uFEFF<a version="2.10"/>']]);
    expect(dumpProblems(dump)).toContain('file-orphan CommonModules/Чужой.xml');
  });

  test('two objects with one identifier are found', () => {
    const [first = '', second = ''] = [...extension.keys()].filter((file) =>
      /^Common\w+\/[^/]*\.xml$/.test(file),
    );
    const uuid = /uuid="([^"]*)"/.exec(extension.get(first) ?? '')?.[1] ?? '';
    const copy = (extension.get(second) ?? '').replace(/uuid="[^"]*"/, `uuid="${uuid}"`);
    expect(dumpProblems(new Map([...extension, [second, copy]]))).toContain(`uuid ${uuid}`);
  });
});
