import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parsePassport, type SourceProblem } from '../../scripts/source/index.ts';
import { PASSPORT, SHA256 } from './written-manifests.ts';

function parse(text: string | Uint8Array) {
  const problems: SourceProblem[] = [];
  const bytes = typeof text === 'string' ? new TextEncoder().encode(text) : text;
  const passport = parsePassport('a.cfe.passport.json', bytes, problems);
  return { passport, fields: problems.map(({ args }) => args['field']) };
}

const changed = (change: object): string => JSON.stringify({ ...PASSPORT, ...change });

describe('a passport is refused', () => {
  test.each<[string, string | Uint8Array, string[]]>([
    ['nothing', '', ['']],
    ['not JSON', '{formatVersion: 1}', ['']],
    ['not UTF-8', Uint8Array.of(0x7b, 0xff, 0x7d), ['']],
    ['nested without end', '['.repeat(200_000), ['']],
    ['nested deeply', '['.repeat(5_000) + ']'.repeat(5_000), ['']],
    ['a list', '[]', ['']],
    ['a text', '"passport"', ['']],
    ['of tomorrow', changed({ formatVersion: 2 }), ['formatVersion']],
    ['with a field of tomorrow', changed({ signature: 'x' }), ['signature']],
    ['with a prototype', changed({}).replace('{', '{"__proto__": {"name": "x"},'), ['__proto__']],
    ['with a hash in capitals', changed({ sha256: SHA256.toUpperCase() }), ['sha256']],
    ['of an empty file', changed({ length: 0 }), ['length']],
    ['with half a byte', changed({ length: 1.5 }), ['length']],
    ['with a purpose of its own', changed({ purpose: 'Fix' }), ['purpose']],
    ['with an endless name', changed({ name: 'x'.repeat(100_000) }), ['name']],
    ['with a language that is a path', changed({ synonym: { '../ru': 'x' } }), ['synonym.../ru']],
    [
      'with an object half described',
      changed({ objects: [{ kind: 'Catalog', name: 'А' }] }),
      ['objects.0.belonging'],
    ],
    [
      'with several mistakes, each named',
      changed({ prefix: 1, vendor: null, httpServices: [{ name: 'А', rootUrl: 'a', routes: {} }] }),
      ['vendor', 'prefix', 'httpServices.0.routes'],
    ],
  ])('%s', (_reason, text, fields) => expect(parse(text)).toEqual({ passport: undefined, fields }));
});

describe('a passport is read', () => {
  test('as it was written, with or without line breaks', () => {
    expect(parse(JSON.stringify(PASSPORT)).passport).toEqual(PASSPORT);
    expect(parse(`${JSON.stringify(PASSPORT, null, 2)}\n`).passport).toEqual(PASSPORT);
  });

  test('with whatever texts a vendor typed into the file: pages escape them', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 100 }), fc.string({ maxLength: 100 }), (name, vendor) => {
        const passport = { ...PASSPORT, name, vendor };
        expect(parse(JSON.stringify(passport)).passport).toEqual(passport);
      }),
    );
  });
});
