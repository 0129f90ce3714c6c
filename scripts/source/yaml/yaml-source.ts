import { parseDocument, Schema, type Document, type ScalarTag } from 'yaml';
import type { Place } from '../../model/problem.ts';

/** A YAML file with its nodes, kept only while somebody asks for places in it. */
export interface YamlSource {
  readonly file: string;
  readonly text: string;
  readonly document: Document.Parsed;
}

/**
 * Only whole decimal numbers that are spelled as JavaScript spells them are numbers: `1.10`, `08`, `0x10` and `1e3`
 * stay the text that was typed, so no version ever passes through a float.
 */
const PLAIN_INTEGER: ScalarTag = {
  tag: 'tag:yaml.org,2002:int',
  default: true,
  identify: (value) => typeof value === 'number',
  test: /^(?:0|[1-9]\d{0,14})$/,
  resolve: Number,
};

const NUMBER_TAGS = ['tag:yaml.org,2002:int', 'tag:yaml.org,2002:float'];

/** YAML 1.2 core schema without its numbers. Built once: making it for each file took a tenth of the time. */
const SCHEMA = new Schema({
  schema: 'core',
  customTags: (tags) => [
    ...tags.filter((tag) => typeof tag === 'string' || !NUMBER_TAGS.includes(tag.tag)),
    PLAIN_INTEGER,
  ],
});

/**
 * Parses a file. Never throws: faults are in `document.errors`. Duplicate keys are left to `YamlValues`, because the
 * library compares every key with every other.
 */
export function parseYaml(file: string, text: string): YamlSource {
  const options = { prettyErrors: false, uniqueKeys: false, logLevel: 'error' } as const;
  return { file, text, document: parseDocument(text, { ...options, schema: SCHEMA }) };
}

/**
 * Place of the characters from `start` to `end`, or to the end of the line if that comes first. Lines are counted in
 * the text: the library's `LineCounter` misses line ends inside tokens that it recovers from.
 */
export function placeOfSpan({ file, text }: YamlSource, start: number, end: number): Place {
  const from = Math.min(start, text.length);
  const lineStart = from === 0 ? 0 : text.lastIndexOf('\n', from - 1) + 1;
  const lineEnd = text.indexOf('\n', from);
  const shown = text.slice(from, lineEnd < 0 ? end : Math.min(end, lineEnd)).trimEnd();
  return {
    file,
    line: linesBefore(text, lineStart) + 1,
    column: from - lineStart + 1,
    length: Math.max(shown.length, 1),
  };
}

function linesBefore(text: string, offset: number): number {
  let lines = 0;
  for (let at = text.indexOf('\n'); at >= 0 && at < offset; at = text.indexOf('\n', at + 1)) lines++;
  return lines;
}
