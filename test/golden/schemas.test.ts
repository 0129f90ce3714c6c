import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { expect, test } from 'vitest';
import { publishedSchemas } from '../../scripts/catalog/published-schemas.ts';
import { signVendor } from '../../scripts/signing/sign-vendor.ts';
import type { Bytes } from '../../scripts/signing/signed-file.ts';
import { testKey } from '../signing/keys.ts';
import { documents, Operator, START } from '../signing/operator.ts';

const GOLDEN = fileURLToPath(new URL('repository/format-1/', import.meta.url));

const ajv = new Ajv2020({ strict: true, allErrors: true, allowUnionTypes: true });
for (const schema of publishedSchemas().values()) ajv.addSchema(schema);

/** The schema of a published file by its path. */
const SCHEMA_OF: readonly (readonly [RegExp, string])[] = [
  [/^metadata\/\d+\.root\.json$/, 'root'],
  [/^metadata\/timestamp\.json$/, 'timestamp'],
  [/^metadata\/\d+\.snapshot\.json$/, 'snapshot'],
  [/^metadata\/\d+\.[a-z0-9-]+\.json$/, 'targets'],
  [/^targets\/[0-9a-f]{64}\.catalog\.json$/, 'catalog'],
  [/^targets\/[0-9a-f]{64}\.licensing\.json$/, 'licensing'],
  [/^targets\/extensions\//, 'extension'],
  [/^targets\/configurations\//, 'configuration'],
];

function errorsOf(file: string, text: string): unknown {
  const name = SCHEMA_OF.find(([pattern]) => pattern.test(file))![1];
  const validate = ajv.getSchema(`urn:vypusk:schema:${name}:1`)!;
  void validate(JSON.parse(text));
  return validate.errors;
}

const golden = readdirSync(GOLDEN, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) => `${entry.parentPath}/${entry.name}`.slice(GOLDEN.length));

test.each(golden)('%s is as its schema says', (file) => {
  expect(errorsOf(file, readFileSync(GOLDEN + file, 'utf8'))).toBeNull();
});

test('so is the metadata of bins and vendors', async () => {
  const acme = await testKey('acme');
  const keys = { vendor: 'acme', keys: [acme.publicKey], threshold: 1 };
  const content = documents({ 'extensions/acme-crm.json': 'crm', 'extensions/b24.json': 'b24' });
  const metadata = await signVendor({ ...keys, documents: content, signers: [acme], now: START });
  const operator = await Operator.start();
  const { files } = await operator.publish({ documents: content, vendors: [{ ...keys, metadata }], binsAbove: 0 });
  const roles: readonly (readonly [string, Bytes])[] = [...files].filter(([path]) => path.startsWith('metadata/'));
  expect(roles.length).toBe(13);
  for (const [path, bytes] of roles) expect(errorsOf(path, new TextDecoder().decode(bytes))).toBeNull();
});

test('a timestamp with another kind of key or without its length is not as its schema says', () => {
  const text = readFileSync(`${GOLDEN}metadata/timestamp.json`, 'utf8');
  expect(errorsOf('metadata/timestamp.json', text.replace(/"length":\d+,/, ''))).not.toBeNull();
  expect(errorsOf('metadata/timestamp.json', text.replace(/"sig":"[0-9a-f]+"/, '"sig":"AAAA"'))).not.toBeNull();
});
