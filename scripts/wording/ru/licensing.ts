import type { LicensingErrorArguments } from '../../licensing/error.ts';
import { say, type Words } from '../wording.ts';

/** Why the vendor's side of licences could not go on, in Russian. */
export const LICENSING_RU: Words<LicensingErrorArguments> = {
  'license-already-revoked': ({ id }) => ({
    message: say`Лицензия ${id} отозвана и больше не меняется.`,
    cure: say`Верните ее (vypusk license revoke --undo) или выдайте новую.`,
  }),
  'license-copy-unreadable': ({ path }) => ({
    message: say`Ваша копия лицензии ${path} не открывается этим секретом или испорчена.`,
    cure: say`Возьмите файл секрета, с которым ее выдали, или верните прежний файл из git.`,
  }),
  'license-has-product': ({ id, product }) => ({
    message: say`В лицензии ${id} уже есть продукт «${product}».`,
    cure: say`Продлите его: vypusk license extend ${id} --product ${product}.`,
  }),
  'license-lacks-product': ({ id, product, products }) => ({
    message: say`В лицензии ${id} нет продукта «${product}», есть: ${products}.`,
    cure: say`Укажите продукт, который в ней есть, или добавьте новый: vypusk license upgrade.`,
  }),
  'license-not-found': ({ name }) => ({
    message: say`Лицензии ${name} нет.`,
    cure: say`Список лицензий: vypusk license list.`,
  }),
  'licensing-secret-foreign': ({ keyid }) => ({
    message: say`Этот секрет подписывает ключом ${keyid}, а в licensing.yaml такого ключа нет.`,
    cure: say`Возьмите секрет, с которым вы продаете, или верните его с листа: vypusk license recover.`,
  }),
  'recovery-line-missing': ({ line }) => ({
    message: say`В листе восстановления нет строки ${line}.`,
    cure: say`Перепишите все четыре строки вместе с их номерами.`,
  }),
  'recovery-line-mistyped': ({ line }) => ({
    message: say`В строке ${line} листа восстановления опечатка.`,
    cure: say`Сверьте эту строку с листом.`,
  }),
};
