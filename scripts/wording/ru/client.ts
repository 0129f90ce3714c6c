import type { ClientErrorArguments } from '../../client/error.ts';
import { say, type Words } from '../wording.ts';

/** Why a client could not go on although everything it got was genuine, in Russian. */
export const CLIENT_ERRORS_RU: Words<ClientErrorArguments> = {
  'build-unknown': ({ version, configuration }) => ({
    message: say`В версии ${version} нет файла для конфигурации ${configuration}.`,
    cure: say`Проверьте имя конфигурации (Метаданные.Имя) или выберите другую версию.`,
  }),
  'document-format-unsupported': ({ name }) => ({
    message: say`Документ ${name} записан в более новом формате.`,
    cure: say`Обновите программу.`,
  }),
  'document-id-unexpected': ({ name, id }) => ({
    message: say`Документ ${name} описывает расширение «${id}», а не то, которое спросили.`,
    cure: say`Не устанавливайте его и сообщите издателю.`,
  }),
  'extension-unknown': ({ id }) => ({
    message: say`Расширения «${id}» в хранилище нет.`,
    cure: say`Проверьте код расширения: его показывает vypusk client list.`,
  }),
  'bundle-unreadable': ({ reason }) => ({
    message: say`Это не комплект: файл не читается (${reason}).`,
    cure: say`Создайте его заново: vypusk bundle create.`,
  }),
  'file-name-unsafe': ({ name }) => ({
    message: say`Имя файла «${name}» вывело бы из папки.`,
    cure: say`Сообщите издателю; файл не записан.`,
  }),
  'licensing-unknown': () => ({
    message: say`В этом хранилище нет лицензий: здесь ничего не продается.`,
    cure: say`Уберите ключ или проверьте адрес хранилища.`,
  }),
  'nothing-to-adapt': ({ id }) => ({
    message: say`У «${id}» нет файла для доработки: все выпуски отозваны.`,
    cure: say`Спросите разработчика или возьмите другое расширение из списка.`,
  }),
  'not-offered': ({ id }) => ({
    message: say`Для этой базы расширение «${id}» не предлагается.`,
    cure: say`Причины показывает vypusk client list.`,
  }),
  'release-unknown': ({ id, version }) => ({
    message: say`У расширения «${id}» нет версии ${version}.`,
    cure: say`Выберите версию, которая есть.`,
  }),
  'release-withdrawn': ({ id, version }) => ({
    message: say`Версия ${version} расширения «${id}» отозвана.`,
    cure: say`Выберите другую версию.`,
  }),
};
