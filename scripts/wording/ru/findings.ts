import type { Finding, FindingCode } from '../../compatibility/finding.ts';

/** Что нашлось в версии конфигурации, по-русски. */
export const FINDINGS_RU: Readonly<Record<FindingCode, (finding: Finding) => string>> = {
  'compatibility-mode': ({ since }) =>
    `режим совместимости расширения выше, чем у конфигурации, с ${since}: платформа откажет`,
  'object-gone': ({ object, since }) => `объекта ${object} нет с ${since}`,
  'field-gone': ({ object, method, since }) =>
    `у ${object} нет реквизита или табличной части «${method}» с ${since}`,
  'form-gone': ({ object, method, since }) => `у ${object} нет формы «${method}» с ${since}`,
  'method-gone': ({ object, method, since }) => `в ${object} нет метода ${method} с ${since}`,
  'parameters-differ': ({ object, method, since }) =>
    `у метода ${method} в ${object} другое число параметров с ${since}`,
  'controlled-text-changed': ({ object, method, since }) =>
    `текст метода ${method} в ${object} не тот, который хранит «ИзменениеИКонтроль», с ${since}`,
  'parameters-doubtful': ({ object, method }) =>
    `у метода ${method} в ${object} другое число параметров, но так было и в проверенной версии`,
  'controlled-text-doubtful': ({ object, method }) =>
    `текст метода ${method} в ${object} не тот, который хранит «ИзменениеИКонтроль», но так было и в проверенной версии`,
  'controlled-comments-changed': ({ object, method, since }) =>
    `в методе ${method} из ${object} изменились только комментарии или области, с ${since}; что скажет платформа, не проверено`,
  'event-handler-gone': ({ object, method, since }) =>
    `в ${object} больше нет обработчика события ${method}, с ${since}; что скажет платформа, зависит от её версии`,
  'signature-changed': ({ object, method, since }) =>
    `у метода ${method} в ${object} изменились параметры по имени или умолчанию, экспорт или место выполнения, с ${since}`,
  'body-changed': ({ object, method, since }) => `изменился текст метода ${method} в ${object}, с ${since}`,
  'object-never-there': ({ object }) =>
    `объекта ${object} нет ни в одной известной версии: возможно, расширение для другой конфигурации`,
  'part-never-there': ({ object, method }) => `«${method}» у ${object} нет ни в одной известной версии`,
  'method-never-there': ({ object, method }) =>
    `метода ${method} в ${object} нет ни в одной известной версии`,
  'module-protected': ({ object }) => `модуль ${object} закрыт, его текст не прочитать`,
  'body-not-compared': ({ object, method, since }) =>
    `текст метода ${method} в ${object} такой с ${since}; подходит ли он, неизвестно без версии, с которой расширение проверено`,
};
