import { BslSyntaxError, type Token } from '../lexer/token.ts';
import { tokenize } from '../lexer/lexer.ts';
import { hasSymbol, type ContextName } from './contexts.ts';

const IF = /^#\s*(?:Если|If)\s+(.*?)\s+(?:Тогда|Then)$/i;
const ELSIF = /^#\s*(?:ИначеЕсли|ElsIf)\s+(.*?)\s+(?:Тогда|Then)$/i;
const ELSE = /^#\s*(?:Иначе|Else)$/i;
const END_IF = /^#\s*(?:КонецЕсли|EndIf)$/i;
const REGION = /^#\s*(?:Область|Region)\s+([A-Za-zА-Яа-яЁё_][A-Za-zА-Яа-яЁё_0-9]*)$/i;
const END_REGION = /^#\s*(?:КонецОбласти|EndRegion)$/i;

interface Conditional {
  readonly parent: boolean;
  active: boolean;
  taken: boolean;
}

/**
 * Tokens that a context compiles: `#Если` chosen by the symbols of the context, regions removed, both held to nest.
 * Source: platform-1c.md 9 (regions), 0.1 (where code may run).
 */
export function preprocess(tokens: readonly Token[], context: ContextName): Token[] {
  const kept: Token[] = [];
  const conditionals: Conditional[] = [];
  let regions = 0;
  const isActive = (): boolean => conditionals.at(-1)?.active ?? true;
  for (const token of tokens) {
    if (token.kind !== 'instruction') {
      if (isActive() || token.kind === 'end') kept.push(token);
    } else if (REGION.test(stripped(token))) {
      regions += 1;
    } else if (END_REGION.test(stripped(token))) {
      regions -= 1;
      if (regions < 0) throw new BslSyntaxError('Лишняя инструкция #КонецОбласти', token);
    } else {
      step(conditionals, token, context);
    }
  }
  const end = tokens.at(-1) ?? { line: 1, column: 1 };
  if (conditionals.length > 0) throw new BslSyntaxError('Не закрыта инструкция #Если', end);
  if (regions > 0) throw new BslSyntaxError('Не закрыта инструкция #Область', end);
  return kept;
}

const stripped = (token: Token): string => token.text.replace(/\s*\/\/.*$/, '').trim();

function step(conditionals: Conditional[], token: Token, context: ContextName): void {
  const text = stripped(token);
  const opening = IF.exec(text);
  const current = conditionals.at(-1);
  if (opening) {
    const parent = current?.active ?? true;
    const active = parent && holds(opening[1] ?? '', token, context);
    conditionals.push({ parent, active, taken: active });
  } else if (current && END_IF.test(text)) {
    conditionals.pop();
  } else if (!current || !turn(current, token, context)) {
    throw new BslSyntaxError(`Неизвестная инструкция препроцессора ${text}`, token);
  }
}

/** `#ИначеЕсли` and `#Иначе`; tells whether the instruction was one of them. */
function turn(current: Conditional, token: Token, context: ContextName): boolean {
  const text = stripped(token);
  const next = ELSIF.exec(text);
  if (!next && !ELSE.test(text)) return false;
  current.active = current.parent && !current.taken && (!next || holds(next[1] ?? '', token, context));
  current.taken ||= current.active;
  return true;
}

/** Value of `Сервер Или НЕ ВебКлиент`: names of contexts with Не, И, Или and brackets. */
function holds(condition: string, at: Token, context: ContextName): boolean {
  const words = tokenize(condition);
  let index = 0;
  const isNext = (keyword: string): boolean => {
    const word = words[index];
    if (word?.kind !== 'name' || word.keyword !== keyword) return false;
    index += 1;
    return true;
  };
  const primary = (): boolean => {
    if (isNext('Not')) return !primary();
    const word = words[index];
    index += 1;
    if (word?.kind === 'mark' && word.text === '(') {
      const inner = either();
      index += 1;
      return inner;
    }
    const known = word?.kind === 'name' ? hasSymbol(context, word.text) : undefined;
    if (known === undefined) throw new BslSyntaxError(`Неизвестный символ ${word?.text ?? ''}`, at);
    return known;
  };
  const both = (): boolean => {
    let value = primary();
    while (isNext('And')) value = primary() && value;
    return value;
  };
  const either = (): boolean => {
    let value = both();
    while (isNext('Or')) value = both() || value;
    return value;
  };
  return either();
}
