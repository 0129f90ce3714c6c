import { VerificationError } from './error.ts';
import { isWellFormed } from './well-formed.ts';

/** An object of JSON. A Map: its names come from strangers, and `__proto__` must be a name like any other. */
export type JsonObject = ReadonlyMap<string, JsonValue>;

/** What strict JSON can say. Numbers are integers. */
export type JsonValue = null | boolean | number | string | readonly JsonValue[] | JsonObject;

/** How much text is looked at before it is refused. */
export interface JsonLimits {
  readonly maxBytes: number;
  /** Objects and arrays inside each other. */
  readonly maxDepth: number;
}

/** Honest metadata is at most 8 levels deep and 1 MB long (`formats.md`, section 3). */
export const JSON_LIMITS: JsonLimits = { maxBytes: 8 * 1024 * 1024, maxDepth: 32 };

/**
 * Reads JSON (RFC 8259) and refuses what two readers could understand differently: a repeated member, ill-formed
 * UTF-8, half of a surrogate pair, a byte order mark, and every number that is not an integer below 2^53, because
 * those have no canonical form. `JSON.parse` lets all of them through.
 */
export function parseStrictJson(bytes: Uint8Array, limits: JsonLimits = JSON_LIMITS): JsonValue {
  if (bytes.length > limits.maxBytes) {
    throw new VerificationError('json-too-large', { reason: 'bytes', limit: limits.maxBytes });
  }
  const reader = new JsonReader(decodeUtf8(bytes), limits.maxDepth);
  return reader.document();
}

/** Narrows a JSON value to an object. */
export const isJsonObject = (value: JsonValue | undefined): value is JsonObject => value instanceof Map;

function decodeUtf8(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch (cause) {
    throw new VerificationError('json-invalid', { reason: 'utf-8', offset: 0 }, { cause });
  }
}

const WHITE_SPACE = /[ \t\n\r]*/y;
const LITERAL = /true|false|null/y;
const NUMBER = /-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?/y;
class JsonReader {
  readonly #text: string;
  readonly #maxDepth: number;
  #at = 0;

  constructor(text: string, maxDepth: number) {
    this.#text = text;
    this.#maxDepth = maxDepth;
  }

  document(): JsonValue {
    const value = this.#value(0);
    this.#take(WHITE_SPACE);
    if (this.#at !== this.#text.length) throw this.#invalid('trailing');
    return value;
  }

  #value(depth: number): JsonValue {
    this.#take(WHITE_SPACE);
    switch (this.#text[this.#at]) {
      case '{':
        return this.#object(depth + 1);
      case '[':
        return this.#array(depth + 1);
      case '"':
        return this.#string();
      default:
        return this.#literalOrNumber();
    }
  }

  #object(depth: number): JsonObject {
    const members = new Map<string, JsonValue>();
    this.#each('}', depth, () => {
      this.#take(WHITE_SPACE);
      const offset = this.#at;
      const name = this.#string();
      if (members.has(name)) throw new VerificationError('json-duplicate-key', { name, offset });
      this.#expect(':');
      members.set(name, this.#value(depth));
    });
    return members;
  }

  #array(depth: number): readonly JsonValue[] {
    const items: JsonValue[] = [];
    this.#each(']', depth, () => items.push(this.#value(depth)));
    return items;
  }

  // Reads what stands between the bracket at the cursor and its `close`, separated by commas.
  #each(close: string, depth: number, readOne: () => void): void {
    if (depth > this.#maxDepth) {
      throw new VerificationError('json-too-large', { reason: 'depth', limit: this.#maxDepth });
    }
    this.#at++;
    if (this.#skip(close)) return;
    do readOne();
    while (this.#skip(','));
    this.#expect(close);
  }

  #string(): string {
    const token = this.#stringToken();
    try {
      // Refuses control characters and unknown escapes (RFC 8259, section 7).
      const text: unknown = JSON.parse(token);
      if (typeof text === 'string' && isWellFormed(text)) return text;
    } catch (cause) {
      throw this.#invalid('string', cause);
    }
    throw this.#invalid('surrogate');
  }

  // From quote to quote. A loop and no pattern: a pattern with a choice inside a repetition exhausts the stack of the
  // engine on a string of some megabytes.
  #stringToken(): string {
    const start = this.#at;
    if (this.#text[start] !== '"') throw this.#invalid('string');
    for (let at = start + 1; at < this.#text.length; at++) {
      if (this.#text[at] === '\\') at++;
      else if (this.#text[at] === '"') {
        this.#at = at + 1;
        return this.#text.slice(start, this.#at);
      }
    }
    throw this.#invalid('string');
  }

  #literalOrNumber(): null | boolean | number {
    const literal = this.#take(LITERAL);
    if (literal !== '') return literal === 'null' ? null : literal === 'true';
    const token = this.#take(NUMBER);
    if (token === '') throw this.#invalid('value');
    const value = Number(token);
    // `-0` has no form of its own in canonical JSON: it would be signed as something else than it is read as.
    if (!/^(?:0|-?[1-9][0-9]*)$/.test(token) || !Number.isSafeInteger(value)) throw this.#invalid('number');
    return value;
  }

  #skip(character: string): boolean {
    this.#take(WHITE_SPACE);
    if (this.#text[this.#at] !== character) return false;
    this.#at++;
    return true;
  }

  #expect(character: string): void {
    if (!this.#skip(character)) throw this.#invalid(character);
  }

  #take(pattern: RegExp): string {
    pattern.lastIndex = this.#at;
    const token = pattern.exec(this.#text)?.[0] ?? '';
    this.#at += token.length;
    return token;
  }

  #invalid(reason: string, cause?: unknown): VerificationError {
    return new VerificationError('json-invalid', { reason, offset: this.#at }, { cause });
  }
}
