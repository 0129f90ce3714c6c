import type { KeyErrorArguments } from '../../signing/key-error.ts';
import { MIN_PASSPHRASE_LENGTH, type PassphraseWeakness } from '../../signing/passphrase-weakness.ts';
import type { RefusalArguments } from '../../signing/publish-refusal.ts';
import { say, type Words } from '../wording.ts';

/** What is weak, in words. */
const WEAKNESSES: ReadonlyMap<string, string> = new Map<PassphraseWeakness, string>([
  ['short', `в ней меньше ${MIN_PASSPHRASE_LENGTH} знаков`],
  ['monotonous', 'несколько знаков повторяются или идут подряд'],
  ['common', 'с неё начинается любой список для подбора'],
]);

/** Why a private key could not be used, in Russian. */
export const KEY_ERRORS_RU: Words<KeyErrorArguments> = {
  'environment-key-malformed': ({ variable }) => ({
    message: say`В переменной ${variable} не ключ.`,
    cure: say`Запишите в нее то, что напечатал vypusk keys init.`,
  }),
  'key-file-too-costly': ({ memory, limit }) => ({
    message: say`Чтобы открыть файл ключа, нужно ${memory} байт памяти, а можно не больше ${limit}.`,
    cure: say`Возьмите файл ключа, созданный vypusk keys init: этот изменен.`,
  }),
  'key-file-unreadable': ({ reason }) => ({
    message: say`Это не файл ключа (${reason}).`,
    cure: say`Проверьте путь и возьмите копию, если файл испорчен.`,
  }),
  'key-file-version-unsupported': ({ offered }) => ({
    message: say`Файл ключа версии ${offered} этой программе неизвестен.`,
    cure: say`Обновите программу.`,
  }),
  'key-halves-differ': ({ keyid }) => ({
    message: say`Закрытая половина ключа ${keyid} не подходит к открытой.`,
    cure: say`Возьмите копию файла ключа: этот изменен.`,
  }),
  'key-not-in-root': ({ keyid }) => ({
    message: say`Ключ ${keyid} не может подписывать этот корень.`,
    cure: say`Возьмите один из корневых ключей.`,
  }),
  'passphrase-empty': () => ({
    message: say`Ключ нельзя хранить без парольной фразы.`,
    cure: say`Придумайте фразу из нескольких слов.`,
  }),
  'passphrase-weak': ({ weakness }) => ({
    message: say`Парольная фраза слишком слабая: ${WEAKNESSES.get(weakness)}.`,
    cure: say`Придумайте фразу из четырёх и более слов, которые вместе нигде не встречаются.`,
  }),
  'passphrase-wrong': () => ({
    message: say`Парольная фраза не подходит, или файл ключа изменен.`,
    cure: say`Введите фразу еще раз; проверьте раскладку и регистр.`,
  }),
  'root-unreadable': ({ reason }) => ({
    message: say`Это не корневые метаданные (${reason}).`,
    cure: say`Проверьте путь: нужен файл вида 1.root.json.`,
  }),
  'seed-length': ({ length }) => ({
    message: say`В закрытом ключе ${length} байт, а должно быть 32.`,
    cure: say`Возьмите ключ, созданный vypusk keys init.`,
  }),
  'threshold-unreachable': ({ duty, threshold, keys }) => ({
    message: say`Для роли ${duty} нужно подписей ${threshold}, а ключей ${keys}.`,
    cure: say`Уменьшите число подписей или добавьте ключи.`,
  }),
};

