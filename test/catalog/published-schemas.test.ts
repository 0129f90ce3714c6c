import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import { describe, expect, test } from 'vitest';
import { buildCatalog } from '../../scripts/catalog/build-catalog.ts';
import { publishedSchemas } from '../../scripts/catalog/published-schemas.ts';
import { passport, releaseTree } from './release-tree.ts';

const SCHEMAS = fileURLToPath(new URL('../../site/public/schemas/', import.meta.url));

const ajv = new Ajv2020({ strict: true, allErrors: true, allowUnionTypes: true });
const schemas = publishedSchemas();
for (const schema of schemas.values()) ajv.addSchema(schema);

const validatorOf = (name: string): ValidateFunction => ajv.getSchema(`urn:vypusk:schema:${name}:1`)!;

/** A tree that fills every member of every document. */
const { documents } = buildCatalog(
  releaseTree({
    publisher: { name: { ru: 'Демо', en: 'Demo' }, email: 'a@demo.example' },
    extensions: [
      {
        id: 'b24',
        price: 'paid',
        products: ['pro'],
        title: { ru: 'Связь', en: 'Link' },
        vendor: { name: { ru: 'Поставщик' }, url: 'https://vendor.example/', email: 'a@vendor.example' },
        eula: { ru: 'eula.ru.md' },
        releases: [
          { version: '1.0', withdrawn: { date: '2026-11-09', reason: { ru: 'Теряет документы' } } },
          { version: '1.1' },
          {
            version: '2.0.0-beta.1',
            channel: 'beta',
            importance: 'critical',
            updateFrom: '>=1.1',
            requires: { platform: '>=8.3.20', ssl: '>=3.1.5' },
            install: {
              safeMode: 'Сеть',
              dangerousActionsProtection: false,
              exclusive: 'always',
              publish: ['httpServices'],
            },
            rollout: { percent: 20, pausedAt: null },
            notes: { ru: 'Новое', en: 'New' },
            passports: { 'b24.cfe': passport(true) },
            builds: [
              {
                urls: ['https://host.example/b24.cfe.zip'],
                tested: '3.0.171.9',
                clear: { length: 900, sha256: 'cd'.repeat(32) },
                unlock: [{ product: 'crm', month: '2026-11', sealed: `${'A'.repeat(43)}=` }],
              },
            ],
          },
        ],
      },
    ],
    licensing: {
      keys: [{ keyid: 'k', public: 'ab'.repeat(32) }],
      products: [{ id: 'crm', title: { ru: 'CRM' } }],
    },
  }),
  { readAgreement: () => new Uint8Array() },
);

const documentOf = (target: string): Record<string, unknown> =>
  JSON.parse(new TextDecoder().decode(documents.get(target))) as Record<string, unknown>;

const TARGETS = {
  catalog: 'catalog.json',
  configuration: 'configurations/БухгалтерияПредприятия.json',
  extension: 'extensions/b24.json',
  licensing: 'licensing.json',
};

describe.each(Object.entries(TARGETS))('the schema of %s', (name, target) => {
  test('describes what is built', () => {
    const validate = validatorOf(name);
    validate(documentOf(target));
    expect(validate.errors).toBeNull();
  });

  test('lets later versions say more', () => {
    expect(validatorOf(name)({ ...documentOf(target), 'x-later': 1 })).toBe(true);
  });

  test.each([
    ['another type of document', { type: 'other' }],
    ['a format that is not this one', { formatVersion: 2 }],
  ])('refuses %s', (_what, change) => {
    expect(validatorOf(name)({ ...documentOf(target), ...change })).toBe(false);
  });
});

test.each([...schemas])('%s.schema.json is fresh: run `npm run -s vypusk -- schemas`', (name, schema) => {
  const file = path.join(SCHEMAS, `${name}.schema.json`);
  expect(existsSync(file)).toBe(true);
  expect(readFileSync(file, 'utf8')).toBe(`${JSON.stringify(schema, null, 2)}\n`);
});

test('every member is described, or its name says everything', () => {
  const obvious = new Set('ru en id type price channel title summary url email product percent'.split(' '));
  const undescribed = Object.keys(TARGETS).flatMap((name) =>
    membersOf(schemas.get(name))
      .filter(([member, value]) => !obvious.has(member) && !isDescribed(value))
      .map(([member]) => `${name}: ${member}`),
  );
  expect(undescribed).toEqual([]);
});

/** Members of all objects in a schema. */
function membersOf(schema: unknown): (readonly [string, object])[] {
  if (typeof schema !== 'object' || schema === null) return [];
  const properties = Object.entries((schema as { properties?: Record<string, object> }).properties ?? {});
  return [...properties, ...Object.values(schema).flatMap(membersOf)];
}

const isDescribed = (schema: object): boolean =>
  'description' in schema || 'const' in schema || '$ref' in schema;
