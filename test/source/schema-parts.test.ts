import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { parseRange } from '../../scripts/model/version-range.ts';
import { parseVersion } from '../../scripts/model/version.ts';
import { schemaFields } from '../../scripts/source/manifest/schema-fields.ts';
import { expectedType, valueTypeOf } from '../../scripts/source/manifest/value-type.ts';
import { buildSchema } from '../../scripts/source/schema/build-schema.ts';
import { distinctList } from '../../scripts/source/schema/distinct-list.ts';
import { localizedText } from '../../scripts/source/schema/localized-text.ts';
import { dateText, rangeText, versionText } from '../../scripts/source/schema/version-text.ts';
import { selectionOf } from '../../scripts/source/tree/selection.ts';
import { SHA256 } from './written-manifests.ts';

describe('a text for readers', () => {
  test.each([
    ['a number', 1],
    ['nothing', null],
    ['a list', ['Имя']],
    ['no Russian', { en: 'Name' }],
    ['a language we do not speak', { ru: 'Имя', de: 'Name' }],
    ['blank Russian', { ru: ' ', en: 'Name' }],
    ['blank English', { ru: 'Имя', en: '' }],
    ['an escape of a terminal', '\u001b[2JИмя'],
    ['a line that reverses itself', { ru: 'Имя\u202e' }],
  ])('is not %s', (_reason, written) => expect(localizedText('line').safeParse(written).success).toBe(false));

  test.each([
    ['plain text is Russian', 'Имя', { ru: 'Имя' }],
    ['both languages', { en: 'Name', ru: 'Имя' }, { ru: 'Имя', en: 'Name' }],
    ['spaces around and inside', '  Два   слова ', { ru: 'Два слова' }],
    ['a space that does not break', 'Два\u00a0слова', { ru: 'Два слова' }],
  ])('%s', (_reason, written, expected) => expect(localizedText('line').parse(written)).toEqual(expected));

  test('may be broken into lines where it is long, and is shown in one', () => {
    const written = 'Первая строка,\n\tвторая.\n';
    expect(localizedText('line').safeParse(written).success).toBe(false);
    expect(localizedText('paragraph').parse(written)).toEqual({ ru: 'Первая строка, вторая.' });
  });

  test('is the same when it is read again', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 40 }), (written) => {
        const once = localizedText('paragraph').safeParse(written);
        if (once.success) expect(localizedText('line').parse(once.data)).toEqual(once.data);
      }),
    );
  });
});

describe('a list of different texts', () => {
  const list = distinctList(z.string(), 3);

  test.each([
    ['the second of two', ['a', 'a'], [[1]]],
    ['each further one', ['a', 'a', 'a'], [[1], [2]]],
    ['not the same word in another case', ['a', 'A'], []],
  ])('refuses %s', (_reason, written, paths) => {
    const duplicates = list.safeParse(written).error?.issues ?? [];
    expect(duplicates.map(({ path }) => path)).toEqual(paths);
    expect(duplicates.every(({ message }) => message === 'duplicate')).toBe(true);
  });

  test('refuses too many', () =>
    expect(list.safeParse(['a', 'b', 'c', 'd']).error?.issues[0]?.code).toBe('too_big'));
});

