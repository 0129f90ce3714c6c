import type { LicenseErrorArguments } from '../../license/error.ts';
import { say, type Words } from '../wording.ts';

/** Why a key, a licence or a protected file was refused, in Russian. */
export const LICENSES_RU: Words<LicenseErrorArguments> = {
  'license-key-foreign': ({ prefix, expected }) => ({
    message: say`Ключ начинается с ${prefix}: он куплен у другого издателя, а здесь ключи начинаются с ${expected}.`,
    cure: say`Введите ключ этого издателя или проверьте адрес хранилища.`,
  }),
  'license-key-length': ({ length }) => ({
    message: say`Это не лицензионный ключ: знаков в нем ${length} (без дефисов), а после начала ключа их должно быть 20.`,
    cure: say`Перепишите ключ целиком, вида ABCD-XXXXX-XXXXX-XXXXX-XXXXX.`,
  }),
  'license-key-mistyped': () => ({
    message: say`В лицензионном ключе опечатка.`,
    cure: say`Сверьте ключ с письмом по пятеркам знаков.`,
  }),
  'license-key-symbol': ({ symbol, position }) => ({
    message: say`В лицензионном ключе не бывает знака «${symbol}» (${position}-й по счету, без дефисов).`,
    cure: say`Сверьте этот знак с письмом.`,
  }),
  'license-month-closed': ({ month, until }) => ({
    message: say`Файл относится к месяцу ${month}, а лицензия открывает выпуски по ${until}.`,
    cure: say`Продлите лицензию или установите более раннюю версию.`,
  }),
  'license-product-missing': ({ file, products }) => ({
    message: say`Файл ${file} открывается лицензией на ${products}.`,
    cure: say`Купите такую лицензию или введите ее ключ.`,
  }),
  'license-record-damaged': ({ name }) => ({
    message: say`Запись лицензии ${name} испорчена: ее изменили после выдачи.`,
    cure: say`Повторите позже; если не поможет, напишите тому, кто продал лицензию.`,
  }),
  'license-record-invalid': ({ name, reason }) => ({
    message: say`В хранилище вместо записи лицензии ${name} лежит что-то другое (${reason}).`,
    cure: say`Напишите тому, кто продал лицензию.`,
  }),
  'license-record-locked': ({ name }) => ({
    message: say`Запись лицензии ${name} сделана не для этого ключа.`,
    cure: say`Напишите тому, кто продал лицензию: запись подменили или перепутали.`,
  }),
  'license-record-too-large': ({ name, limit }) => ({
    message: say`Запись лицензии ${name} больше ${limit} байт: таких не бывает.`,
    cure: say`Напишите тому, кто продал лицензию.`,
  }),
  'license-rolled-back': ({ seen, offered }) => ({
    message: say`Хранилище показывает старую лицензию: ревизия ${offered}, а раньше была ${seen}.`,
    cure: say`Повторите позже. Если вы пользуетесь зеркалом или файлом лицензии, обновите их.`,
  }),
  'license-signature-invalid': ({ keyid }) => ({
    message: say`Подпись лицензии не сходится (ключ ${keyid}): лицензию изменили.`,
    cure: say`Не пользуйтесь ею и напишите тому, кто ее продал.`,
  }),
  'license-signer-unknown': ({ keyid }) => ({
    message: say`Лицензия подписана ключом ${keyid}, которому издатель не доверяет или больше не доверяет.`,
    cure: say`Попросите того, кто продал лицензию, выдать ее заново.`,
  }),
  'license-unknown': () => ({
    message: say`В хранилище нет лицензии с таким ключом.`,
    cure: say`Проверьте ключ и адрес хранилища. Только что купленная лицензия может появиться не сразу.`,
  }),
  'license-unreadable': ({ field }) => ({
    message: say`Это не лицензия (${field}).`,
    cure: say`Проверьте, тот ли это файл; если да, попросите прислать его заново.`,
  }),
  'protected-file-damaged': ({ name }) => ({
    message: say`Защищенный файл ${name} испорчен.`,
    cure: say`Скачайте его заново.`,
  }),
  'protected-file-invalid': ({ name, reason }) => ({
    message: say`Файл ${name} — не защищенный файл (${reason}).`,
    cure: say`Напишите разработчику расширения.`,
  }),
  'protected-file-locked': ({ name }) => ({
    message: say`Ключ из лицензии не подходит к файлу ${name}.`,
    cure: say`Проверьте, от этого ли издателя лицензия, и напишите разработчику.`,
  }),
  'protected-file-too-large': ({ name, limit }) => ({
    message: say`В файле ${name} больше ${limit} байт, чем обещано.`,
    cure: say`Напишите разработчику расширения.`,
  }),
};
