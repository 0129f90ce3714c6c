import type { InstallerErrorArguments } from '../../installer/error.ts';
import { say, type Words } from '../wording.ts';

/** Why the 1C side could not be assembled or built, in Russian. */
export const INSTALLER_RU: Words<InstallerErrorArguments> = {
  'code-outside-regions': ({ module, line }) => ({
    message: say`${module}, строка ${line}: код вне областей модуля.`,
    cure: say`Перенесите его в одну из областей: при сборке модули соединяются по областям.`,
  }),
  'method-repeated': ({ method, modules }) => ({
    message: say`Метод ${method} есть в двух модулях: ${modules}.`,
    cure: say`Переименуйте один: при сборке модули становятся одним.`,
  }),
  'module-named-in-text': ({ module, line, name }) => ({
    message: say`${module}, строка ${line}: строка называет модуль ${name}, которого после сборки нет.`,
    cure: say`Вызывайте метод прямо, а не по имени в строке.`,
  }),
  'module-unreadable': ({ module, line }) => ({
    message: say`${module}, строка ${line}: не закрыта строковая константа.`,
    cure: say`Закройте её кавычкой.`,
  }),
  'module-variable': ({ module, line }) => ({
    message: say`${module}, строка ${line}: переменная модуля.`,
    cure: say`Передавайте значение параметром: соединённые модули делили бы переменные.`,
  }),
  'name-too-long': ({ name, limit }) => ({
    message: say`Имя ${name} длиннее ${limit} символов.`,
    cure: say`Возьмите префикс короче: --prefix.`,
  }),
  'platform-failed': ({ step, status, log }) => ({
    message: say`1cv8 не справился с шагом ${step}, код ${status}. ${log}`,
    cure: say`Если журнал пуст, выполните шаг в конфигураторе: код 101 бывает и без текста.`,
  }),
  'platform-missing': ({ path }) => ({
    message: say`В ${path} нет программы 1cv8.`,
    cure: say`Назовите папку bin установленной платформы: --platform ПАПКА.`,
  }),
  'prefix-invalid': ({ prefix }) => ({
    message: say`С «${prefix}» не может начинаться имя в 1С.`,
    cure: say`Возьмите буквы и цифры, первой букву, не больше 30 символов, без «ё».`,
  }),
  'region-unknown': ({ module, region }) => ({
    message: say`${module}: области ${region} в стандарте нет, или она повторяется.`,
    cure: say`Возьмите одну из областей стандарта 455.`,
  }),
  'slot-missing': ({ file, name }) => ({
    message: say`В ${file} нет единственного места для «${name}».`,
    cure: say`Возьмите исходники стороны 1С той же версии, что и программа.`,
  }),
};
