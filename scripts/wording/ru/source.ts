import type { SourceErrorArguments } from '../../source/source-error.ts';
import type { SourceProblemCode } from '../../source/source-problem.ts';
import { say, sayReason, type Untyped, type Words } from '../wording.ts';
import { expectedFormat, typeNames, yamlFault } from './source-terms.ts';

/** What can be wrong in the files of a release tree, in Russian. */
export const SOURCE_RU: Words<Untyped<SourceProblemCode>> = {
  'conflict-markers': () => ({
    message: say`В файле остались следы слияния (<<<<<<< и >>>>>>>): git не смог соединить две правки сам.`,
    cure: say`Оставьте верный вариант, удалите строки со знаками <<<<<<<, ======= и >>>>>>>.`,
  }),
  'file-encoding': () => ({
    message: say`Файл не в кодировке UTF-8.`,
    cure: say`Сохраните его в UTF-8.`,
  }),
  'file-missing': ({ file }) => ({
    message: say`Нет файла ${file}.`,
    cure: say`Создайте его; для нового выпуска это сделает vypusk add.`,
  }),
  'file-too-large': ({ size, limit }) => ({
    message: say`Файл занимает ${size} байт, а можно не больше ${limit}.`,
    cure: say`Сократите его.`,
  }),
  'file-unreadable': (args) => sayReason(SOURCE_ERRORS_RU, args),
  'folder-name': ({ name, expected }) =>
    expected === 'version'
      ? {
          message: say`Папка «${name}» названа не версией.`,
          cure: say`Назовите ее версией выпуска, например 1.2.0.3.`,
        }
      : {
          message: say`Папка «${name}» названа не кодом расширения.`,
          cure: say`Назовите ее латинскими буквами, цифрами и дефисом, например crm-connector.`,
        },
  'name-decomposed': ({ name }) => ({
    message: say`«${name}» записано составными знаками Юникода (так пишет macOS): выглядит так же, а для git и адресов это другое имя.`,
    cure: say`Наберите имя заново: ${name}. На macOS выполните: git config core.precomposeunicode true`,
  }),
  'name-reserved': ({ name }) => ({
    message: say`В Windows не может быть файла или папки «${name}»: такое хранилище там не откроют.`,
    cure: say`Переименуйте: нельзя имена устройств (con, nul, com1 и другие), знаки < > : " | ? * и точка в конце.`,
  }),
  'notes-twice': ({ locale }) => ({
    message: say`Описание изменений на языке «${locale}» есть и в .md, и в .mdx.`,
    cure: say`Оставьте один из файлов.`,
  }),
  'passport-invalid': ({ field }) => ({
    message: field === '' ? say`Паспорт не разбирается как JSON.` : say`В паспорте неверно поле ${field}.`,
    cure: say`Не правьте паспорт руками: создайте его заново командой vypusk add.`,
  }),
  'problems-omitted': ({ count }) => ({
    message: say`В этом файле еще ${count} замечаний.`,
    cure: say`Исправьте те, что показаны, и проверьте еще раз.`,
  }),
  'schema-choice': ({ value, choices, nearest }) => ({
    message: say`Значения «${value}» здесь нет.`,
    cure:
      nearest === '' ? say`Напишите одно из: ${choices}.` : say`Напишите ${nearest}; допустимы: ${choices}.`,
  }),
  'schema-duplicate': ({ value, field }) => ({
    message: say`«${value}» повторяется в списке ${field}.`,
    cure: say`Удалите повтор.`,
  }),
  'schema-either': ({ fields }) => ({
    message: say`Нет ни одного из полей: ${fields}.`,
    cure: say`Напишите одно из них.`,
  }),
  'schema-format': ({ value, field, format }) => ({
    message: say`Значение «${value}» поля ${field} записано неверно.`,
    cure: say`Нужно: ${expectedFormat(format)}.`,
  }),
  'schema-required': ({ field }) => ({
    message: say`Не заполнено обязательное поле ${field}.`,
    cure: say`Добавьте ${field}: …`,
  }),
  'schema-size': ({ bound, limit, unit }) => ({
    message:
      bound === 'least'
        ? say`Слишком мало: нужно не меньше ${limit}${sizeUnit(unit)}.`
        : say`Слишком много: можно не больше ${limit}${sizeUnit(unit)}.`,
    cure: bound === 'least' ? say`Допишите недостающее.` : say`Сократите значение.`,
  }),
  'schema-type': ({ field, received, expected }) => ({
    message: say`В поле ${field} стоит ${typeNames(received)}.`,
    cure: say`Нужно: ${typeNames(expected)}.`,
  }),
  'schema-unknown-field': ({ field, known, nearest }) => ({
    message: say`Поля ${field} здесь не бывает.`,
    cure:
      nearest === ''
        ? say`Удалите его; известные поля: ${known}.`
        : say`Напишите ${nearest} — или удалите; известные поля: ${known}.`,
  }),
  'symbolic-link': ({ name }) => ({
    message: say`«${name}» — символическая ссылка: на другой машине она покажет не туда.`,
    cure: say`Положите вместо нее сам файл.`,
  }),
  'too-many-entries': ({ limit }) => ({
    message: say`В папке больше ${limit} файлов.`,
    cure: say`Уберите лишнее.`,
  }),
  'unexpected-file': ({ name }) => ({
    message: say`«${name}» здесь никто не читает.`,
    cure: say`Исправьте имя или удалите файл.`,
  }),
  'yaml-alias': ({ alias }) => ({
    message: say`Ссылка *${alias} ни на что не указывает.`,
    cure: say`Напишите значение полностью.`,
  }),
  'yaml-duplicate-key': ({ key }) => ({
    message: say`Поле ${key} записано дважды.`,
    cure: say`Оставьте одно.`,
  }),
  'yaml-key': () => ({
    message: say`Имя поля должно быть обычным текстом.`,
    cure: say`Напишите «имя: значение».`,
  }),
  'yaml-many-documents': () => ({
    message: say`В файле два документа YAML (строка ---).`,
    cure: say`Оставьте один документ.`,
  }),
  'yaml-syntax': ({ reason }) => ({
    message: say`Это не разбирается как YAML: ${yamlFault(reason)}.`,
    cure: say`Проверьте отступы (пробелы, не табуляция), двоеточия и кавычки в этом месте.`,
  }),
  'yaml-tag': ({ tag }) => ({
    message: say`Указание типа ${tag} не нужно.`,
    cure: say`Удалите его.`,
  }),
  'yaml-too-complex': ({ limit }) => ({
    message: say`В файле больше ${limit} значений или слишком глубокая вложенность.`,
    cure: say`Упростите файл.`,
  }),
};

