/** Why a passphrase would fall to the first guesses. */
export type PassphraseWeakness =
  /** Fewer than `MIN_PASSPHRASE_LENGTH` characters. */
  | 'short'
  /** A few characters again and again, or a run along the alphabet or the digits. */
  | 'monotonous'
  /** One of the words that every list of guesses begins with, perhaps with digits behind it. */
  | 'common';

/** Characters that a passphrase has at least; what NIST SP 800-63B asks of a secret that a person chooses. */
export const MIN_PASSPHRASE_LENGTH = 8;

const MIN_DIFFERENT_CHARACTERS = 4;

/** Beginnings of the usual lists, typed in either layout; compared without digits and signs behind them. */
const COMMON = new Set([
  ...['password', 'passphrase', 'passw0rd', 'qwertyui', 'qwertyuiop', 'qwerty', 'administrator', 'letmein'],
  ...['iloveyou', 'changeme', 'welcome', 'secret', 'vypusk', 'master', 'dragon', 'asdfghjkl', 'zxcvbnm'],
  ...['пароль', 'йцукенг', 'йцукен', 'секрет', 'выпуск', 'парольнаяфраза', 'gfhjkm'],
]);

/**
 * What is weak in a passphrase, or `undefined`. A copied key file can be guessed at for as long as somebody likes, and
 * the cost of scrypt multiplies only what the passphrase itself has; a phrase of a few words passes.
 */
export function passphraseWeakness(passphrase: string): PassphraseWeakness | undefined {
  const characters = Array.from(passphrase.normalize('NFC').trim());
  if (characters.length < MIN_PASSPHRASE_LENGTH) return 'short';
  if (new Set(characters).size < MIN_DIFFERENT_CHARACTERS || isRun(characters)) return 'monotonous';
  const word = characters
    .join('')
    .toLowerCase()
    .replace(/[\s\d\p{P}\p{S}]+/gu, '');
  return COMMON.has(word) ? 'common' : undefined;
}

/** `12345678`, `hgfedcba`: each character beside the one before it. */
function isRun(characters: readonly string[]): boolean {
  const steps = characters.slice(1).map((character, index) => codeOf(character) - codeOf(characters[index]));
  return steps.every((step) => step === 1) || steps.every((step) => step === -1);
}

const codeOf = (character: string | undefined): number => character?.codePointAt(0) ?? 0;
