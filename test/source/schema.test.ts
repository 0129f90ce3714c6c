import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { Ajv } from 'ajv';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { z } from 'zod';
import { forbiddenCharacters } from '../../scripts/model/forbidden-character.ts';
import { configurationsSchema } from '../../scripts/source/schema/configurations-schema.ts';
import { extensionSchema } from '../../scripts/source/schema/extension-schema.ts';
import { licensingSchema } from '../../scripts/source/schema/licensing-schema.ts';
import { migrationSchema } from '../../scripts/source/schema/migration-schema.ts';
import { publisherSchema } from '../../scripts/source/schema/publisher-schema.ts';
import { releaseSchema } from '../../scripts/source/schema/release-schema.ts';
import { text, type TextFormat } from '../../scripts/source/schema/text-format.ts';
import {
  schemaFile,
  schemaFileText,
  writtenSchemas,
  type ManifestKind,
} from '../../scripts/source/schema/written-schemas.ts';
import { NUMERIC_FIELDS, readYamlValue } from '../../scripts/source/yaml/yaml-values.ts';
import { parseYaml } from '../../scripts/source/yaml/yaml-source.ts';
import { hasDemonstration, RELEASES } from '../fixtures/publisher.ts';
import {
  CONFIGURATIONS_YAML,
  EXTENSION_YAML,
  PUBLISHER_YAML,
  RELEASE_YAML,
  SHA256,
  spoiled,
} from './written-manifests.ts';

const SCHEMAS: Readonly<Record<ManifestKind, z.ZodType>> = {
  publisher: publisherSchema,
  configurations: configurationsSchema,
  licensing: licensingSchema,
  extension: extensionSchema,
  release: releaseSchema,
  migration: migrationSchema,
};

const LICENSING_KEYS = `keys: [{keyid: ${SHA256}, public: ${SHA256}}]\n`;

const UNLOCK = `{product: crm, month: 2026-11, sealed: "${'A'.repeat(43)}="}`;
const PROTECTION = `length: 286542
    clear: {length: 286340, sha256: ${SHA256}}
    unlock: [${UNLOCK}]`;

const ajv = new Ajv({ strict: true, strictRequired: false, allowUnionTypes: true });
const JSON_SCHEMAS = new Map([...writtenSchemas()].map(([kind, schema]) => [kind, ajv.compile(schema)]));

const valueOf = (yaml: string): unknown => readYamlValue(parseYaml('test.yaml', yaml), []);
const zodAccepts = (kind: ManifestKind, value: unknown): boolean => SCHEMAS[kind].safeParse(value).success;
const ajvAccepts = (kind: ManifestKind, value: unknown): boolean => JSON_SCHEMAS.get(kind)?.(value) === true;

