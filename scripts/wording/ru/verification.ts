import type { VerificationArguments } from '../../verify/error.ts';
import { say, type Words } from '../wording.ts';

const LATER = 'Повторите позже; если не пройдет, сообщите издателю.';
const TELL = 'Ничего не устанавливайте отсюда и сообщите издателю: содержимое подменено или испорчено.';
const NEWER = 'Обновите установщик: хранилище использует более новый формат.';

/** Why bytes were refused by whoever trusts nothing but the root, in Russian. */
export const VERIFICATION_RU: Words<VerificationArguments> = {
  'clock-behind': ({ now, signed }) => ({
    message: say`Часы отстают: они показывают ${now}, а подписано уже ${signed}.`,
    cure: say`Исправьте дату и время на компьютере (для серверной базы — на сервере 1С).`,
  }),
  expired: ({ role, expires, now }) => ({
    message: say`Срок действия метаданных ${role} истек ${expires} (сейчас ${now}).`,
    cure: say`Проверьте часы; если они верны, сообщите издателю, что хранилище давно не подписывалось. Установленное продолжит работать. Если издатель — вы: vypusk keys status покажет, что и когда подписать.`,
  }),
  'fetch-failed': ({ name, reason }) => ({
    message: say`Не удалось получить ${name}: ${reason}.`,
    cure: say`Проверьте адрес хранилища, доступ в Интернет и прокси; затем повторите.`,
  }),
  'hash-mismatch': ({ name }) => ({
    message: say`Контрольная сумма ${name} не совпадает с подписанной.`,
    cure: TELL,
  }),
  'json-duplicate-key': ({ name }) => ({
    message: say`Поле ${name} записано дважды: разные программы прочли бы разное.`,
    cure: TELL,
  }),
  'json-invalid': ({ reason, offset }) => ({
    message: say`Это не JSON (${reason}, знак ${offset}).`,
    cure: LATER,
  }),
  'json-too-large': ({ reason, limit }) => ({
    message: say`JSON больше допустимого (${reason}, предел ${limit}).`,
    cure: TELL,
  }),
  'json-unencodable': ({ reason }) => ({
    message: say`Значение нельзя подписать: ${reason}.`,
    cure: say`Уберите дробные числа и неполные знаки из подписываемых данных.`,
  }),
  'length-mismatch': ({ name, expected, offered }) => ({
    message: say`В ${name} ${offered} байт, а подписано ${expected}.`,
    cure: LATER,
  }),
  'metadata-invalid': ({ role, field, expected }) => ({
    message: say`В метаданных ${role} неверно поле ${field}: нужно ${expected}.`,
    cure: TELL,
  }),
  'name-invalid': ({ name }) => ({
    message: say`Имя «${name}» недопустимо.`,
    cure: TELL,
  }),
  'not-found': ({ name }) => ({
    message: say`В хранилище нет ${name}.`,
    cure: say`Проверьте адрес хранилища; если он верен, повторите через несколько минут.`,
  }),
  'role-disappeared': ({ role }) => ({
    message: say`Из снимка пропала роль ${role}, которая там была.`,
    cure: TELL,
  }),
  'role-not-listed': ({ role }) => ({
    message: say`Роли ${role} нет в снимке.`,
    cure: LATER,
  }),
  'rolled-back': ({ role, trusted, offered }) => ({
    message: say`Предложена версия ${offered} метаданных ${role}, а известна уже ${trusted}: это откат.`,
    cure: LATER,
  }),
  'root-missing': () => ({
    message: say`Нет корня доверия, с которого начинается проверка.`,
    cure: say`Укажите файл root.json, полученный от издателя.`,
  }),
  'spec-version-unsupported': ({ role, offered }) => ({
    message: say`Метаданные ${role} версии ${offered} этой программе неизвестны.`,
    cure: NEWER,
  }),
  'target-unknown': ({ name }) => ({
    message: say`За ${name} никто из доверенных не ручается.`,
    cure: say`Проверьте имя; если оно верно, обновите сведения о хранилище.`,
  }),
  'threshold-not-met': ({ role, valid, threshold }) => ({
    message: say`Под метаданными ${role} верных подписей ${valid}, а нужно ${threshold}.`,
    cure: TELL,
  }),
  'too-large': ({ name, limit }) => ({
    message: say`${name} больше ${limit} байт.`,
    cure: TELL,
  }),
  'too-slow': ({ name, seconds }) => ({
    message: say`${name} не приходит уже ${seconds} с.`,
    cure: say`Проверьте связь и повторите: загрузка продолжится с того же места.`,
  }),
  'version-mismatch': ({ role, expected, offered }) => ({
    message: say`Метаданные ${role} версии ${offered}, а обещана ${expected}.`,
    cure: LATER,
  }),
};
