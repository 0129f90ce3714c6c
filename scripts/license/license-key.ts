import { LicenseError } from './error.ts';
import { sha256Of } from './sha256.ts';
import { forgivenLetters, typedSymbols } from './typed-symbols.ts';

/** Crockford's base 32: no I, L, O and U, which are misread. A symbol stands for its place. */
export const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** Symbols of a key after its prefix: 19 random ones (95 bits) and one that checks them (`formats.md`, section 5). */
const BODY = 20;

/** Nobody types longer; what is longer is not looked at. */
const MAX_TYPED = 200;

/**
 * A licence key as a person typed it, in its one spelling `PREFIX-XXXXX-XXXXX-XXXXX-XXXXX`, which is what is hashed
 * (`formats.md`, section 5). Case, spaces, dashes, Cyrillic letters that look Latin, and in the body O for 0, I and L
 * for 1 are forgiven. Throws `license-key-length`, `license-key-symbol`, `license-key-mistyped`, and
 * `license-key-foreign` when it is a good key with another prefix than `expected`.
 */
export async function parseLicenseKey(typed: string, expected?: string): Promise<string> {
  const symbols = symbolsOf(typed);
  const split = symbols.length - BODY;
  if (split < 2 || split > 8) throw new LicenseError('license-key-length', { length: symbols.length });
  const prefix = symbols.slice(0, split);
  const body = forgivenLetters(symbols.slice(split));
  requireSymbols(prefix, /[A-Z0-9]/, 1);
  requireSymbols(body, new RegExp(`[${ALPHABET}]`), split + 1);
  if ((await checkSymbol(prefix, body.slice(0, -1))) !== body.at(-1)) {
    throw new LicenseError('license-key-mistyped');
  }
  if (expected !== undefined && prefix !== expected) {
    throw new LicenseError('license-key-foreign', { prefix, expected });
  }
  return spelled(prefix, body);
}

/** A new licence key. `random` gives cryptographically strong bytes: 19 of them are taken. */
export async function makeLicenseKey(
  prefix: string,
  random: (length: number) => Uint8Array,
): Promise<string> {
  // 256 is a multiple of 32, so the lower five bits of a byte prefer no symbol.
  const body = Array.from(random(BODY - 1), (byte) => ALPHABET.charAt(byte & 31)).join('');
  return spelled(prefix, body + (await checkSymbol(prefix, body)));
}

function symbolsOf(typed: string): string {
  if (typed.length > MAX_TYPED) throw new LicenseError('license-key-length', { length: typed.length });
  return typedSymbols(typed);
}

function requireSymbols(symbols: string, allowed: RegExp, first: number): void {
  for (const [at, symbol] of Array.from(symbols).entries()) {
    if (!allowed.test(symbol)) throw new LicenseError('license-key-symbol', { symbol, position: first + at });
  }
}

async function checkSymbol(prefix: string, body: string): Promise<string> {
  const [first] = await sha256Of(prefix + body);
  return ALPHABET.charAt((first ?? 0) % 32);
}

const spelled = (prefix: string, body: string): string =>
  [prefix, body.slice(0, 5), body.slice(5, 10), body.slice(10, 15), body.slice(15)].join('-');