describe('text formats', () => {
  test.each<[TextFormat, string, string]>([
    ['line', ' \t ', 'blank'],
    ['line', '', 'empty'],
    ['line', 'a\nb', 'two lines'],
    ['line', 'a\u202Eb', 'reverses what follows (CVE-2021-42574)'],
    ['line', 'a\u001b[31m', 'drives a terminal'],
    ['line', 'a\ud800', 'a lone surrogate is no character'],
    ['line', 'a'.repeat(201), 'too long for a list'],
    ['paragraph', '\n\n', 'nothing to read'],
    ['paragraph', 'a\rb', 'overwrites the line in a terminal'],
    ['profile-name', 'no', 'YAML 1.2 reads a word, a person means false'],
    ['profile-name', 'OFF', 'the same in capitals'],
    ['profile-name', ' Нет ', 'the same in Russian, with blanks'],
    ['profile-name', 'да', 'yes'],
    ['profile-name', '0', 'a number for no'],
    ['profile-name', '~', 'nothing'],
    ['profile-name', '\n', 'nothing to read'],
    ['file-version', 'a\nb', 'two lines'],
    ['file-version', 'a\u202Eb', 'reverses what follows'],
    ['file-version', 'a'.repeat(201), 'longer than anybody counts'],
    ['identifier', '1С', 'starts with a digit'],
    ['identifier', 'Имя Имя', 'a space'],
    ['identifier', '../a', 'a path'],
    ['id', 'CRM', 'capitals: two addresses on one disk'],
    ['id', 'a', 'too short'],
    ['id', '..', 'a path'],
    ['channel', '-stable', 'looks like an option'],
    ['subsystem', 'Продажи.', 'a dot and nothing after it'],
    ['metadata-name', 'Таблица.Товары', 'a kind that 1C does not have'],
    ['metadata-name', 'Справочник', 'a kind without a name'],
    ['metadata-name', 'Справочник.А.Б', 'a part of an object'],
    ['field-name', '__proto__', 'a name that objects have by themselves'],
    ['license-prefix', 'Р', 'a Cyrillic letter that looks Latin'],
    ['date', '01.11.2026', 'not ISO'],
    ['month', '2026-13', 'no month'],
    ['month', '1999-12', 'before the first key'],
    ['base64', 'A'.repeat(44), 'no padding: 33 bytes'],
    ['base64', `${'A'.repeat(42)}B=`, 'bits left over, which no program agrees on'],
    ['version', '1.2.3.4.5', 'five parts'],
    ['version', '1,2', 'a comma'],
    ['range', '>=1;rm', 'a character of no range'],
    ['sha256', SHA256.toUpperCase(), 'a second spelling'],
    ['url', 'http://a.b/', 'not https'],
    ['url', 'https://user:secret@a.b/', 'a password'],
    ['url', 'javascript:alert(1)', 'a script'],
    ['url', 'https://a.b/ c', 'a space'],
    ['url', 'https:\\\\a.b', 'backslashes are slashes to a browser'],
    ['folder-url', 'https://a.b/c', 'no slash at the end'],
    ['folder-url', 'https://a.b/?c=/', 'a query'],
    ['email', 'a@b', 'no domain'],
    ['email', 'a@b.c\nBcc: d@e.f', 'a header of its own'],
    ['file-name', '../a.cfe', 'a path'],
    ['file-name', '.cfe', 'a hidden file'],
    ['file-name', '-rf.cfe', 'an option'],
    ['file-name', 'a.exe', 'not an extension of 1C'],
    ['file-name', 'a.cfe.zip.exe', 'only looks like one'],
    ['file-name', 'и\u0306.cfe', 'a decomposed letter: two names for one file'],
    ['file-name', 'a\u0000.cfe', 'a zero byte'],
    ['file-name', 'a:b.cfe', 'a stream of Windows'],
  ])('%s refuses %j — %s', (format, value) => expect(text(format).safeParse(value).success).toBe(false));

  test.each<[TextFormat, string]>([
    ['line', 'Коннектор CRM — «Ромашка» 🌼'],
    ['paragraph', 'Первая строка,\n  вторая.\n'],
    ['profile-name', 'Нетто'],
    ['profile-name', 'no access'],
    ['file-version', ''],
    ['file-version', '1.4.2 - 2020-05-01'],
    ['identifier', 'ЗарплатаИУправлениеПерсоналом'],
    ['id', 'price-tags'],
    ['channel', 'stable'],
    ['license-prefix', 'ROMASHKA'],
    ['date', '2026-11-01'],
    ['month', '2099-12'],
    ['base64', `${'A'.repeat(43)}=`],
    ['version', '2.0.0-beta.1'],
    ['range', '>=3.0.140 <3.1 || ~11.5.x'],
    ['sha256', SHA256],
    ['url', 'https://romashka.example/a/b.cfe?v=1'],
    ['folder-url', 'https://romashka.example:8443/releases/'],
    ['email', 'help@romashka.example'],
    ['file-name', 'Расширение_для БП (3.0) v1.0+2.cfe.zip'],
  ])('%s accepts %j', (format, value) => expect(text(format).safeParse(value).success).toBe(true));

  test('hostile text of the largest size is refused long before the timeout', () => {
    for (const hostile of [`${'a'.repeat(250_000)}\u202E`, ' '.repeat(250_000), 'a@'.repeat(125_000)])
      for (const format of ['line', 'paragraph', 'email', 'url', 'file-name'] as const)
        expect(text(format).safeParse(hostile).success).toBe(false);
  });

  test('lines and paragraphs refuse every character that the model forbids', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 20 }), (value) => {
        const forbidden = [...forbiddenCharacters(value)].length > 0;
        if (forbidden) expect(text('paragraph').safeParse(value).success).toBe(false);
        if (text('line').safeParse(value).success) expect(forbidden).toBe(false);
      }),
      { numRuns: 2000 },
    );
  });
});

