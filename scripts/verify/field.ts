import { VerificationError } from './error.ts';
import { isJsonObject, type JsonValue } from './strict-json.ts';

/**
 * A value inside a metadata file that remembers where it stands, so that a refusal can name the member. Every reader
 * narrows or refuses with `metadata-invalid`; nothing is coerced.
 */
export class Field {
  /** Role of the file, for refusals. */
  readonly role: string;
  /** Dotted path from the top of the file. */
  readonly path: string;
  readonly #value: JsonValue | undefined;

  constructor(role: string, path: string, value: JsonValue | undefined) {
    this.role = role;
    this.path = path;
    this.#value = value;
  }

  /** A member of an object; reading it refuses when it is absent. */
  member(name: string): Field {
    return new Field(this.role, this.#below(name), this.#object().get(name));
  }

  /** A member of an object, or undefined when it is absent. */
  optional(name: string): Field | undefined {
    return this.#object().has(name) ? this.member(name) : undefined;
  }

  /** Members of an object whose names come from strangers. */
  entries(): readonly (readonly [string, Field])[] {
    return [...this.#object()].map(([name, value]) => [name, new Field(this.role, this.#below(name), value)]);
  }

  /** An object as a Map, each member read by `read`. */
  map<T>(read: (field: Field) => T): ReadonlyMap<string, T> {
    return new Map(this.entries().map(([name, field]) => [name, read(field)]));
  }

  /** Items of an array. */
  items(): readonly Field[] {
    if (!isList(this.#value)) throw this.refuse('array');
    return this.#value.map((value, at) => new Field(this.role, this.#below(String(at)), value));
  }

  text(): string {
    if (typeof this.#value !== 'string') throw this.refuse('string');
    return this.#value;
  }

  boolean(): boolean {
    if (typeof this.#value !== 'boolean') throw this.refuse('boolean');
    return this.#value;
  }

  /** An integer that is not below `least`. */
  integer(least: number): number {
    if (typeof this.#value !== 'number' || this.#value < least) throw this.refuse(`integer >= ${least}`);
    return this.#value;
  }

  /** The value as it was parsed. */
  raw(): JsonValue | undefined {
    return this.#value;
  }

  /** The refusal that this field is not what it should be. */
  refuse(expected: string): VerificationError {
    return new VerificationError('metadata-invalid', { role: this.role, field: this.path, expected });
  }

  #object(): ReadonlyMap<string, JsonValue> {
    if (!isJsonObject(this.#value)) throw this.refuse('object');
    return this.#value;
  }

  #below(name: string): string {
    return this.path === '' ? name : `${this.path}.${name}`;
  }
}

const isList = (value: JsonValue | undefined): value is readonly JsonValue[] => Array.isArray(value);
