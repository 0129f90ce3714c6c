import { LineCounter, parseDocument, Schema, type Document, type ScalarTag } from 'yaml';
import type { Place } from '../../model/problem.ts';

/** A YAML file with its nodes, kept only while somebody asks for places in it. */
export interface YamlSource {
  readonly file: string;
  readonly text: string;
  readonly document: Document.Parsed;
  readonly lines: LineCounter;
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
  const lines = new LineCounter();
  const options = { lineCounter: lines, prettyErrors: false, uniqueKeys: false, logLevel: 'error' } as const;
  return { file, text, document: parseDocument(text, { ...options, schema: SCHEMA }), lines };
}

/** Place of the characters from `start` to `end`, or to the end of the line if that comes first. */
export function placeOfSpan(source: YamlSource, start: number, end: number): Place {
  const { line, col } = source.lines.linePos(Math.min(start, source.text.length));
  const lineEnd = source.text.indexOf('\n', start);
  const stop = lineEnd < 0 ? end : Math.min(end, lineEnd);
  const shown = source.text.slice(start, stop).trimEnd();
  return {
    file: source.file,
    line: Math.max(line, 1),
    column: Math.max(col, 1),
    length: Math.max(shown.length, 1),
  };
}
