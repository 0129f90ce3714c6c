import type { ReasonCode } from '../../decide/offer.ts';
import { say, type Untyped, type Words } from '../wording.ts';

/** Why something is not offered to an infobase, or what to know about it, in Russian. */
export const REASONS_RU: Words<Untyped<ReasonCode>> = {
  'basic-version': () => ({
    message: say`Базовая версия программы не подключает расширения.`,
    cure: say`Перейдите на версию ПРОФ.`,
  }),
  cloud: () => ({
    message: say`База работает в облаке, и расширения в нее ставит сам сервис.`,
    cure: say`Обратитесь в службу поддержки облака.`,
  }),
  'configuration-too-new': ({ release, configuration, version, range }) => ({
    message: say`Версия ${release} еще не готова для ${configuration} ${version}: она сделана для «${range}».`,
    cure: say`Дождитесь выпуска для вашей версии конфигурации.`,
  }),
  'configuration-too-old': ({ release, configuration, version, range }) => ({
    message: say`Для версии ${release} нужна ${configuration} «${range}», а у вас ${version}.`,
    cure: say`Сначала обновите конфигурацию.`,
  }),
  'configuration-unsupported': ({ configuration, version, range }) => ({
    message:
      range === undefined
        ? say`Для конфигурации ${configuration} этого расширения нет.`
        : say`Для ${configuration} ${version} этого расширения нет: оно сделано для «${range}».`,
    cure: say`Скачайте ближайшее подходящее и адаптируйте его — или спросите разработчика.`,
  }),
  'configuration-untested': ({ release, configuration, version, tested }) => ({
    message: say`Версия ${release} проверена на ${configuration} ${tested}, а у вас ${version}.`,
    cure: say`Включите «Показывать непроверенные» и попробуйте на копии базы.`,
  }),
  conflict: ({ name, action, ru, en }) =>
    action === 'warn'
      ? {
          message: say`Рядом с ${name} осторожно: ${ru ?? en}`,
          cure: say`Прочитайте, чем это грозит, прежде чем устанавливать.`,
        }
      : {
          message: say`Мешает ${name}: ${ru ?? en}`,
          cure: say`Удалите мешающее или перейдите с него по инструкции разработчика.`,
        },
  'less-stable-channel': ({ release, channel }) => ({
    message: say`Версия ${release} есть только в канале «${channel}».`,
    cure: say`Выберите этот канал в настройках, если готовы к предварительным версиям.`,
  }),
  'license-not-for-product': ({ products }) => ({
    message: say`Ваша лицензия не открывает это расширение: нужна на ${products}.`,
    cure: say`Купите лицензию или расширьте свою.`,
  }),
  'license-required': () => ({
    message: say`Расширение платное, а лицензия не введена.`,
    cure: say`Введите лицензионный ключ.`,
  }),
  'license-revoked': () => ({
    message: say`Лицензия отозвана.`,
    cure: say`Обратитесь к тому, кто ее выдал.`,
  }),
  'license-window-ended': ({ release, updatesUntil, validUntil, open }) => ({
    message:
      updatesUntil === undefined
        ? say`Лицензия действовала до ${validUntil}.`
        : say`Обновления по лицензии были до ${updatesUntil}, а версия ${release} вышла позже.`,
    cure:
      open === undefined
        ? say`Продлите лицензию.`
        : say`Продлите лицензию или установите версию ${open}: она вам доступна.`,
  }),
  'platform-too-old': ({ release, platform, required }) => ({
    message: say`Для версии ${release} нужна платформа «${required}», а у вас ${platform}.`,
    cure: say`Обновите платформу «1С:Предприятие».`,
  }),
  'rollout-waiting': ({ release, percent, pausedAt }) => ({
    message:
      pausedAt === undefined
        ? say`Версия ${release} выпускается постепенно (сейчас для ${percent} % баз), и до вашей очередь еще не дошла.`
        : say`Выпуск версии ${release} приостановлен ${pausedAt}.`,
    cure: say`Подождите — или запросите обновление вручную, если оно нужно сейчас.`,
  }),
  'ssl-too-old': ({ release, ssl, required }) => ({
    message:
      ssl === undefined
        ? say`Для версии ${release} нужна БСП «${required}», а в вашей конфигурации ее нет.`
        : say`Для версии ${release} нужна БСП «${required}», а у вас ${ssl}.`,
    cure: say`Обновите конфигурацию.`,
  }),
  'step-required': ({ release, updateFrom, step }) => ({
    message: say`На ${release} обновляются только с версий «${updateFrom}».`,
    cure:
      step === undefined
        ? say`Промежуточной версии нет: спросите разработчика, как перейти.`
        : say`Сначала установите ${step}.`,
  }),
  withdrawn: ({ release, replacement }) => ({
    message: say`Версия ${release} отозвана разработчиком.`,
    cure: replacement === undefined ? say`Не устанавливайте ее.` : say`Установите вместо нее ${replacement}.`,
  }),
};
