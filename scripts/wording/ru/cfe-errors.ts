import type { CfeErrorArguments } from '../../cfe/index.ts';
import { say, type Words } from '../wording.ts';

const SAVE_AGAIN = 'Сохраните расширение в файл из конфигуратора еще раз и возьмите новый файл.';
const DOWNLOAD_AGAIN = 'Возьмите файл заново: он передан не целиком.';
const SUSPECT = 'Платформа таких файлов не создает. Не устанавливайте его и узнайте, откуда он взялся.';
const SPLIT = 'Если файл настоящий, разделите расширение на несколько и сообщите нам об этом.';

/** Why a 1C file was refused, in Russian. */
export const CFE_ERRORS_RU: Words<CfeErrorArguments> = {
  'attributes-malformed': ({ length }) => ({
    message: say`Описание элемента занимает ${length} байт и не разбирается.`,
    cure: SAVE_AGAIN,
  }),
  'block-claimed-twice': ({ offset }) => ({
    message: say`Один блок файла (смещение ${offset}) принадлежит сразу двум элементам.`,
    cure: SUSPECT,
  }),
  'block-cycle': ({ offset }) => ({
    message: say`Цепочка блоков замкнута на себя (смещение ${offset}).`,
    cure: SUSPECT,
  }),
  'block-header-malformed': ({ offset }) => ({
    message: say`По смещению ${offset} должен быть заголовок блока, а стоит что-то другое.`,
    cure: SAVE_AGAIN,
  }),
  'block-outside-file': ({ offset }) => ({
    message: say`Адрес блока ${offset} лежит за концом файла.`,
    cure: DOWNLOAD_AGAIN,
  }),
  'brace-nesting-too-deep': ({ limit }) => ({
    message: say`Скобки вложены глубже ${limit}.`,
    cure: SUSPECT,
  }),
  'brace-syntax': ({ why, offset }) => ({
    message: say`Скобочный текст не разбирается (${why}, знак ${offset}).`,
    cure: SAVE_AGAIN,
  }),
  'brace-too-many-nodes': ({ limit }) => ({
    message: say`В одном элементе больше ${limit} значений.`,
    cure: SPLIT,
  }),
  'class-unknown': () => ({
    message: say`Это не расширение, не конфигурация, не обработка и не отчет.`,
    cure: SAVE_AGAIN,
  }),
  'configinfo-malformed': ({ what }) => ({
    message: say`Элемент configinfo не разбирается (${what}).`,
    cure: SAVE_AGAIN,
  }),
  'count-disagrees': ({ what, declared, found }) => ({
    message: say`Объявлено ${declared} записей, а есть ${found} (${what}).`,
    cure: SUSPECT,
  }),
  'element-missing': ({ element }) => ({
    message: say`В файле нет элемента ${element}, на который он ссылается.`,
    cure: SAVE_AGAIN,
  }),
  'entry-name-empty': () => ({ message: say`У одного из элементов нет имени.`, cure: SUSPECT }),
  'entry-name-repeated': ({ name }) => ({
    message: say`Элемент ${name} встречается дважды.`,
    cure: SUSPECT,
  }),
  'entry-name-too-long': ({ length }) => ({
    message: say`Имя элемента занимает ${length} байт.`,
    cure: SUSPECT,
  }),
  'file-too-large': ({ length, limit }) => ({
    message: say`Файл занимает ${length} байт, а можно не больше ${limit}.`,
    cure: SPLIT,
  }),
  'inflate-corrupt': ({ element, why }) => ({
    message: say`Сжатые данные элемента ${element} повреждены (${why}).`,
    cure: DOWNLOAD_AGAIN,
  }),
  'inflate-ratio': ({ element, limit }) => ({
    message: say`Элемент ${element} при распаковке вырастает больше чем до ${limit} байт: похоже на «архивную бомбу».`,
    cure: SUSPECT,
  }),
  'inflate-too-large': ({ element, limit }) => ({
    message: say`Элемент ${element} в распакованном виде больше ${limit} байт.`,
    cure: SPLIT,
  }),
  'inflate-total-too-large': ({ limit }) => ({
    message: say`В распакованном виде файл больше ${limit} байт.`,
    cure: SPLIT,
  }),
  'inflate-truncated': ({ element }) => ({
    message: say`Сжатые данные элемента ${element} обрываются.`,
    cure: DOWNLOAD_AGAIN,
  }),
  'not-a-container': () => ({
    message: say`Это не файл платформы «1С:Предприятие».`,
    cure: say`Проверьте, тот ли файл выбран; сохраните расширение в .cfe из конфигуратора.`,
  }),
  'root-malformed': ({ members }) => ({
    message: say`Корневое описание не разбирается (${members} свойств).`,
    cure: say`Если файл сохранен новой версией платформы, сообщите нам о нем; иначе сохраните его еще раз.`,
  }),
  'root-missing': ({ element }) => ({
    message: say`В файле нет корневого описания (${element}).`,
    cure: SAVE_AGAIN,
  }),
  'size-exceeds-file': ({ offset, declared }) => ({
    message: say`Блок по смещению ${offset} объявлен длиной ${declared} байт — длиннее файла.`,
    cure: DOWNLOAD_AGAIN,
  }),
  'toc-record-malformed': ({ record }) => ({
    message: say`Запись ${record} оглавления повреждена.`,
    cure: SAVE_AGAIN,
  }),
  'too-many-entries': ({ limit }) => ({
    message: say`В файле больше ${limit} элементов.`,
    cure: SUSPECT,
  }),
  'too-many-http-templates': ({ count, limit }) => ({
    message: say`У HTTP-сервиса ${count} шаблонов адресов, а можно не больше ${limit}.`,
    cure: SPLIT,
  }),
  'too-many-objects': ({ count, limit }) => ({
    message: say`В файле ${count} объектов, а можно не больше ${limit}.`,
    cure: SPLIT,
  }),
  'too-much-work': ({ limit }) => ({
    message: say`Разбор файла стоит больше ${limit} шагов при таком размере: похоже на файл, сделанный, чтобы занять программу.`,
    cure: SUSPECT,
  }),
  truncated: ({ offset, length }) => ({
    message: say`Файл обрывается: в нем ${length} байт, а нужны данные по смещению ${offset}.`,
    cure: DOWNLOAD_AGAIN,
  }),
  'zero-progress-page': ({ offset }) => ({
    message: say`Блок по смещению ${offset} пуст, а цепочка продолжается.`,
    cure: SUSPECT,
  }),
};