describe('versions, ranges and days', () => {
  const schemas = { versionText: versionText(), rangeText: rangeText(), dateText: dateText() };

  test.each<[keyof typeof schemas, string, unknown, string]>([
    ['versionText', '1.02', parseVersion('1.02'), 'a version keeps how it was written'],
    ['versionText', '2.0.0-beta.1', parseVersion('2.0.0-beta.1'), 'a pre-release'],
    ['rangeText', '>=3.0  <3.1', parseRange('>=3.0 <3.1'), 'a range'],
    ['dateText', '2028-02-29', '2028-02-29', 'a leap day'],
  ])('%s reads %j as %j — %s', (schema, written, expected) =>
    expect(schemas[schema].parse(written)).toEqual(expected),
  );

  test.each<[keyof typeof schemas, string, string]>([
    ['versionText', '1.2.3.4.5', 'five parts'],
    ['versionText', '1'.repeat(20), 'a number that no float counts'],
    ['versionText', '1.2-beta', 'a tag on two parts'],
    ['rangeText', '>=', 'a range of nothing'],
    ['rangeText', '1 && 2', 'the grammar of another tool'],
    ['dateText', '2026-02-29', 'no leap year'],
    ['dateText', '2026-13-01', 'no such month'],
    ['dateText', '2026-00-00', 'zeros'],
    ['dateText', '2026-1-1', 'short'],
  ])('%s refuses %j — %s', (schema, written) =>
    expect(schemas[schema].safeParse(written).success).toBe(false),
  );
});

describe('the name of a file behind an address', () => {
  const buildAt = (url: string) =>
    buildSchema.safeParse({
      urls: [url],
      sha256: SHA256,
      length: 1,
      configurations: [{ name: 'А', version: '1' }],
    });

  test.each([
    ['https://a.example/', 'a folder'],
    ['https://a.example/get?file=a.cfe', 'only in the query'],
    ['https://a.example/..%2Fa.cfe', 'a path behind an escape'],
    ['https://a.example/%00.cfe', 'a zero byte'],
    ['https://a.example/%E0%A4.cfe', 'half a character'],
    ['https://a.example:99999/a.cfe', 'no address'],
  ])('is not found in %s — %s', (url) => {
    expect(buildAt(url).error?.issues).toMatchObject([{ message: 'file-name', path: ['urls', 0] }]);
  });

  test('is given by the manifest where the address has none', () => {
    const written = { file: 'a.cfe', urls: ['https://a.example/get'], sha256: SHA256, length: 1 };
    expect(buildSchema.parse({ ...written, configurations: [{ name: 'А', version: '1' }] })).toMatchObject({
      file: 'a.cfe',
      urls: ['https://a.example/get'],
    });
  });
});

describe('fields of the schema', () => {
  test.each([
    ['release', ['requires'], ['platform', 'ssl']],
    ['release', ['builds', 3, 'configurations', 0], ['name', 'version', 'tested']],
    ['release', ['withdrawn', 'reason'], ['ru', 'en']],
    ['configurations', [0], ['name', 'synonym', 'edition', 'family']],
    ['extension', ['vendor'], ['name', 'url', 'email']],
    ['release', ['builds'], []],
    ['release', ['nothing', 'there'], []],
  ] as const)('of %s at %j are %j', (kind, at, fields) => expect(schemaFields(kind, at)).toEqual(fields));
});

describe('types as people call them', () => {
  test.each([
    [undefined, 'null'],
    [null, 'null'],
    ['', 'text'],
    [0, 'integer'],
    [false, 'boolean'],
    [[], 'list'],
    [{}, 'mapping'],
  ])('%j is %s', (value, type) => expect(valueTypeOf(value)).toBe(type));

  test.each([
    ['string', 'text'],
    ['int', 'integer'],
    ['object', 'mapping'],
    ['array', 'list'],
    ['something new', 'text'],
  ])('%s of zod is %s', (zodType, type) => expect(expectedType(zodType)).toBe(type));
});

test.each<[string[] | undefined, boolean, boolean, string]>([
  [undefined, true, true, 'everything'],
  [['crm'], true, true, 'the extension'],
  [['crm/1.0'], true, true, 'the release'],
  [['crm/1.1'], true, false, 'another release of the extension'],
  [['cr'], false, false, 'an extension that starts alike'],
  [[], false, false, 'nothing'],
])('with %j, crm and crm/1.0 are read: %j, %j — %s', (only, extension, release) => {
  const selection = selectionOf(only && new Set(only));
  expect([selection.hasExtension('crm'), selection.hasRelease('crm', '1.0')]).toEqual([extension, release]);
});
