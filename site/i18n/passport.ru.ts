import { KINDS_RU } from './kinds.ru.ts';
import { counted } from './plural.ts';
import type { PassportTexts } from './texts.ts';

/** What a file contains, in Russian. */
export const PASSPORT_RU: PassportTexts = {
  file: 'Файл',
  purpose: {
    Patch: 'Исправление: чинит ошибку конфигурации',
    Customization: 'Адаптация: меняет поведение конфигурации',
    AddOn: 'Дополнение: добавляет новые возможности',
  },
  changesData:
    'Меняет структуру данных: при установке другие пользователи должны выйти из программы, а удаление расширения удалит и его данные.',
  keepsData: 'Не меняет структуру данных: ставится и удаляется без следов в базе.',
  leastPlatform: (version) => `Подключается на платформе ${version} и новее.`,
  own: 'Добавляет свое',
  nothingOwn: 'Своих объектов не добавляет.',
  adopted: 'Заимствует из конфигурации',
  intercepted: 'Вмешивается в код конфигурации',
  nothingIntercepted: 'Код конфигурации не перехватывает.',
  interception: {
    Before: 'выполняется перед',
    After: 'выполняется после',
    Around: 'выполняется вместо',
    ChangeAndValidate: 'заменяет измененной копией',
  },
  services: 'Открывает HTTP-адреса',
  roles: 'Роли для всех пользователей',
  objects: (count) =>
    counted('ru', count, { one: 'объект', few: 'объекта', many: 'объектов', other: 'объекта' }),
  modules: new Map([
    ['ObjectModule', 'модуль объекта'],
    ['ManagerModule', 'модуль менеджера'],
    ['RecordSetModule', 'модуль набора записей'],
    ['ValueManagerModule', 'модуль менеджера значения'],
    ['CommandModule', 'модуль команды'],
    ['FormModule', 'модуль формы'],
    ['Form', 'форма'],
    ['Command', 'команда'],
    ['Module', 'модуль'],
    ['SessionModule', 'модуль сеанса'],
    ['ManagedApplicationModule', 'модуль приложения'],
    ['OrdinaryApplicationModule', 'модуль обычного приложения'],
    ['ExternalConnectionModule', 'модуль внешнего соединения'],
  ]),
  kinds: KINDS_RU,
  columns: { where: 'Где', method: 'Метод', how: 'Как', handler: 'Чем' },
};
