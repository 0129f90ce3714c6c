import type { ExtensionDescription } from '../../scripts/cfe/index.ts';

const BASE = '11111111-2222-8333-8444-555555555555';

/** A described extension with an object of every kind that the writer knows, and whatever a test changes. */
export function describedExtension(changes: Partial<ExtensionDescription> = {}): ExtensionDescription {
  return {
    name: 'Пример',
    synonym: { ru: 'Пример "в кавычках"', en: 'Example' },
    comment: 'для проверки',
    vendor: 'Ромашка Софт',
    version: '1.2.3.4',
    prefix: 'пр_',
    purpose: 'AddOn',
    compatibilityMode: 'Version8_3_21',
    extensionCompatibilityMode: 'Version8_3_18',
    written: '2026-01-15T10:20:30',
    language: { name: 'Русский', code: 'ru' },
    defaultRoles: ['пр_Роль'],
    objects: [
      { kind: 'Role', name: 'пр_Роль' },
      {
        kind: 'CommonModule',
        name: 'пр_Модуль',
        context: 'clientServer',
        text: 'Процедура А() Экспорт\nКонецПроцедуры\n',
      },
      {
        kind: 'CommonModule',
        name: 'ОбщегоНазначения',
        context: 'server',
        extends: BASE,
        text: '&Вместо("Б")\nФункция пр_Б()\n\tВозврат ПродолжитьВызов();\nКонецФункции\n',
      },
      {
        kind: 'HTTPService',
        name: 'пр_Сервис',
        rootUrl: 'primer',
        templates: [
          {
            name: 'Шаблон',
            template: '/x/{id}',
            handlers: {
              GET: 'Взять',
              POST: 'Добавить',
              PUT: 'Положить',
              PATCH: 'Изменить',
              DELETE: 'Удалить',
            },
          },
        ],
        text: '',
      },
      {
        kind: 'Catalog',
        name: 'Контрагенты',
        extends: BASE,
        objectModule: '&После("ПриЗаписи")\nПроцедура пр_В(О)\nКонецПроцедуры',
      },
      { kind: 'Catalog', name: 'пр_Справочник', managerModule: '// менеджер' },
      { kind: 'Document', name: 'Заказ', extends: BASE, objectModule: '' },
      { kind: 'Document', name: 'пр_Документ' },
      { kind: 'DataProcessor', name: 'пр_Обработка', objectModule: '// объект' },
      {
        kind: 'InformationRegister',
        name: 'пр_Регистр',
        dimensions: [{ name: 'Измерение', type: '{"S",10,1}' }],
        resources: [{ name: 'Ресурс', synonym: { ru: 'Ресурс' }, type: '{"N",10,2,0}' }],
        recordSetModule: '// набор',
      },
    ],
    ...changes,
  };
}
