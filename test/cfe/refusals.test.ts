import { deflateRawSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { writeContainer, type EntryToWrite } from '../../scripts/cfe/container-writer.ts';
import { CfeError, readV8File } from '../../scripts/cfe/index.ts';
import { MAX_FILE_BYTES, MAX_HTTP_TEMPLATES } from '../../scripts/cfe/limits.ts';
import {
  builtExtension,
  builtFromEntries,
  element,
  guid,
  header,
  moduleOf,
  ROOT,
  rootOf,
  stored,
} from './built-files.ts';

const COMMON_MODULE = '0fe48980-252d-11d6-a3c7-0050bae0a776';
const HTTP_SERVICE = '0fffc09c-8f4c-47cc-b41c-8d5c5a221d79';

const module = guid(16);
const moduleElements = { [module]: `{1,{12,${header(module, 'М')},0,1,1,0,0,0,0,0},0}` };
const withModule = (body: Uint8Array): Uint8Array =>
  builtExtension({
    families: { [COMMON_MODULE]: [module] },
    elements: { ...moduleElements, [`${module}.0`]: body },
  });

const zeros = (length: number): Uint8Array => deflateRawSync(new Uint8Array(length), { level: 9 });
const rooted = (...others: readonly EntryToWrite[]): Uint8Array =>
  builtFromEntries([element(ROOT, rootOf({})), ...others]);

const service = guid(17);
const withTemplates = (templates: string): Uint8Array =>
  builtExtension({
    families: { [HTTP_SERVICE]: [service] },
    elements: { [service]: `{1,{2,"x",${header(service, 'С')},2,20},1,{${guid(99)},${templates}}}` },
  });

const external = (elements: Readonly<Record<string, string>>): Uint8Array =>
  writeContainer(Object.entries(elements).map(([name, text]) => element(name, text)));

/** Numbers that do not compress well. */
function randomNumbers(count: number): string {
  let state = 1;
  return Array.from({ length: count }, () => (state = (state * 48_271) % 2_147_483_647) % 100).join(',');
}

test.each([
  ['not-a-container', 'nothing', new Uint8Array()],
  ['not-a-container', 'a line of text', Buffer.from('v1.0.5\n')],
  ['not-a-container', 'a header and nothing behind it', builtExtension().subarray(0, 16)],
  ['not-a-container', 'zeros', new Uint8Array(4096)],
  [
    'block-header-malformed',
    'zeros behind a header',
    Buffer.concat([builtExtension().subarray(0, 16), new Uint8Array(4096)]),
  ],
  ['file-too-large', 'one byte more than the limit', new Uint8Array(MAX_FILE_BYTES + 1)],
  ['root-missing', 'a container of nothing', writeContainer([])],
  ['root-missing', 'a root that is not there', builtFromEntries([])],
  ['root-missing', 'a root of other files that is not there', external({ root: `{2,${guid(5)},}` })],
  [
    'class-unknown',
    'a class that nobody knows',
    external({ root: `{2,${guid(5)},}`, [guid(5)]: `{1,{${guid(5)}},1,{${guid(6)},{1}}}` }),
  ],
  [
    'root-malformed',
    'a data processor without a header',
    external({
      root: `{2,${guid(5)},}`,
      [guid(5)]: '{1,{x},1,{c3831ec8-d8d5-4f93-8a22-f9bfae07327f,{1,{4}}}}',
    }),
  ],
  ['root-malformed', 'a root of something else', builtExtension({ root: '{1,2,3}' })],
  ['root-malformed', 'properties without a header', builtExtension({ members: { 1: '{0}' } })],
  ['configinfo-malformed', 'an empty configinfo', builtExtension({ configinfo: '' })],
  [
    'configinfo-malformed',
    'a configinfo without a table',
    builtExtension({ configinfo: `{0,{216,0,{80321,0}}},{2,${ROOT},}` }),
  ],
  [
    'configinfo-malformed',
    'a root that is no GUID',
    builtExtension({ configinfo: '{0,{216,0,{80321,0}}},{2,../../x,},{0}' }),
  ],
  [
    'count-disagrees',
    'a table of fewer elements than it says',
    builtExtension({ configinfo: `{0,{216,0,{80321,0}}},{2,${ROOT},},{9,"a",b}` }),
  ],
  [
    'count-disagrees',
    'half a line in the table',
    builtExtension({ configinfo: `{0,{216,0,{80321,0}}},{2,${ROOT},},{1,"a"}` }),
  ],
  [
    'count-disagrees',
    'a family of a milliard objects',
    builtExtension({
      root: rootOf({ families: { [COMMON_MODULE]: [module] } }).replace(
        `${COMMON_MODULE},1`,
        `${COMMON_MODULE},1000000000`,
      ),
    }),
  ],
  [
    'count-disagrees',
    'more families than there are',
    builtExtension({
      root: rootOf({ families: { [COMMON_MODULE]: [] } }).replace(
        `,1,{${COMMON_MODULE}`,
        `,7,{${COMMON_MODULE}`,
      ),
    }),
  ],
  [
    'count-disagrees',
    'more groups than there are',
    builtExtension({ root: rootOf({}).replace(`{${ROOT}},1,`, `{${ROOT}},9,`) }),
  ],
  [
    'count-disagrees',
    'more controlled properties than there are',
    builtExtension({ root: rootOf({ members: { 1: `{0,{3,{1,0,${guid(2)}},"П",{0},"",1,500000}}` } }) }),
  ],
  ['count-disagrees', 'more templates than there are', withTemplates('5')],
  [
    'too-many-http-templates',
    'one more template than the limit',
    withTemplates(`${MAX_HTTP_TEMPLATES + 1}${',{0}'.repeat(MAX_HTTP_TEMPLATES + 1)}`),
  ],
  ['inflate-corrupt', 'bytes that are not deflated', rooted(stored('x', Buffer.from('\x07not deflated')))],
  [
    'inflate-truncated',
    'a stream cut short',
    rooted(stored('x', deflateRawSync(Buffer.from('text '.repeat(50))).subarray(0, 8))),
  ],
  ['inflate-ratio', 'a bomb: a thousand times its size', rooted(stored('x', zeros(20_000_000)))],
  [
    'inflate-total-too-large',
    'many small bombs',
    rooted(...Array.from({ length: 40 }, (_, index) => stored(`x${index}`, zeros(1_000_000)))),
  ],
  ['brace-nesting-too-deep', 'braces 200 000 deep', builtExtension({ root: '{'.repeat(200_000) })],
  ['brace-syntax', 'a string without an end', builtExtension({ root: '{2,"' })],
  [
    'brace-too-many-nodes',
    'a list of two million items',
    builtExtension({ root: `{${randomNumbers(1_000_001)}}` }),
  ],
  [
    'block-cycle',
    'a cycle in the container of a module',
    withModule(
      Buffer.from(Buffer.from(moduleOf('x')).toString('latin1').replace(' 7fffffff', ' 00000010'), 'latin1'),
    ),
  ],
  [
    'size-exceeds-file',
    'a module longer than its container',
    withModule(
      Buffer.from(
        Buffer.from(moduleOf('x')).toString('latin1').replaceAll('00000004 00000200', '70000004 00000200'),
        'latin1',
      ),
    ),
  ],
])('refuses with %s: %s', async (code, _reason, bytes) => {
  await expect(readV8File(bytes)).rejects.toMatchObject({ name: 'CfeError', code });
});

test('a refusal keeps its cause and names the element', async () => {
  const error: unknown = await readV8File(rooted(stored('x', zeros(20_000_000)))).catch(
    (thrown: unknown) => thrown,
  );
  expect(error).toBeInstanceOf(CfeError);
  expect(error).toMatchObject({
    args: { element: 'x' },
    cause: { code: 'inflate-ratio', cause: { code: 'inflate-too-large' } },
  });
});
