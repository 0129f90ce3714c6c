import { expect, test } from 'vitest';
import { servedAs } from '../../scripts/destination/served-as.ts';
import { isImmutable, replacementStage, stageOf } from '../../scripts/destination/stage.ts';

const DIGEST = 'a'.repeat(64);
const YEAR = 'public, max-age=31536000, immutable';

test.each([
  [
    'files/crm/1.0/page.html',
    'application/octet-stream',
    YEAR,
    'what a vendor hands in never runs as a page',
  ],
  ['files/crm/1.0/a.svg', 'application/octet-stream', YEAR, 'nor as an image with a script in it'],
  ['files/crm/1.0/a.cfe', 'application/octet-stream', YEAR, 'a release'],
  [
    'files/crm/1.0/a.cfe.passport.json',
    'application/json',
    'public, max-age=300',
    'a passport is written anew',
  ],
  [
    'files/crm/eula.ru.md',
    'text/plain; charset=utf-8',
    'public, max-age=300',
    'an agreement is written anew',
  ],
  [`targets/extensions/${DIGEST}.crm.json`, 'application/json', YEAR, 'a document'],
  ['targets/crm.json', 'application/json', 'public, max-age=300', 'a name without a digest'],
  ['metadata/7.snapshot.json', 'application/json', YEAR, 'metadata with a number'],
  ['metadata/timestamp.json', 'application/json', 'public, max-age=60', 'what clients ask for'],
  ['index/catalog.json', 'application/json', 'public, max-age=300', 'a document for people'],
  ['index.html', 'text/html; charset=utf-8', 'public, max-age=300', 'a page'],
  ['_astro/a.hash.css', 'text/css; charset=utf-8', YEAR, 'named by its content'],
  ['_astro/a.hash.js', 'text/javascript; charset=utf-8', YEAR, 'named by its content'],
  [
    'pagefind/wasm.ru.pagefind',
    'application/octet-stream',
    'public, max-age=300',
    'a type that nobody knows',
  ],
  [
    `licenses/aa/${'a'.repeat(40)}.zip`,
    'application/zip',
    'public, max-age=300',
    'a licence is extended and revoked',
  ],
])('%s is served as %s, %s: %s', (path, contentType, cacheControl) => {
  expect(servedAs(path)).toEqual({ contentType, cacheControl });
});

test.each([
  ['files/crm/1.0/a.cfe', 'files', 'records', true],
  ['files/crm/eula.ru.md', 'files', 'records', false],
  ['files/crm/1.0/a.cfe.passport.json', 'files', 'records', false],
  [`targets/${DIGEST}.catalog.json`, 'documents', 'documents', true],
  ['metadata/1.root.json', 'roots', 'roots', true],
  ['metadata/2.snapshot.json', 'snapshot', 'snapshot', true],
  ['metadata/2.targets.json', 'metadata', 'metadata', true],
  ['metadata/2.bin-0a.json', 'metadata', 'metadata', true],
  ['metadata/timestamp.json', 'timestamp', 'timestamp', false],
  [`licenses/aa/${'a'.repeat(40)}.zip`, 'records', 'records', false],
  ['favicon.svg', 'site', 'site', false],
  ['en/index.html', 'pages', 'pages', false],
])('%s is new in stage %s and replaced in %s', (path, created, replaced, immutable) => {
  expect([stageOf(path), replacementStage(path), isImmutable(path)]).toEqual([created, replaced, immutable]);
});