/** Why nothing is published, in Russian. */
export const PUBLISH_REFUSALS_RU: Words<RefusalArguments> = {
  'catalog-shrunk': ({ lost, before, names }) => ({
    message: say`Из каталога исчезло ${lost} расширений из ${before}: ${names}.`,
    cure: say`Верните их; если так и задумано, повторите с --allow-shrink.`,
  }),
  'clock-backwards': ({ now, issued }) => ({
    message: say`Часы показывают ${now}, а прошлая публикация подписана ${issued}.`,
    cure: say`Исправьте часы.`,
  }),
  'document-name-invalid': ({ path }) => ({
    message: say`Имя документа ${path} клиенты не примут.`,
    cure: say`Переименуйте конфигурацию или расширение.`,
  }),
  'document-too-large': ({ path, length, limit }) => ({
    message: say`Документ ${path} занимает ${length} байт, а клиенты примут не больше ${limit}.`,
    cure: say`Сократите описания выпусков.`,
  }),
  'file-missing': ({ path, sha256 }) => ({
    message: say`Нет файла ${path} с SHA-256 ${sha256}, а документы на него ссылаются.`,
    cure: say`Положите файл на место или исправьте описание: vypusk add.`,
  }),
  'keys-not-in-root': ({ role }) => ({
    message: say`Ни один из ваших ключей не может подписывать роль ${role}.`,
    cure:
      role === 'timestamp'
        ? say`Возьмите ключи, названные в последнем корне; потерянный замените: vypusk keys rotate timestamp --keys ПАПКА.`
        : role === 'targets' || role === 'snapshot'
          ? say`Возьмите ключи, названные в последнем корне; потерянный замените: vypusk keys rotate publishing --keys ПАПКА.`
          : say`Возьмите ключи, названные в последнем корне.`,
  }),
  'metadata-too-large': ({ name, length, limit }) => ({
    message: say`Метаданные ${name} занимают ${length} байт, а клиенты примут не больше ${limit}.`,
    cure: say`Сообщите нам: так быть не должно.`,
  }),
  'previous-missing': ({ name }) => ({
    message: say`Не найдено ${name}: непонятно, что опубликовано сейчас и какие номера заняты.`,
    cure: say`Укажите --previous папку или адрес; для первой публикации — --first.`,
  }),
  'previous-untrusted': ({ name, reason }) => ({
    message: say`Опубликованное сейчас (${name}) подписано не нами: ${reason}.`,
    cure: say`Проверьте адрес в --previous и папку trust.`,
  }),
  'root-chain-behind': ({ published, given }) => ({
    message: say`Опубликован уже корень ${published}, а у вас последний — ${given}.`,
    cure: say`Возьмите недостающие корни из опубликованного и положите в releases/trust.`,
  }),
  'root-chain-broken': ({ version, reason }) => ({
    message: say`Корень ${version} не продолжает предыдущий: ${reason}.`,
    cure: say`Верните releases/trust в прежнее состояние: корни только добавляются.`,
  }),
  'root-expired': ({ expires, now }) => ({
    message: say`Срок корня истек ${expires} (сейчас ${now}).`,
    cure: say`Подпишите следующий корень корневым ключом.`,
  }),
  'signing-anew-needed': ({ role }) => ({
    message: say`Метаданные ${role} подписаны ключом, которому новый корень уже не доверяет.`,
    cure: say`Соберите и подпишите все заново: vypusk build.`,
  }),
  'threshold-not-met': ({ role, valid, threshold }) => ({
    message: say`Для роли ${role} нужно подписей ${threshold}, а ваших ключей подходит ${valid}.`,
    cure: say`Добавьте недостающие ключи.`,
  }),
  'vendor-document-unsigned': ({ vendor, path }) => ({
    message: say`Разработчик ${vendor} не подписал документ ${path} в его нынешнем виде.`,
    cure: say`Попросите его подписать документ и приложить подпись к запросу на слияние.`,
  }),
  'vendor-expired': ({ vendor, expires }) => ({
    message: say`Срок подписи разработчика ${vendor} истек ${expires}.`,
    cure: say`Попросите его подписать свои документы заново.`,
  }),
  'vendor-name-invalid': ({ vendor }) => ({
    message: say`Имя разработчика «${vendor}» не подходит или пересекается с другим.`,
    cure: say`Дайте разработчику имя из латинских букв и цифр, с которого начинаются только его расширения.`,
  }),
  'vendor-rolled-back': ({ vendor, published, offered }) => ({
    message: say`Разработчик ${vendor} прислал версию ${offered}, а опубликована уже ${published}.`,
    cure: say`Попросите его подписать заново, с большим номером.`,
  }),
  'vendor-target-unknown': ({ vendor, path }) => ({
    message: say`Разработчик ${vendor} подписал ${path}, а такого документа у него нет.`,
    cure: say`Попросите его подписать то, что публикуется.`,
  }),
  'vendor-untrusted': ({ vendor, reason }) => ({
    message: say`Подпись разработчика ${vendor} не принята: ${reason}.`,
    cure: say`Попросите его подписать своими ключами, названными в делегировании.`,
  }),
};
