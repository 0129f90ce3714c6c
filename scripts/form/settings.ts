/** Namespaces in the order in which the platform declares them. */
const NAMESPACES: readonly (readonly [prefix: string, uri: string])[] = [
  ['', 'http://v8.1c.ru/8.1/data-composition-system/settings'],
  [':dcscor', 'http://v8.1c.ru/8.1/data-composition-system/core'],
  [':style', 'http://v8.1c.ru/8.1/data/ui/style'],
  [':sys', 'http://v8.1c.ru/8.1/data/ui/fonts/system'],
  [':v8', 'http://v8.1c.ru/8.1/data/core'],
  [':v8ui', 'http://v8.1c.ru/8.1/data/ui'],
  [':web', 'http://v8.1c.ru/8.1/data/ui/colors/web'],
  [':win', 'http://v8.1c.ru/8.1/data/ui/colors/windows'],
  [':xs', 'http://www.w3.org/2001/XMLSchema'],
  [':xsi', 'http://www.w3.org/2001/XMLSchema-instance'],
];

/** Characters of a line of base64, and how the platform ends it. */
const BASE64_LINE = /.{64}(?=.)/g;
const BASE64_BREAK = '\r\r\n';

/** The settings of a form without conditional appearance, in base64; the Designer leaves an empty element in them. */
export function noConditionalAppearance(drawn: boolean): string {
  const declared = NAMESPACES.map(([prefix, uri]) => `xmlns${prefix}="${uri}"`).join(' ');
  const end = drawn ? '>\r\n\t<outputParameters/>\r\n</Settings>' : '/>';
  const xml = `\uFEFF<?xml version="1.0" encoding="UTF-8"?>\r\n<Settings ${declared}${end}`;
  const base64 = Buffer.from(xml, 'utf8').toString('base64');
  return `#base64:${base64.replaceAll(BASE64_LINE, (line) => `${line}${BASE64_BREAK}`)}`;
}