const UNITS: ReadonlyMap<unknown, string> = new Map([
  ['characters', ' знаков'],
  ['items', ' записей'],
]);

const sizeUnit = (unit: unknown): string => UNITS.get(unit) ?? '';

/** Why a file or a git revision cannot be read, in Russian. */
export const SOURCE_ERRORS_RU: Words<SourceErrorArguments> = {
  'file-not-found': ({ file }) => ({
    message: say`Файла ${file} нет.`,
    cure: say`Проверьте имя и папку.`,
  }),
  'file-too-large': ({ file, size, limit }) => ({
    message: say`Файл ${file} занимает ${size} байт, а можно не больше ${limit}.`,
    cure: say`Сократите его.`,
  }),
  'file-unreadable': ({ file }) => ({
    message: say`Файл ${file} не читается.`,
    cure: say`Проверьте, что это файл и что на него есть права.`,
  }),
  'git-failed': ({ command, reason }) => ({
    message: say`Команда git ${command} не выполнилась (${reason}).`,
    cure: say`Проверьте, что git установлен, папка находится в его репозитории, а удалённый репозиторий доступен.`,
  }),
  'manifest-unusable': () => ({
    message: say`Это описание не читается, поэтому дополнить его нельзя.`,
    cure: say`Исправьте ошибки в нем (их покажет vypusk check) и повторите.`,
  }),
  'path-outside': ({ path }) => ({
    message: say`Путь «${path}» ведет за пределы папки.`,
    cure: say`Укажите путь внутри папки выпусков.`,
  }),
  'revision-unknown': ({ revision }) => ({
    message: say`Ревизии «${revision}» нет.`,
    cure: say`Укажите существующую, например origin/main; в CI загрузите историю (fetch-depth: 0).`,
  }),
};
