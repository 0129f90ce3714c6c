import type { ChangesTexts } from './changes-texts.ts';

/** What changed in a file, in Russian. */
export const CHANGES_RU: ChangesTexts = {
  title: 'Что изменилось в файле',
  since: (version) =>
    `По самим файлам, в сравнении с выпуском ${version}. Правки внутри модулей здесь не видны: о них рассказывает поставщик.`,
  nothing: 'Состав объектов, перехваты, роли и HTTP-адреса прежние.',
  added: 'Появилось',
  removed: 'Исчезло',
  headings: {
    own: 'Свои объекты',
    adopted: 'Заимствованные объекты',
    interceptions: 'Вмешательства в код конфигурации',
    routes: 'HTTP-адреса',
    roles: 'Роли для всех пользователей',
  },
  sameFile: 'Файл тот же самый, байт в байт.',
  startsChangingData: 'Теперь меняет структуру данных: при установке остальные должны выйти.',
  stopsChangingData: 'Больше не меняет структуру данных.',
  mode: (older, newer) => `Режим совместимости расширения: был ${older}, стал ${newer}.`,
};
