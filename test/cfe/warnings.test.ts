import { deflateRawSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { writeNestedContainer, type EntryToWrite } from '../../scripts/cfe/container-writer.ts';
import { readV8File } from '../../scripts/cfe/index.ts';
import { MAX_WARNINGS } from '../../scripts/cfe/limits.ts';
import { WarningLog } from '../../scripts/cfe/warning.ts';
import {
  builtExtension,
  builtFromEntries,
  element,
  guid,
  header,
  marked,
  ROOT,
  rootOf,
  stored,
} from './built-files.ts';

const COMMON_MODULE = '0fe48980-252d-11d6-a3c7-0050bae0a776';
const HTTP_SERVICE = '0fffc09c-8f4c-47cc-b41c-8d5c5a221d79';

const module = guid(16);
const moduleElements = { [module]: `{1,{12,${header(module, 'М', {})},0,1,1,0,0,0,0,0},0}` };
const withModule = (body: Uint8Array): Uint8Array =>
  builtExtension({
    families: { [COMMON_MODULE]: [module] },
    elements: { ...moduleElements, [`${module}.0`]: body },
  });

const rooted = (...others: readonly EntryToWrite[]): Uint8Array =>
  builtFromEntries([element(ROOT, rootOf({})), ...others]);

const service = guid(17);
const withTemplates = (templates: string): Uint8Array =>
  builtExtension({
    families: { [HTTP_SERVICE]: [service] },
    elements: { [service]: `{1,{2,"x",${header(service, 'С')},2,20},1,{${guid(99)},${templates}}}` },
  });

const codesOf = async (bytes: Uint8Array): Promise<readonly string[]> =>
  (await readV8File(bytes)).warnings.map(({ code }) => code);

test.each([
  [[], 'an extension of nothing but its root', builtExtension()],
  [
    ['trailing-bytes'],
    'bytes behind the container',
    Buffer.concat([builtExtension(), Buffer.from('behind')]),
  ],
  [
    ['deflate-trailing-bytes'],
    'bytes behind a stream',
    rooted(stored('x', Buffer.concat([deflateRawSync(Buffer.from('x')), Buffer.from('y')]))),
  ],
  [
    ['integrity-mismatch', 'integrity-missing'],
    'a table of other bytes',
    builtExtension({ configinfo: `{0,{216,0,{80321,0}}},{2,${ROOT},},{2,"${ROOT}",AAAA,"gone",BBBB}` }),
  ],
  [
    ['integrity-unlisted'],
    'an empty table',
    builtExtension({ configinfo: `{0,{216,0,{80321,0}}},{2,${ROOT},},{0}` }),
  ],
  [
    ['integrity-repeated', 'integrity-mismatch'],
    'an element listed twice',
    builtExtension({ configinfo: `{0,{216,0,{80321,0}}},{2,${ROOT},},{2,"${ROOT}",AAAA,"${ROOT}",BBBB}` }),
  ],
  [['entry-name-suspicious'], 'an element named like a path', rooted(element('../../etc/passwd', 'x'))],
  [[], 'an element named __proto__', rooted(element('__proto__', 'x'))],
  [['stray-closing-brace'], 'braces behind the root', builtExtension({ root: `${rootOf({})}}}` })],
  [['writer-unknown'], 'a properties tuple that nobody has seen', builtExtension({ members: { 0: '66' } })],
  [['writer-newer-than-mode'], 'a tuple of 8.5 for a mode of 8.3', builtExtension({ members: { 0: '76' } })],
  [['kind-unknown'], 'a kind of the future', builtExtension({ families: { [guid(77)]: [guid(78)] } })],
  [
    ['object-unreadable'],
    'an object that is not there',
    builtExtension({ families: { [COMMON_MODULE]: [guid(78)] } }),
  ],
  [
    ['object-unreadable'],
    'an object whose header is another one',
    builtExtension({
      families: { [COMMON_MODULE]: [guid(78)] },
      elements: { [guid(78)]: `{1,{12,${header(guid(79), 'М')}},0}` },
    }),
  ],
  [['purpose-unknown'], 'a purpose of the future', builtExtension({ members: { 44: '7' } })],
  [['compatibility-mode-unknown'], 'a mode of the future', builtExtension({ members: { 26: '123' } })],
  [
    ['language-code-odd'],
    'a language ru1, which is real',
    builtExtension({ members: { 1: `{0,{3,{1,0,${guid(2)}},"П",{1,"ru1","П"},"",0,0,x,0}}` } }),
  ],
  [
    ['default-role-missing'],
    'a default role that is not there',
    builtExtension({ members: { 39: `{0,1,{"#",x,{1,${guid(55)}}}}` } }),
  ],
  [
    ['http-method-unknown'],
    'a method of the future',
    withTemplates(`1,{{0,"/",${header(guid(3), 'Ш')}},1,{x,1,{{0,"О",99,${header(guid(4), 'М')}},0}}}`),
  ],
  [
    ['module-protected'],
    'a module compiled without its text',
    withModule(
      writeNestedContainer([stored('info', marked('{3,1,0,"",0}')), stored('image', Uint8Array.of(0, 1, 2))]),
    ),
  ],
  [
    ['module-protected'],
    'a module whose text is no text',
    withModule(
      writeNestedContainer([stored('info', marked('{3,1,0,"",0}')), stored('text', Uint8Array.of(0, 1, 2))]),
    ),
  ],
  [
    [],
    'a closed module of an object of its own, which can intercept nothing',
    builtExtension({
      families: { [COMMON_MODULE]: [module] },
      elements: {
        [module]: `{1,{12,${header(module, 'М')},0,1,1,0,0,0,0,0},0}`,
        [`${module}.0`]: writeNestedContainer([
          stored('info', marked('{3,1,0,"",0}')),
          stored('text', Uint8Array.of(0, 1, 2)),
        ]),
      },
    }),
  ],
])('reads with the warnings %j: %s', async (codes, _reason, bytes) => {
  expect(new Set(await codesOf(bytes))).toEqual(new Set(codes));
});

test('warnings are counted beyond a limit, not kept', () => {
  const log = new WarningLog();
  for (let count = 0; count < MAX_WARNINGS + 5; count += 1) log.add('trailing-bytes', { bytes: count });
  expect(log.list()).toHaveLength(MAX_WARNINGS + 1);
  expect(log.list().at(-1)).toEqual({ code: 'warnings-cut', args: { left: 5 } });
});
