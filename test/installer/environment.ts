import type { License } from '../../scripts/decide/license.ts';
import type { Environment } from '../../scripts/model/environment.ts';
import type { JsValue } from '../onec/index.ts';

/** An infobase as `ВыпускСреда.СредаИнформационнойБазы` describes it. */
export const environmentValue = (environment: Environment): JsValue => ({
  Конфигурация: environment.configuration.name,
  ВерсияКонфигурации: environment.configuration.version.text,
  Платформа: environment.platform.text,
  ВерсияБСП: environment.ssl?.text,
  Установленные: environment.installed.map(({ name, version, remembered }) => ({
    Имя: name,
    Версия: version,
    ...(remembered && { Запомнено: { Идентификатор: remembered.id, Версия: remembered.version } }),
  })),
  Канал: environment.channel,
  ПоказыватьНепроверенные: environment.showUntested,
  ИдентификаторУстановки: environment.installationId,
  ПоПросьбе: environment.byHand,
  Базовая: environment.basic,
  Облако: environment.cloud,
  Имеющееся: environment.present,
});

/** A licence as `ВыпускЛицензии.ЛицензияДляРешения` gives it. */
export const licenseValue = (license: License | undefined): JsValue =>
  license && {
    Состояние: license.status,
    Продукты: license.products.map(({ id, trial, validUntil, updatesUntil }) => ({
      Идентификатор: id,
      Пробная: trial,
      ДействуетДо: validUntil,
      ОбновленияДо: updatesUntil,
    })),
  };
