import { BslException } from '../../runtime/errors.ts';
import { parseNumber, powerOfTen, multiplyNumbers, divideNumbers, type Num } from '../../runtime/decimal.ts';

/** What the reader meets next in a text. */
export type JsonEvent =
  | { readonly kind: 'objectStart' | 'objectEnd' | 'arrayStart' | 'arrayEnd' | 'null' }
  | { readonly kind: 'name' | 'string'; readonly text: string }
  | { readonly kind: 'number'; readonly value: Num }
  | { readonly kind: 'boolean'; readonly value: boolean };

const SPACE = /[\s\uFEFF,:]*/y;
const NUMBER = /-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const BRACKET = /[{}[\]]/y;
const WORD = /true|false|null/y;
const ESCAPES: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' };

/**
 * The events of a JSON text as the platform's reader gives them: commas and colons are not checked, a missing value, a
 * trailing comma and an object never closed raise no error; only garbage in the place of a value does.
 * Source: platform-1c.md 4 (measured on 8.3.27 for ЧтениеJSON).
 */
export function* jsonEvents(text: string): Generator<JsonEvent> {
  const open: ('object' | 'array')[] = [];
  let offset = 0;
  let expectsName = false;
  const take = (pattern: RegExp): string | undefined => {
    pattern.lastIndex = offset;
    const match = pattern.exec(text)?.[0];
    offset += match?.length ?? 0;
    return match;
  };
  for (;;) {
    // A comma brings the reader of an object back to names, a colon on to the value.
    const separators = take(SPACE) ?? '';
    const inObject = open.at(-1) === 'object';
    expectsName ||= inObject && separators.includes(',');
    if (offset >= text.length) return;
    if (text.charAt(offset) === '"') {
      const [string, end] = readString(text, offset);
      offset = end;
      yield { kind: expectsName ? 'name' : 'string', text: string };
      expectsName = inObject && !expectsName;
      continue;
    }
    const bracket = take(BRACKET);
    const event = bracket === undefined ? scalar(take(WORD) ?? take(NUMBER), offset) : nesting(bracket, open);
    expectsName = open.at(-1) === 'object';
    if (event) yield event;
  }
}

/** Opens or closes a level; a closing bracket ends whatever is open, whichever bracket it is. */
function nesting(bracket: string, open: ('object' | 'array')[]): JsonEvent | undefined {
  if (bracket === '{' || bracket === '[') {
    open.push(bracket === '{' ? 'object' : 'array');
    return { kind: bracket === '{' ? 'objectStart' : 'arrayStart' };
  }
  const closed = open.pop();
  return closed && { kind: closed === 'object' ? 'objectEnd' : 'arrayEnd' };
}

function scalar(word: string | undefined, offset: number): JsonEvent {
  if (word === undefined) throw new BslException(`Непредвиденный символ при чтении JSON (позиция ${offset})`);
  if (word === 'null') return { kind: 'null' };
  if (word === 'true' || word === 'false') return { kind: 'boolean', value: word === 'true' };
  return { kind: 'number', value: exactNumber(word) };
}

/** Numbers are read exactly, big ones too. Source: platform-1c.md 4. */
function exactNumber(text: string): Num {
  const [digits = '0', exponent = '0'] = text.toLowerCase().split('e');
  const value = parseNumber(digits) ?? 0n;
  const power = Number(exponent);
  if (Math.abs(power) > 1000) throw new BslException('Слишком большое число при чтении JSON');
  return power >= 0 ? multiplyNumbers(value, powerOfTen(power)) : divideNumbers(value, powerOfTen(-power));
}

/** A string and where it ends; one never closed ends with the text. */
function readString(text: string, start: number): [string, number] {
  let value = '';
  let offset = start + 1;
  for (; offset < text.length; offset += 1) {
    const letter = text.charAt(offset);
    if (letter === '"') return [value, offset + 1];
    if (letter !== '\\') {
      value += letter;
      continue;
    }
    offset += 1;
    const escaped = text.charAt(offset);
    if (escaped === 'u') {
      value += String.fromCharCode(Number.parseInt(text.slice(offset + 1, offset + 5), 16));
      offset += 4;
    } else {
      value += ESCAPES[escaped] ?? escaped;
    }
  }
  return [value, offset];
}
