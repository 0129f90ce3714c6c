import { put, type Draft } from './draft.ts';
import { plainText, type Property } from './properties.ts';
import { onlyAttributes, unproven, unprovenValue, type XmlElement } from './xml-element.ts';

/** Colours of the style, by the numbers that pairs show. */
const STYLE_COLORS: Readonly<Record<string, string>> = {
  'style:ToolTipBackColor': '-23',
  'style:FieldSelectionBackColor': '-14',
  'style:SpecialTextColor': '-16',
  'style:ButtonBorderColor': '-34',
  'style:AccentColor': '-46',
};

/** Colours with a name on the web. */
const WEB_COLORS: Readonly<Record<string, string>> = { 'web:White': '143' };

/** Fonts of the style. */
const STYLE_FONTS: Readonly<Record<string, string>> = {
  'style:NormalTextFont': '-31',
  'style:LargeTextFont': '-32',
};

/** A colour: of the style, of the web, or three bytes. */
export const color =
  (...path: readonly number[]): Property =>
  (record, element) => {
    onlyAttributes(element);
    put(record, path, colorRecord(element));
  };

function colorRecord(element: XmlElement): Draft {
  const text = plainText(element);
  const style = Object.hasOwn(STYLE_COLORS, text) ? STYLE_COLORS[text] : undefined;
  if (style !== undefined) return ['3', '3', [style]];
  const web = Object.hasOwn(WEB_COLORS, text) ? WEB_COLORS[text] : undefined;
  if (web !== undefined) return ['3', '2', [web]];
  const bytes = /^#([0-9A-F]{2})([0-9A-F]{2})([0-9A-F]{2})$/.exec(text);
  if (bytes === null) throw unprovenValue(element);
  const [red = 0, green = 0, blue = 0] = bytes.slice(1).map((byte) => Number.parseInt(byte, 16));
  return ['3', '0', [String(red + green * 0x1_00 + blue * 0x1_00_00)]];
}

/** Which attributes a font of the style changes: the bit of each, and its value in the record. */
const FONT_CHANGES: readonly (readonly [
  name: string,
  bit: number,
  value: (text: string) => string | undefined,
])[] = [
  ['height', 2, (text) => (/^\d{1,3}$/.test(text) ? String(Number(text) * 10) : undefined)],
  ['bold', 4, (text) => ({ true: '700', false: '400' })[text]],
  ['italic', 8, (text) => ({ true: '1', false: '0' })[text]],
  ['underline', 16, (text) => ({ true: '1', false: '0' })[text]],
  ['strikeout', 32, (text) => ({ true: '1', false: '0' })[text]],
];

/** That the scale stands in the XML; pairs show 100 only. */
const SCALE_BIT = 512;

/** A font of the style, or such a one with changes. */
export const font =
  (...path: readonly number[]): Property =>
  (record, element) => {
    onlyAttributes(element, 'ref', 'kind', 'scale', ...FONT_CHANGES.map(([name]) => name));
    put(record, path, fontRecord(element));
  };

function fontRecord(element: XmlElement): Draft {
  const [child] = element.children;
  if (child) throw unproven(child);
  const { attributes } = element;
  const ref = attributes.get('ref') ?? '';
  const style = Object.hasOwn(STYLE_FONTS, ref) ? STYLE_FONTS[ref] : undefined;
  if (style === undefined || attributes.get('kind') !== 'StyleItem') throw unprovenValue(element, ref);
  const scale = attributes.get('scale');
  if (scale !== undefined && scale !== '100') throw unprovenValue(element, scale);
  const changes = FONT_CHANGES.filter(([name]) => attributes.has(name));
  const bits = changes.reduce((sum, [, bit]) => sum + bit, scale === undefined ? 0 : SCALE_BIT);
  const values = changes.map(([name, , valueOf]) => {
    const text = attributes.get(name) ?? '';
    const value = valueOf(text);
    if (value === undefined) throw unprovenValue(element, text);
    return value;
  });
  return ['7', '2', String(bits), [style], ...values, '1', '100'];
}