describe('JSON Schemas for editors', () => {
  test.skipIf(!hasDemonstration).each([...writtenSchemas()])(
    'releases/schemas/%s.schema.json is fresh (npm run schemas)',
    (kind, schema) => {
      const file = path.join(RELEASES, schemaFile(kind));
      expect(existsSync(file) ? readFileSync(file, 'utf8') : '').toBe(schemaFileText(schema));
    },
  );

  test('every field has a title and a description: they are the manual', () => {
    const bare: string[] = [];
    const visit = (schema: unknown, place: string): void => {
      if (typeof schema !== 'object' || schema === null) return;
      const properties = Object.entries(('properties' in schema && schema.properties) || {});
      for (const [name, field] of properties) {
        if (!('title' in field && 'description' in field)) bare.push(`${place}.${name}`);
      }
      for (const [name, member] of Object.entries(schema)) visit(member, `${place}.${name}`);
    };
    for (const [kind, schema] of writtenSchemas()) visit(schema, kind);
    expect(bare).toEqual([]);
  });

  test('the fields whose numbers are read as numbers are those of the schemas', () => {
    const numeric = new Set<string>();
    const visit = (schema: unknown, name: string): void => {
      if (typeof schema !== 'object' || schema === null) return;
      if ('type' in schema && [schema.type].flat().some((type) => type === 'integer' || type === 'number'))
        numeric.add(name);
      for (const [member, inner] of Object.entries(schema)) visit(inner, member);
    };
    for (const [kind, schema] of writtenSchemas()) visit(schema, kind);
    expect([...numeric].sort()).toEqual([...NUMERIC_FIELDS].sort());
  });
});

