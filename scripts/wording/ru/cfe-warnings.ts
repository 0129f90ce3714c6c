import type { CfeWarningArguments } from '../../cfe/index.ts';
import { say, type Words } from '../wording.ts';

const SAVE_AGAIN = 'Сохраните расширение в файл из конфигуратора еще раз.';
const LOOK = 'Убедитесь, что файл сохранен конфигуратором, а не собран другой программой.';
const REPORT = 'Читать файл это не мешает; сообщите нам о нем, чтобы мы научились это понимать.';

/** What is odd about a 1C file that can be read all the same, in Russian. */
export const CFE_WARNINGS_RU: Words<CfeWarningArguments> = {
  'compatibility-mode-unknown': ({ code }) => ({
    message: say`Режим совместимости с кодом ${code} неизвестен.`,
    cure: REPORT,
  }),
  'default-role-missing': ({ uuid }) => ({
    message: say`Основной роли ${uuid} в расширении нет.`,
    cure: say`Проверьте список основных ролей расширения в конфигураторе.`,
  }),
  'deflate-trailing-bytes': ({ element, bytes }) => ({
    message: say`После сжатых данных элемента ${element} стоят лишние ${bytes} байт.`,
    cure: LOOK,
  }),
  'element-unreadable': ({ element }) => ({
    message: say`Элемент ${element} не читается.`,
    cure: SAVE_AGAIN,
  }),
  'entry-name-surrogate': ({ name }) => ({
    message: say`Имя элемента «${name}» содержит половину знака.`,
    cure: LOOK,
  }),
  'entry-name-suspicious': ({ name }) => ({
    message: say`Имя элемента «${name}» похоже на путь к файлу.`,
    cure: say`Не распаковывайте этот файл другими программами и узнайте, откуда он взялся.`,
  }),
  'entry-name-tail': ({ name }) => ({
    message: say`После имени элемента «${name}» стоят лишние данные.`,
    cure: LOOK,
  }),
  'entry-times-odd': ({ count }) => ({
    message: say`У ${count} элементов невозможное время изменения.`,
    cure: LOOK,
  }),
  'entry-without-content': ({ name }) => ({
    message: say`У элемента «${name}» нет содержимого.`,
    cure: LOOK,
  }),
  'free-list-broken': ({ offset }) => ({
    message: say`Список свободных блоков поврежден (смещение ${offset}).`,
    cure: SAVE_AGAIN,
  }),
  'http-method-unknown': ({ code, name }) => ({
    message: say`Метод «${name}» HTTP-сервиса имеет неизвестный код ${code}.`,
    cure: REPORT,
  }),
  'integrity-mismatch': ({ element }) => ({
    message: say`Контрольная сумма элемента ${element} не сходится.`,
    cure: SAVE_AGAIN,
  }),
  'integrity-missing': ({ element }) => ({
    message: say`Элемент ${element} есть в таблице контрольных сумм, а в файле его нет.`,
    cure: SAVE_AGAIN,
  }),
  'integrity-repeated': ({ count }) => ({
    message: say`В таблице контрольных сумм ${count} повторов.`,
    cure: SAVE_AGAIN,
  }),
  'integrity-unlisted': ({ element }) => ({
    message: say`Элемента ${element} нет в таблице контрольных сумм.`,
    cure: SAVE_AGAIN,
  }),
  'interception-without-handler': ({ module, method }) => ({
    message: say`Перехват метода «${method}» в модуле ${module} остался без обработчика.`,
    cure: say`Удалите аннотацию или напишите под ней процедуру.`,
  }),
  'kind-unknown': ({ guid, count }) => ({
    message: say`В файле ${count} объектов неизвестного вида ${guid}.`,
    cure: REPORT,
  }),
  'language-code-odd': ({ language }) => ({
    message: say`Код языка «${language}» выглядит необычно.`,
    cure: say`Проверьте код языка в свойствах расширения.`,
  }),
  'leftover-memory': ({ pieces, bytes }) => ({
    message: say`В файле остались читаемые куски памяти конфигуратора: ${pieces} шт., ${bytes} байт.`,
    cure: say`Выгрузите расширение в файлы, загрузите в чистую базу и сохраните .cfe оттуда.`,
  }),
  'module-protected': ({ module }) => ({
    message: say`Текст модуля ${module} закрыт: что он перехватывает, не видно.`,
    cure: say`Так и должно быть, если модуль защищен паролем или поставляется без текста.`,
  }),
  'object-unreadable': ({ kind, uuid }) => ({
    message: say`Объект ${kind} (${uuid}) не читается.`,
    cure: SAVE_AGAIN,
  }),
  'purpose-unknown': ({ code }) => ({
    message:
      code === ''
        ? say`Назначения расширения в файле нет.`
        : say`Назначение расширения с кодом ${code} неизвестно.`,
    cure: REPORT,
  }),
  'stray-closing-brace': ({ element, count }) => ({
    message: say`В элементе ${element} лишние закрывающие скобки: ${count}.`,
    cure: say`Так бывает и у настоящих файлов; достаточно сохранить расширение еще раз.`,
  }),
  'text-not-unicode': ({ element }) => ({
    message: say`Текст элемента ${element} в старой кодировке.`,
    cure: SAVE_AGAIN,
  }),
  'toc-tail-ignored': ({ bytes }) => ({
    message: say`В конце оглавления лишние ${bytes} байт.`,
    cure: LOOK,
  }),
  'trailing-bytes': ({ bytes }) => ({
    message: say`После конца контейнера в файле еще ${bytes} байт.`,
    cure: LOOK,
  }),
  'warnings-cut': ({ left }) => ({
    message: say`Еще ${left} предупреждений не показаны.`,
    cure: say`Начните с тех, что выше.`,
  }),
  'writer-newer-than-mode': ({ tuple, mode }) => ({
    message: say`Файл с режимом совместимости ${mode} сохранен более новой платформой (${tuple}).`,
    cure: say`Сохраните .cfe на платформе, для которой он предназначен.`,
  }),
  'writer-unknown': ({ tuple }) => ({
    message: say`Платформа, сохранившая файл (${tuple}), неизвестна.`,
    cure: REPORT,
  }),
};
