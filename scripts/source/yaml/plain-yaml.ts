import { LIMITS } from '../limits.ts';
import { NotPlain, plainField, plainValue } from './plain-value.ts';
import type { YamlValue } from './yaml-values.ts';

/** Characters of a text that is tried: beyond it nobody would notice the gain. */
const MOST_CHARACTERS = 16 * 1024;

const FIELD = /^( *)(- )?([A-Za-z]\w*):(?: (\S.*))?$/;
const ITEM = /^( *)- (\S.*)$/;
const SILENT = /^ *(?:#.*)?$/;

/** A line that says something: `field: value`, perhaps as the first of a list item, or an item of its own. */
interface Line {
  /** Column of what stands behind the dash, or of the field where there is none. */
  readonly indent: number;
  readonly isItem: boolean;
  /** Absent where the whole item is a value. */
  readonly field?: string;
  /** The value; empty when a block below is. */
  readonly rest: string;
}

/**
 * The value of a YAML text that is laid out as `add` lays manifests out, many times as fast as the library reads it;
 * `undefined` for everything else, which the library then reads and explains. It decides nothing of its own: where it
 * gives a value, the library gives the same and finds no fault (a property over spoiled manifests holds it to that).
 */
export function readPlainYaml(text: string): YamlValue | undefined {
  if (text.length > MOST_CHARACTERS) return undefined;
  try {
    return new PlainReader(text.split('\n').flatMap(lineOf)).read();
  } catch (error) {
    if (error instanceof NotPlain) return undefined;
    throw error;
  }
}

function lineOf(text: string): Line[] {
  if (SILENT.test(text)) return [];
  const [, spaces, dash = '', field, rest = ''] = FIELD.exec(text) ?? [];
  if (spaces === undefined || field === undefined) return [itemOf(text)];
  return [{ indent: spaces.length + dash.length, isItem: dash !== '', field: plainField(field), rest }];
}

function itemOf(text: string): Line {
  const [, spaces, rest] = ITEM.exec(text) ?? [];
  if (spaces === undefined || rest === undefined) throw new NotPlain();
  return { indent: spaces.length + 2, isItem: true, rest };
}

/** Where a block is looked for: below a field at this column. */
interface Below {
  readonly above: number;
  readonly field: string;
  readonly depth: number;
}

/** Reads lines one after another; blocks end where the indent says so, and any other indent is not plain. */
class PlainReader {
  readonly #lines: readonly Line[];
  #at = 0;

  constructor(lines: readonly Line[]) {
    this.#lines = lines;
  }

  read(): YamlValue {
    const value = this.#block({ above: -1, field: '', depth: 0 });
    if (value === null || this.#at < this.#lines.length) throw new NotPlain();
    return value;
  }

  /** What stands below a field at column `above`: a list (its dashes may stand right below), a mapping, or nothing. */
  #block({ above, field, depth }: Below): YamlValue {
    if (depth > LIMITS.yamlDepth) throw new NotPlain();
    const line = this.#lines[this.#at];
    if (line === undefined) return null;
    if (line.isItem)
      return line.indent - 2 >= above ? this.#list(line.indent, { above, field, depth }) : null;
    return line.indent > above ? this.#mapping(line.indent, depth) : null;
  }

  #list(indent: number, { field, depth }: Below): YamlValue[] {
    const items: YamlValue[] = [];
    for (
      let line = this.#lines[this.#at];
      line?.isItem === true && line.indent === indent;
      line = this.#lines[this.#at]
    ) {
      if (line.field === undefined) this.#at++;
      items.push(line.field === undefined ? plainValue(line.rest, field) : this.#mapping(indent, depth + 1));
    }
    return items;
  }

  #mapping(indent: number, depth: number): YamlValue {
    const fields = new Map<string, YamlValue>();
    for (let line = this.#lines[this.#at]; line?.indent === indent; line = this.#lines[this.#at]) {
      if (line.isItem && fields.size > 0) break;
      if (line.field === undefined || fields.has(line.field)) throw new NotPlain();
      this.#at++;
      const below = { above: indent, field: line.field, depth: depth + 1 };
      fields.set(line.field, line.rest === '' ? this.#block(below) : plainValue(line.rest, line.field));
    }
    return Object.fromEntries(fields);
  }
}