describe('the exported schema and the reader agree', () => {
  test.each<[ManifestKind, string, string]>([
    ['release', 'a usual release', RELEASE_YAML],
    ['release', 'a rollout', `${RELEASE_YAML}rollout: {percent: 20}\n`],
    ['release', 'a paused rollout', `${RELEASE_YAML}rollout: {percent: 0, pausedAt: 2026-11-02}\n`],
    [
      'release',
      'a security profile',
      `${RELEASE_YAML}install: {safeMode: Профиль, publish: [httpServices]}\n`,
    ],
    [
      'release',
      'withdrawn',
      `${RELEASE_YAML}withdrawn: {date: 2026-11-09, reason: Ошибка, replacement: 1.5}\n`,
    ],
    ['release', 'an address', spoiled(RELEASE_YAML, 'file: crm.cfe', 'urls: [https://a.example/b.cfe]')],
    ['release', 'a version that looks like a number', spoiled(RELEASE_YAML, '1.4.2.7', '1.10')],
    ['publisher', 'a publisher', PUBLISHER_YAML],
    ['publisher', 'only what is required', 'id: ab\nname: А\nurl: https://a.b/\nlicensePrefix: AB\n'],
    ['configurations', 'configurations', CONFIGURATIONS_YAML],
    ['extension', 'an extension', EXTENSION_YAML],
    ['extension', 'a paid one', `${EXTENSION_YAML}price: paid\nproducts: [crm]\n`],
    ['release', 'a protected file', spoiled(RELEASE_YAML, 'length: 286542', PROTECTION)],
    ['licensing', 'a key and a product', `${LICENSING_KEYS}products: [{id: crm, title: CRM}]\n`],
    ['licensing', 'no products yet', LICENSING_KEYS],
  ])('both accept %s: %s', (kind, _reason, yaml) => {
    expect(zodAccepts(kind, valueOf(yaml))).toBe(true);
    expect(ajvAccepts(kind, valueOf(yaml))).toBe(true);
  });

  test.each<[ManifestKind, string, string]>([
    ['release', 'an unknown field and a missing one', spoiled(RELEASE_YAML, 'channel', 'chanel')],
    ['release', 'neither file nor addresses', spoiled(RELEASE_YAML, 'file: crm.cfe\n    ', '')],
    ['release', 'not a version', spoiled(RELEASE_YAML, '1.4.2.7', 'v1')],
    ['release', 'a length that is text', spoiled(RELEASE_YAML, '286542', '"286542"')],
    ['release', 'an empty file', spoiled(RELEASE_YAML, '286542', '0')],
    [
      'release',
      'opened by nobody',
      spoiled(RELEASE_YAML, 'length: 286542', 'length: 286542\n    unlock: []'),
    ],
    ['licensing', 'nobody signs', 'keys: []\n'],
    ['release', 'half a byte', spoiled(RELEASE_YAML, '286542', '2.5')],
    ['release', 'a path', spoiled(RELEASE_YAML, 'crm.cfe', '../crm.cfe')],
    ['release', 'more than all', `${RELEASE_YAML}rollout: {percent: 101}\n`],
    ['release', 'an unknown word', `${RELEASE_YAML}importance: urgent\n`],
    ['release', 'a word twice', `${RELEASE_YAML}install: {publish: [httpServices, httpServices]}\n`],
    ['release', 'withdrawn without a reason', `${RELEASE_YAML}withdrawn: {date: 2026-11-09}\n`],
    [
      'release',
      'a reason without Russian',
      `${RELEASE_YAML}withdrawn: {date: 2026-11-09, reason: {en: Broken}}\n`,
    ],
    ['release', 'a field of tomorrow', `${RELEASE_YAML}builds2: []\n`],
    ['publisher', 'no slash at the end', spoiled(PUBLISHER_YAML, 'romashka.example/', 'romashka.example')],
    ['publisher', 'no channels', spoiled(PUBLISHER_YAML, '[stable, beta]', '[]')],
    ['publisher', 'a language we do not speak', spoiled(PUBLISHER_YAML, '[ru, en]', '[de]')],
    ['configurations', 'an empty list', '[]'],
    ['configurations', 'a mapping instead of a list', 'name: БухгалтерияПредприятия'],
    ['extension', 'an id that the folder says already', `${EXTENSION_YAML}id: crm\n`],
    ['extension', 'the prototype of JavaScript', `${EXTENSION_YAML}__proto__: {price: paid}\n`],
  ])('both refuse %s: %s', (kind, _reason, yaml) => {
    expect(zodAccepts(kind, valueOf(yaml))).toBe(false);
    expect(ajvAccepts(kind, valueOf(yaml))).toBe(false);
  });

  test.each<[ManifestKind, string, string]>([
    ['release', 'a day that does not exist', spoiled(RELEASE_YAML, '2026-11-01', '2026-02-30')],
    ['release', 'a range that does not parse', spoiled(RELEASE_YAML, '>=3.0.140 <3.1', '>= >= 3')],
    ['release', 'a version that does not parse', spoiled(RELEASE_YAML, '1.4.2.7', '1.2.3-..')],
    [
      'release',
      'an address without a file name',
      spoiled(RELEASE_YAML, 'file: crm.cfe', 'urls: [https://a.example/get]'),
    ],
    [
      'release',
      'escapes that are not UTF-8',
      spoiled(RELEASE_YAML, 'file: crm.cfe', 'urls: ["https://a.example/%FF.cfe"]'),
    ],
    ['configurations', 'a configuration twice', CONFIGURATIONS_YAML + CONFIGURATIONS_YAML],
  ])('only the reader refuses %s: %s', (kind, _reason, yaml) => {
    expect(zodAccepts(kind, valueOf(yaml))).toBe(false);
    expect(ajvAccepts(kind, valueOf(yaml))).toBe(true);
  });

  const good: [ManifestKind, unknown][] = [
    ['release', valueOf(`${RELEASE_YAML}rollout: {percent: 20}\ninstall: {safeMode: false}\n`)],
    ['publisher', valueOf(PUBLISHER_YAML)],
    ['configurations', valueOf(CONFIGURATIONS_YAML)],
    ['extension', valueOf(EXTENSION_YAML)],
  ];

  test.each(good)('an editor refuses nothing that the reader accepts: %s', (kind, value) => {
    fc.assert(
      fc.property(spoiledValue(value), (changed) => {
        if (zodAccepts(kind, changed)) expect(ajvAccepts(kind, changed)).toBe(true);
      }),
      { numRuns: 500 },
    );
  });
});

/** The value with one part anywhere inside it replaced by something else. */
function spoiledValue(value: unknown): fc.Arbitrary<unknown> {
  const other = fc.oneof(
    fc.constantFrom<unknown>(null, true, 7, '', 'stable', '1.2', [], {}, 'ё'),
    fc.string(),
  );
  if (typeof value !== 'object' || value === null) return other;
  const members = Object.keys(value);
  if (members.length === 0) return other;
  const inside = fc.constantFrom(...members).chain((name) =>
    spoiledValue(Reflect.get(value, name)).map((changed) => {
      const copy: object = structuredClone(value);
      Reflect.set(copy, name, changed);
      return copy;
    }),
  );
  return fc.oneof({ weight: 1, arbitrary: other }, { weight: 4, arbitrary: inside });
}
