import { EVERYWHERE, SERVER } from '../define.ts';
import { defineEnumeration } from '../enumeration.ts';

/** `ВажностьПроблемыПримененияРасширенияКонфигурации`. Source: platform-1c.md 1.2. */
export const SEVERITY = defineEnumeration({
  name: 'ВажностьПроблемыПримененияРасширенияКонфигурации|ConfigurationExtensionApplicationIssueSeverity',
  contexts: SERVER,
  values: { critical: 'Критичная|Critical', ordinary: 'Обычная|Ordinary', low: 'Низкая|Low' },
});

/** `ИсточникРасширенийКонфигурации`. Source: platform-1c.md 1.1. */
export const EXTENSION_SOURCE = defineEnumeration({
  name: 'ИсточникРасширенийКонфигурации|ConfigurationExtensionsSource',
  contexts: SERVER,
  values: {
    database: 'БазаДанных|Database',
    attached: 'СеансАктивные|SessionApplied',
    disabled: 'СеансОтключенные|SessionDisabled',
  },
});

/** `НазначениеРасширенияКонфигурации`. Source: platform-1c.md 1.2. */
export const PURPOSE = defineEnumeration({
  name: 'НазначениеРасширенияКонфигурации|ConfigurationExtensionPurpose',
  contexts: SERVER,
  values: { patch: 'Исправление|Patch', customization: 'Адаптация|Customization', addOn: 'Дополнение|AddOn' },
});

/** `ОбластьДействияРасширенияКонфигурации`. Source: platform-1c.md 1.2. */
export const SCOPE = defineEnumeration({
  name: 'ОбластьДействияРасширенияКонфигурации|ConfigurationExtensionScope',
  contexts: SERVER,
  values: { infobase: 'ИнформационнаяБаза|Infobase', separation: 'РазделениеДанных|DataSeparation' },
});

/** `УровеньЖурналаРегистрации`. Source: platform-1c.md 9. */
export const LOG_LEVEL = defineEnumeration({
  name: 'УровеньЖурналаРегистрации|EventLogLevel',
  contexts: EVERYWHERE,
  values: {
    error: 'Ошибка|Error',
    warning: 'Предупреждение|Warning',
    info: 'Информация|Information',
    note: 'Примечание|Note',
  },
});
