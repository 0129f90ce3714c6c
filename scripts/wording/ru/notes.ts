import type { NotesProblemCode } from '../../notes/index.ts';
import { say, type Untyped, type Words } from '../wording.ts';

/** What may not stand in release notes, in Russian. */
export const NOTES_RU: Words<Untyped<NotesProblemCode>> = {
  'attribute-not-literal': ({ component, attribute }) => ({
    message: say`Атрибут ${attribute} компонента ${component} должен быть строкой в кавычках.`,
    cure: say`Напишите ${attribute}="текст".`,
  }),
  'attribute-unknown': ({ component, attribute, allowed }) => ({
    message: say`У компонента ${component} нет атрибута ${attribute}.`,
    cure: say`Удалите атрибут; компонент понимает: ${listed(allowed, 'ничего')}.`,
  }),
  'attribute-value': ({ attribute, value, allowed }) => ({
    message: say`Атрибут ${attribute} не может быть «${value}».`,
    cure: Array.isArray(allowed) && allowed.length > 0 ? say`Напишите одно из: ${allowed}.` : IMAGE_CURE,
  }),
  'bidi-character': ({ codePoint }) => ({
    message: say`Невидимый знак ${codePoint} меняет направление текста и может скрыть его смысл.`,
    cure: say`Удалите этот знак.`,
  }),
  'component-unknown': ({ name, allowed }) => ({
    message: say`Компонент <${name}> в описаниях не используется.`,
    cure: say`Уберите его или возьмите один из разрешенных: ${allowed}.`,
  }),
  'control-character': ({ codePoint }) => ({
    message: say`Управляющий символ ${codePoint} в тексте.`,
    cure: say`Удалите этот символ.`,
  }),
  expression: ({ text }) => ({
    message: say`Выражение в фигурных скобках: ${text} — в MDX это программа.`,
    cure: say`Напишите \\{ и \\} или заключите текст в обратные кавычки; компоненты для этого не нужны — назовите файл .md.`,
  }),
  'front-matter': () => ({
    message: say`Описание начинается с настроек страницы (---).`,
    cure: say`Удалите этот блок: все нужное стоит в release.yaml.`,
  }),
  html: ({ markup }) => ({
    message: say`HTML в описании: ${markup}.`,
    cure: say`Напишите это средствами Markdown; чтобы показать знак «<», поставьте перед ним \\ или заключите текст в обратные кавычки.`,
  }),
  'image-address': ({ url }) => ({
    message: say`Картинка «${url}» лежит не в папке выпуска.`,
    cure: IMAGE_CURE,
  }),
  import: ({ text }) => ({
    message: say`Программа в описании: ${text}.`,
    cure: say`Удалите import и export: разрешенные компоненты доступны без них.`,
  }),
  'link-address': ({ url }) => ({
    message: say`Ссылка ведет на недопустимый адрес «${url}».`,
    cure: say`Оставьте адрес, который начинается с https://, http://, mailto: или #.`,
  }),
  'markup-unknown': ({ type }) => ({
    message: say`Разметка «${type}» в описаниях не используется.`,
    cure: say`Замените ее обычным Markdown.`,
  }),
  syntax: ({ cause }) => ({
    message: say`Описание не разбирается как MDX: ${cause}.`,
    cure: say`Закройте все теги; если компоненты не нужны, назовите файл .md.`,
  }),
  'too-deep': ({ limit }) => ({
    message: say`Вложенность списков, цитат и компонентов больше ${limit}.`,
    cure: say`Сделайте списки и цитаты проще.`,
  }),
  'too-large': ({ bytes, limit }) => ({
    message: say`Описание занимает ${bytes} байт, а можно не больше ${limit}.`,
    cure: say`Оставьте главное, а подробности вынесите на страницу документации.`,
  }),
  'too-many-signs': ({ sign, count, limit }) => ({
    message: say`Знак «${sign}» встречается ${count} раз, а можно не больше ${limit}.`,
    cure: say`Сократите текст или вынесите его на страницу документации.`,
  }),
};

const IMAGE_CURE =
  'Положите картинку (.png, .jpg, .webp, .gif, .avif) рядом с описанием и напишите ее имя без «..» и без адреса сайта.';

const listed = (names: unknown, none: string): string =>
  Array.isArray(names) && names.length > 0 ? names.join(', ') : none;
