/** Cyrillic capitals that look like Latin ones, Ukrainian and Serbian letters included. */
const LOOK_ALIKES: ReadonlyMap<string, string> = new Map(
  Array.from('АВЕКМНОРСТУХІЈЅ', (letter, at) => [letter, 'ABEKMHOPCTYXIJS'.charAt(at)]),
);

/**
 * Symbols of a key as a person typed them (`formats.md`, section 5): without the marks that only divide them, in
 * capitals, Latin for Cyrillic letters of the same look. The caller bounds the length before.
 */
export function typedSymbols(typed: string): string {
  const bare = typed.normalize('NFKC').replaceAll(/[\s\p{Pd}\p{Cf}\u2212_.]/gu, '');
  return Array.from(bare.toUpperCase(), (symbol) => LOOK_ALIKES.get(symbol) ?? symbol).join('');
}

/** O for 0 and I, L for 1: letters that the alphabet of keys does not have. */
export const forgivenLetters = (symbols: string): string =>
  symbols.replaceAll('O', '0').replaceAll(/[IL]/g, '1');
