import type { FileCheckCode } from '../check-groups.ts';
import { say, sayReason, type Untyped, type Words } from '../wording.ts';
import { CFE_ERRORS_RU } from './cfe-errors.ts';
import { CFE_WARNINGS_RU } from './cfe-warnings.ts';

/** Kinds of files in the accusative case. */
const KINDS: ReadonlyMap<unknown, string> = new Map([
  ['Configuration', 'конфигурацию'],
  ['ExternalDataProcessor', 'внешнюю обработку'],
  ['ExternalReport', 'внешний отчет'],
]);

/** Checks of files, in Russian. */
export const FILE_CHECKS_RU: Words<Untyped<FileCheckCode>> = {
  'build-file-missing': ({ file, path }) => ({
    message: say`Файла ${file} нет рядом с описанием, и адреса для него не указаны.`,
    cure: say`Положите файл в ${path} или укажите urls: [https://…].`,
  }),
  'build-file-repeated': ({ file }) => ({
    message: say`Файл ${file} назван в выпуске дважды: опубликован будет только один.`,
    cure: say`Дайте файлам разные имена (большие и маленькие буквы не различаются) или объедините их конфигурации в одну запись.`,
  }),
  'file-hash-mismatch': ({ file, actual }) => ({
    message: say`Файл ${file} не тот, что описан: его SHA-256 другой.`,
    cure: say`Верните прежний файл или опишите новый: vypusk add ${file} (SHA-256 ${actual}).`,
  }),
  'file-integrity': ({ file, count, elements }) => ({
    message: say`Внутренняя таблица контрольных сумм файла ${file} не сходится (${count}: ${elements}): файл поврежден или изменен сторонней программой.`,
    cure: say`Выгрузите расширение из конфигуратора заново и добавьте его: vypusk add ${file}.`,
  }),
  'file-length-mismatch': ({ file, written, actual }) => ({
    message: say`В файле ${file} ${actual} байт, а в описании ${written}.`,
    cure: say`Верните прежний файл или опишите новый: vypusk add ${file} (length: ${actual}).`,
  }),
  'file-leftover-memory': ({ file, path, pieces, bytes }) => ({
    message: say`Между модулями файла ${file} есть текст, которого нет ни в одном модуле: мест ${pieces}, байт ${bytes}. Это память конфигуратора; в ней могут быть чужие тексты и пароли.`,
    cure: say`Посмотрите его: vypusk inspect --leftovers releases/${path}. Чтобы убрать, выгрузите расширение в файлы, загрузите в чистую базу и сохраните .cfe оттуда; если он безобиден, напишите почему: leftovers: "…".`,
  }),
  'file-lfs-pointer': ({ file, path }) => ({
    message: say`Вместо файла ${file} лежит указатель Git LFS: самого файла на этой машине нет.`,
    cure: say`Получите файлы: git lfs pull. В своих рабочих процессах добавьте шагу checkout параметр lfs: true (файл: ${path}).`,
  }),
  'file-name-mismatch': ({ file, actual, name, manifest }) => ({
    message: say`В файле ${file} лежит расширение «${actual}», а в описании — «${name}».`,
    cure: say`Положите файл расширения «${name}» или исправьте name в ${manifest}.`,
  }),
  'file-newer-platform': ({ file, writer }) => ({
    message: say`Файл ${file} сохранен платформой ${writer}, а выпуск обещает работать на 8.3: старая платформа может его не открыть.`,
    cure: say`Сохраните .cfe на платформе 8.3 или напишите requires: {platform: ">=8.5"}.`,
  }),
  'file-not-extension': ({ file, type }) => ({
    message: say`Файл ${file} содержит ${KINDS.get(type) ?? type}, а не расширение.`,
    cure: say`Сохраните расширение в файл .cfe из конфигуратора и положите его вместо этого.`,
  }),
  'file-not-protected': ({ file, reason }) => ({
    message: say`Файл ${file} называется защищенным, но это не так (${reason}).`,
    cure: say`Защитите .cfe на своей машине: vypusk add. Если архив уже опубликован, считайте файл розданным.`,
  }),
  'file-odd': (args) => {
    const { message, cure } = sayReason(CFE_WARNINGS_RU, args);
    return { message: say`Странность в файле ${args['file']}. ${message}`, cure };
  },
  'file-protection-mismatch': ({ file, price }) =>
    price === 'paid'
      ? {
          message: say`Расширение платное, а файл ${file} лежит открыто: его скачает любой.`,
          cure: say`Защитите файл: vypusk add ${file} сделает ${file}.zip; уже опубликованный открытый файл считайте розданным.`,
        }
      : {
          message: say`Расширение бесплатное, а файл ${file} защищен: открыть его нечем.`,
          cure: say`Опубликуйте обычный .cfe или напишите price: paid в extension.yaml.`,
        },
  'file-refused': (args) => {
    const { message, cure } = sayReason(CFE_ERRORS_RU, args);
    return { message: say`Файл ${args['file']} не читается. ${message}`, cure };
  },
  'file-unlisted': ({ file, manifest }) => ({
    message: say`Файл ${file} не назван ни в одной записи builds и опубликован не будет.`,
    cure: say`Добавьте его в ${manifest} командой vypusk add или удалите.`,
  }),
  'file-unreachable': ({ file, url, reason }) => ({
    message: say`Файл ${file} не удалось получить по адресу ${url} (${reason}): что в нем, никто не видел.`,
    cure: say`Проверьте, что адрес открывается без пароля и ведет на этот файл, и повторите проверку. Без нее такой выпуск сливает только человек, который видел файл сам.`,
  }),
  'file-version-mismatch': ({ file, actual, version }) => ({
    message:
      actual === ''
        ? say`Версия внутри файла ${file} не заполнена, а в выпуске сказано ${version}: база не сможет понять, что у нее установлено.`
        : say`Версия внутри файла ${file} — «${actual}», а в выпуске сказано ${version}.`,
    cure: say`Впишите сюда то, что говорит файл, — fileVersion: "${actual}" — или исправьте свойство «Версия» расширения в конфигураторе и сохраните .cfe заново.`,
  }),
  'file-version-repeated': ({ fileVersion, version, other }) => ({
    message: say`Файлы выпусков ${version} и ${other} называют одну и ту же версию — «${fileVersion}»: база, которая ее сообщает, считается обновленной до более нового.`,
    cure: say`До публикации дайте каждому выпуску свою версию в свойстве «Версия» расширения; с уже опубликованными делать ничего не нужно.`,
  }),
  'http-services-unmentioned': ({ file, services }) => ({
    message: say`В файле ${file} есть HTTP-сервисы (${services}), а администратору о публикации не сказано.`,
    cure: say`Напишите install: {publish: [httpServices]}.`,
  }),
  'language-bound': ({ file, language, configurations }) => ({
    message: say`Файл ${file} предназначен для нескольких конфигураций (${configurations}), но язык «${language}» в нем привязан к одной: в остальных расширение не подключится.`,
    cure: say`Очистите у языка «${language}» привязку к объекту расширяемой конфигурации или выпустите отдельный файл для каждой конфигурации.`,
  }),
  'passport-missing': ({ file, passport }) => ({
    message: say`У файла ${file} нет паспорта: по запросу на слияние не видно, что он добавляет и перехватывает.`,
    cure: say`Создайте ${passport}: vypusk add ${file}.`,
  }),
  'passport-required': ({ file, passport }) => ({
    message: say`Файл ${file} лежит по адресу вне репозитория, а паспорта у него нет: что он добавляет и перехватывает, не видно никому.`,
    cure: say`Создайте ${passport}: положите .cfe рядом и выполните vypusk add с параметром --url.`,
  }),
  'passport-stale': ({ passport, file, field }) => ({
    message: say`Паспорт ${passport} описывает не этот файл: не совпадает ${field}.`,
    cure: say`Обновите паспорт: vypusk add ${file}.`,
  }),
  'platform-below-compatibility': ({ file, platform, range }) => ({
    message:
      range === ''
        ? say`Файл ${file} подключается начиная с платформы ${platform}, а выпуск ее не требует.`
        : say`Файл ${file} подключается начиная с платформы ${platform}, а «${range}» допускает более старые.`,
    cure: say`Напишите requires: {platform: ">=${platform}"}.`,
  }),
};
