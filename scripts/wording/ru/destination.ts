import type { DestinationErrorArguments } from '../../destination/error.ts';
import { say, type Words } from '../wording.ts';

/** Почему собранное не выложено. */
export const DESTINATION_RU: Words<DestinationErrorArguments> = {
  'destination-absent': () => ({
    message: say`Такого бакета нет.`,
    cure: say`Проверьте имя бакета, endpoint и region.`,
  }),
  'destination-address-invalid': ({ reason }) => ({
    message: say`Неверный адрес после --to: ${reason}.`,
    cure: say`Укажите папку или s3://бакет/префикс?endpoint=https://…&region=…; ключи передаются в AWS_ACCESS_KEY_ID и AWS_SECRET_ACCESS_KEY.`,
  }),
  'destination-clock-differs': () => ({
    message: say`Часы этой машины слишком расходятся с часами хранилища.`,
    cure: say`Поправьте часы и повторите команду.`,
  }),
  'destination-credentials-missing': ({ variable }) => ({
    message: say`Не задана переменная ${variable}.`,
    cure: say`Задайте AWS_ACCESS_KEY_ID и AWS_SECRET_ACCESS_KEY; в CI передайте их шагу через env из секретов.`,
  }),
  'destination-forbidden': ({ action, status, reason }) => ({
    message: say`Хранилище этого не разрешает (${action}, статус ${status} ${reason}).`,
    cure: say`Проверьте ключ: ему нужны список бакета, чтение, запись и удаление под префиксом.`,
  }),
  'destination-ignores-conditions': () => ({
    message: say`Хранилище не соблюдает условную запись (If-None-Match, If-Match): два запуска сразу испортили бы работу друг друга.`,
    cure: say`Возьмите хранилище, которое её соблюдает, или публикуйте в папку.`,
  }),
  'destination-refused': ({ action, status, reason }) => ({
    message: say`Хранилище отказало (${action}, статус ${status} ${reason}).`,
    cure: say`Найдите этот код в документации хранилища.`,
  }),
  'destination-unavailable': ({ action, status }) => ({
    message: say`Хранилище не отвечает и после повторов (${action}, статус ${status}).`,
    cure: say`Повторите команду позже: то, что уже на месте, заново не передаётся.`,
  }),
  'destination-unreadable': ({ path }) => ({
    message: say`В месте публикации лежит или приходит оттуда не то, что должно быть (${path}).`,
    cure: say`Посмотрите на него сами; лучше всего хранилищу выпусков отвести отдельную папку или префикс.`,
  }),
  'name-taken': ({ path }) => ({
    message: say`В месте публикации под именем, содержимое которого не меняется, лежат другие байты: ${path}.`,
    cure: say`Если публикация была прервана, опубликуйте ту же папку ещё раз. Если это остаток потерянной публикации, удалите файл вручную. Изменённому выпуску нужна новая версия.`,
  }),
  'publication-disturbed': ({ path }) => ({
    message: say`Во время работы из места публикации пропал файл: ${path}. Клиенты по-прежнему видят прошлую публикацию.`,
    cure: say`Повторите команду.`,
  }),
  'publication-overtaken': ({ path }) => ({
    message: say`Одновременно публикует другой запуск, и он успел раньше (${path}). Ничего не испорчено.`,
    cure: say`Дождитесь его конца, соберите заново поверх опубликованного им и повторите.`,
  }),
  'published-newer': ({ role, published, offered }) => ({
    message: say`В месте публикации ${role} новее: номер ${published}, а в этой папке ${offered}.`,
    cure: say`Соберите заново, указав в --previous то, что опубликовано сейчас.`,
  }),
  'tree-changed': ({ path }) => ({
    message: say`Файл изменился, пока его публиковали: ${path}.`,
    cure: say`Дождитесь конца сборки и повторите команду.`,
  }),
  'tree-has-secrets': ({ paths, count }) => ({
    message: say`В папке лежат закрытые ключи или секреты (${count}): ${paths}. Ничего не отправлено.`,
    cure: say`Уберите их из папки; если папка уже побывала в интернете, замените эти ключи.`,
  }),
  'tree-has-strangers': ({ paths, count }) => ({
    message: say`В папке лежат файлы, которые не относятся к публикации (${count}): ${paths}. Ничего не отправлено.`,
    cure: say`Публикуйте папку, которую сделала команда vypusk build, как она есть.`,
  }),
  'tree-incomplete': ({ paths, count }) => ({
    message: say`В папке нет с нужным содержимым того, что называют метаданные и документы (${count}): ${paths}.`,
    cure: say`Соберите папку заново: vypusk build.`,
  }),
};
