import { z } from 'zod';
import { METADATA_KINDS } from '../../model/module-sign.ts';

/**
 * How a text field is spelled. The name of a broken format travels in `schema-format` problems, so that wording can
 * say what was expected; the pattern is what editors check too.
 */
const FORMATS = {
  /** One line without control or direction-changing characters, not blank. */
  line: { pattern: onlyOrdinary(''), most: 200 },
  /** A line that nobody could have meant for yes or no: YAML 1.2 reads `no` and `off` as words, people do not. */
  'profile-name': { pattern: onlyOrdinary('', notAnswer()), most: 200 },
  /** Text that may be broken into lines. */
  paragraph: { pattern: onlyOrdinary('\\t\\n'), most: 2_000 },
  /** Name of a 1C metadata object or extension: `[\p{L}_][\p{L}\p{N}_]*`, at most 80 characters. */
  identifier: { pattern: /^[\p{L}_][\p{L}\p{Nd}_]*$/u, most: 80 },
  /** Name in an address: `formats.md`, section 1. */
  /** Names of subsystems, each inside the one before. */
  subsystem: { pattern: /^[\p{L}_][\p{L}\p{Nd}_]*(?:\.[\p{L}_][\p{L}\p{Nd}_]*)*$/u, most: 400 },
  /** Full name of a metadata object: a kind of `METADATA_KINDS`, a dot, a name. */
  'metadata-name': {
    pattern: new RegExp(`^(?:${METADATA_KINDS.join('|')})\\.[\\p{L}_][\\p{L}\\p{Nd}_]*$`, 'u'),
    most: 120,
  },
  /** Name of a field in a file of ours. */
  'field-name': { pattern: /^[a-z][A-Za-z0-9]*$/, most: 40 },
  id: { pattern: /^[a-z0-9-]{2,64}$/, most: 64 },
  channel: { pattern: /^[a-z][a-z0-9-]{0,31}$/, most: 32 },
  'license-prefix': { pattern: /^[A-Z0-9]{2,8}$/, most: 8 },
  date: { pattern: /^\d{4}-\d{2}-\d{2}$/, most: 10 },
  /** What `parseVersion` reads, and a little more: the parser decides. */
  version: { pattern: /^(?:\d+(?:\.\d+){0,3}|v?\d+\.\d+\.\d+-[\dA-Za-z.-]+|v\d+\.\d+\.\d+)$/, most: 256 },
  /** Characters of node-semver's range grammar; the parser decides. */
  range: { pattern: /^[\dA-Za-z.*<>=~^| -]+$/, most: 256 },
  /** What a file says of its version: anything in one line, nothing included. */
  'file-version': {
    pattern: /^[^\p{Cc}\p{Cs}\u2028\u2029\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]*$/u,
    most: 200,
  },
  sha256: { pattern: /^[0-9a-f]{64}$/, most: 64 },
  /** Calendar month for which product keys exist: `formats.md`, section 7. */
  month: { pattern: /^20\d{2}-(?:0[1-9]|1[0-2])$/, most: 7 },
  /** 32 bytes in base64. They leave two bits of the last symbol over, which are 0 (RFC 4648, section 3.5). */
  base64: { pattern: /^[A-Za-z0-9+/]{42}[AEIMQUYcgkosw048]=$/, most: 44 },
  /** Public half of an Ed25519 key. */
  'public-key': { pattern: /^[0-9a-f]{64}$/, most: 64 },
  url: { pattern: /^https:\/\/[^\s/?#@\\]+(?:[/?][^\s#\\]*)?$/, most: 2_000 },
  /** Address of a folder: everything else is appended to it. */
  'folder-url': { pattern: /^https:\/\/[^\s/?#@\\]+\/(?:[^\s?#\\]*\/)?$/, most: 500 },
  email: { pattern: /^[^\s@<>,;:"]+@[^\s@<>,;:"]+\.[^\s@<>,;:".]+$/, most: 254 },
  /** File name without a path that every file system and address can carry. */
  'picture-name': { pattern: /^[\p{L}\p{Nd}_][\p{L}\p{Nd}._-]*\.(?:png|jpe?g|webp)$/u, most: 120 },
  'file-name': {
    pattern:
      /^(?!(?:[Cc][Oo][Nn]|[Pp][Rr][Nn]|[Aa][Uu][Xx]|[Nn][Uu][Ll]|[Cc][Oo][Mm][0-9]|[Ll][Pp][Tt][0-9])\.)[\p{L}\p{Nd}_][\p{L}\p{Nd}._ +()-]*\.cfe(?:\.zip)?$/u,
    most: 120,
  },
} as const satisfies Readonly<Record<string, { pattern: RegExp; most: number }>>;

/** Names of the formats. */
export type TextFormat = keyof typeof FORMATS;

/** Whether a text is a format's name. */
export const isTextFormat = (text: string): text is TextFormat => Object.hasOwn(FORMATS, text);

/**
 * A text field of this format. The message is the format's name, not a sentence: wording comes last. Text that
 * is too long is not matched at all.
 */
export const text = (format: TextFormat): z.ZodString =>
  z.string().max(FORMATS[format].most, { abort: true }).regex(FORMATS[format].pattern, format);

/**
 * Text of ordinary characters with something to read in it. The excluded ones are those of
 * `model/forbidden-character.ts`, spelled out here because editors need a pattern. Looks ahead once and walks once:
 * a pattern that tries every place for the visible character would take quadratic time on hostile text.
 */
function onlyOrdinary(also: string, ahead = ''): RegExp {
  const forbidden = '\\p{Cc}\\p{Cs}\\u2028\\u2029\\u061c\\u200e\\u200f\\u202a-\\u202e\\u2066-\\u2069';
  const ordinary = also === '' ? `[^${forbidden}]` : `(?:[^${forbidden}]|[${also}])`;
  return new RegExp(`^${ahead}(?=[\\s\\S]*\\S)${ordinary}*$`, 'u');
}

/** Looks ahead for anything but a word for yes, no or nothing, in any case: editors take a pattern without flags. */
function notAnswer(): string {
  const words = [
    'yes',
    'no',
    'on',
    'off',
    'y',
    'n',
    'true',
    'false',
    'null',
    'none',
    'да',
    'нет',
    'вкл',
    'выкл',
  ];
  const inAnyCase = words.map((word) =>
    Array.from(word, (letter) => `[${letter}${letter.toUpperCase()}]`).join(''),
  );
  return `(?!\\s*(?:${[...inAnyCase, '[-+]?\\d+', '~'].join('|')})\\s*$)`;
}
