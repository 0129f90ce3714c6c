import { describe, expect, test } from 'vitest';
import { appendItem, newLicensingManifest, setItems } from '../../scripts/source/index.ts';
import { SHA256 } from './written-manifests.ts';

const UNLOCK = { product: 'pro', month: '2026-11', sealed: `${'A'.repeat(43)}=` };

const RELEASE = `version: 1.4.2.7   # the one with orders
builds:
  - file: crm.cfe.zip
    sha256: ${SHA256}
    length: 286542
    clear: {length: 286340, sha256: ${SHA256}}
    unlock:
      - {product: crm, month: 2026-11, sealed: "${'B'.repeat(43)}="}  # sold since 2026
    configurations:
      - {name: БухгалтерияПредприятия, version: ">=3.0.140 <3.1"}
`;

const unlockOf = (build: number) => ['builds', build, 'unlock'];

test('an item goes behind the last one, and not a byte of the rest changes', () => {
  const text = appendItem(RELEASE, { kind: 'release', path: unlockOf(0), item: UNLOCK });
  const line = `      - {product: pro, month: 2026-11, sealed: ${'A'.repeat(43)}=}\n`;
  expect(text).toBe(RELEASE.replace('# sold since 2026\n', `# sold since 2026\n${line}`));
});

test('a list that is absent is made where that is meant', () => {
  const edit = { kind: 'extension', path: ['products'], item: 'crm' } as const;
  expect(() => appendItem('name: А # why\n', edit)).toThrow('manifest-unusable');
  expect(appendItem('name: А # why\n', { ...edit, whenAbsent: 'make' })).toMatch(
    /^name: А # why\nproducts:\s+- crm\n$/,
  );
});

test('a list in one line keeps its line', () => {
  const text = appendItem('name: А # why\nproducts: [crm]\n', {
    kind: 'extension',
    path: ['products'],
    item: 'pro',
  });
  expect(text).toBe('name: А # why\nproducts: [crm, pro]\n');
});

describe('what cannot be done is refused', () => {
  test.each<[string, readonly (string | number)[]]>([
    ['no such build', unlockOf(1)],
    ['a text is no list', ['version']],
    ['a step into a text', ['version', 'x']],
    ['a step by name into a list', ['builds', 'x', 'unlock']],
  ])('%s', (_reason, path) => {
    const edit = { kind: 'release', path, item: UNLOCK, whenAbsent: 'make' } as const;
    expect(() => appendItem(RELEASE, edit)).toThrow('manifest-unusable');
  });
});

test('products of licensing.yaml take lines of their own', () => {
  const key = { keyid: SHA256, public: SHA256 };
  const text = newLicensingManifest({
    keys: [key],
    products: [{ id: 'crm', title: { ru: 'CRM', en: 'CRM' } }],
  });
  expect(text).toBe(`# yaml-language-server: $schema=schemas/licensing.schema.json
keys:
  - keyid: ${SHA256}
    public: ${SHA256}
products:
  - id: crm
    title:
      ru: CRM
      en: CRM
`);
  const more = appendItem(text, {
    kind: 'licensing',
    path: ['products'],
    item: { id: 'pro', title: 'CRM Про' },
  });
  expect(more).toBe(`${text}  - id: pro\n    title: CRM Про\n`);
});

describe('other items in a list', () => {
  const path = unlockOf(0);

  test('take the place of the old ones; the rest says what it said', () => {
    const text = setItems(RELEASE, { kind: 'release', path, items: [UNLOCK] });
    expect(text).toContain(`- {product: pro, month: 2026-11, sealed: ${'A'.repeat(43)}=}`);
    expect(text).not.toContain('product: crm');
    expect(text).toContain('# the one with orders');
    expect(text).toContain('length: 286542');
  });

  test.each<[string, readonly (string | number)[]]>([
    ['a list that is absent', ['rollout']],
    ['a text', ['version']],
    ['no such build', unlockOf(5)],
  ])('are refused in the place of %s', (_reason, place) => {
    expect(() => setItems(RELEASE, { kind: 'release', path: place, items: [] })).toThrow('manifest-unusable');
  });
});
