/**
 * Characters that text by strangers may not carry: they change how the text around them is shown (Unicode
 * bidirectional formatting, UAX #9: «Trojan Source», CVE-2021-42574) or drive a terminal (C0 and C1 controls, ANSI
 * escapes), or are no characters at all (lone surrogates). Tab and line feed are ordinary text.
 */
const CONTROL = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u2028\u2029]|\p{Surrogate}/u;
const BIDI = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/u;
const FORBIDDEN = new RegExp(`${CONTROL.source}|${BIDI.source}`, 'gu');

/** A character that may not stand in text by strangers, and where it stands. */
export interface ForbiddenCharacter {
  /** UTF-16 units from the start of the text. */
  readonly index: number;
  /** `U+202E`. */
  readonly codePoint: string;
  readonly kind: 'control' | 'bidi';
}

/** Forbidden characters of a text, in order. The text is walked lazily: a caller who needs one pays for one. */
export function* forbiddenCharacters(text: string): Generator<ForbiddenCharacter> {
  for (const { 0: character, index } of text.matchAll(FORBIDDEN)) {
    yield { index, codePoint: nameOf(character), kind: BIDI.test(character) ? 'bidi' : 'control' };
  }
}

/** Replaces each forbidden character; `replacement` gets the character as it stands. */
export const replaceForbidden = (text: string, replacement: (character: string) => string): string =>
  text.replace(FORBIDDEN, replacement);

/** `U+202E`: how a character that must not be shown is named. */
export const nameOf = (character: string): string =>
  `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
