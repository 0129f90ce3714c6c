import type { HistoryCheckCode } from '../check-groups.ts';
import { say, type Untyped, type Words } from '../wording.ts';

/** Checks against what is already published, in Russian. */
export const HISTORY_CHECKS_RU: Words<Untyped<HistoryCheckCode>> = {
  'extension-name-changed': ({ was, is }) => ({
    message: say`Имя опубликованного расширения изменено с «${was}» на «${is}»: базы поставят его вторым, рядом с прежним.`,
    cure: say`Верните name: ${was}; расширению с другим именем дайте новую папку.`,
  }),
  'license-prefix-changed': ({ was, is }) => ({
    message: say`Начало лицензионных ключей изменено с ${was} на ${is}: все выданные ключи перестанут подходить.`,
    cure: say`Верните licensePrefix: ${was}.`,
  }),
  'published-extension-deleted': ({ id }) => ({
    message: say`Опубликованное расширение ${id} удалено, а базы продолжают его спрашивать.`,
    cure: say`Верните папку extensions/${id} и отзовите выпуски (withdrawn), если их нельзя устанавливать.`,
  }),
  'published-file-changed': ({ version, file, was, is }) => ({
    message:
      is === ''
        ? say`Файл ${file} опубликованной версии ${version} убран из выпуска.`
        : say`Файл ${file} опубликованной версии ${version} заменен другим: тот, кто помнит прежний, новый не примет.`,
    cure: say`Верните прежний файл (sha256: ${was}), а новый выпустите следующей версией.`,
  }),
  'published-release-changed': ({ version, field, was, is }) => ({
    message:
      field === 'withdrawn'
        ? say`Отзыв версии ${version} (${was}) убран, а базам о нем уже сказано.`
        : say`В опубликованной версии ${version} поле ${field} изменено с «${was}» на «${is}».`,
    cure:
      field === 'withdrawn'
        ? say`Верните withdrawn, а исправленное выпустите следующей версией.`
        : say`Верните ${field}: ${was}; с новым значением выпустите следующую версию.`,
  }),
  'published-release-deleted': ({ version, file }) => ({
    message: say`Опубликованная версия ${version} удалена, а она у кого-то установлена.`,
    cure: say`Верните ${file}; если версию нельзя устанавливать, отзовите ее (withdrawn).`,
  }),
  'publisher-url-changed': ({ was, is }) => ({
    message: say`Адрес хранилища изменен с ${was} на ${is}, а установщики знают прежний.`,
    cure: say`Оставьте по адресу ${was} то же содержимое или перенаправление.`,
  }),
  'trust-root-changed': ({ file, how }) => ({
    message:
      how === 'deleted'
        ? say`Удален подписанный корень доверия ${file}.`
        : say`Изменен подписанный корень доверия ${file}.`,
    cure: say`Верните прежний ${file}: новые ключи вводятся следующим корнем, прежние остаются навсегда.`,
  }),
};
