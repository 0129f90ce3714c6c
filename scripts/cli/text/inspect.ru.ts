/** Labels of `inspect`, in Russian. */
export const INSPECT_RU = {
  /** Columns of the labels. */
  width: 26,
  type: 'Вид',
  name: 'Имя',
  synonym: 'Синоним',
  comment: 'Комментарий',
  version: 'Версия',
  vendor: 'Поставщик',
  mode: 'Режим совместимости',
  writer: 'Записан платформой',
  objects: 'Объекты (свои+заимств.)',
  prefix: 'Префикс',
  purpose: 'Назначение',
  extensionMode: 'Режим расширения',
  roles: 'Основные роли',
  http: 'HTTP-сервис',
  interception: 'Перехват',
  dataStructure: 'Меняет структуру данных',
  closed: 'Закрытых модулей',
  purposes: { Patch: 'Исправление', Customization: 'Адаптация', AddOn: 'Дополнение', unknown: 'неизвестно' },
  noLeftovers: 'Чужого текста между модулями нет.',
  leftovers: (pieces: number, bytes: number) =>
    `Между модулями есть текст, которого нет ни в одном модуле: мест ${pieces}, байт ${bytes}.`,
  moreLeftovers: (count: number) => `и еще ${count}`,
  yes: 'да',
  no: 'нет',
};

/** The same labels in another language. */
export type InspectText = typeof INSPECT_RU;
