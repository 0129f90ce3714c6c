import { expect, test } from 'vitest';
import type { Root } from '../../../scripts/verify/metadata.ts';
import { trustView } from '../../../site/views/trust.ts';
import { catalog, ENGLISH_BELOW } from '../fixtures/documents.ts';

const key = (hex: string) => ({ keytype: 'ed25519', scheme: 'ed25519', keyval: { public: hex } });

const root: Root = {
  _type: 'root',
  spec_version: '1.0.34',
  version: 3,
  expires: '2027-11-20T00:00:00Z',
  consistent_snapshot: true,
  keys: new Map([
    ['aa', key('01')],
    ['bb', key('02')],
  ]),
  roles: {
    root: { keyids: ['aa'], threshold: 1 },
    targets: { keyids: ['bb'], threshold: 1 },
    snapshot: { keyids: ['bb'], threshold: 1 },
    timestamp: { keyids: ['aa', 'bb'], threshold: 2 },
  },
};

const { publisher } = catalog([]);

test('the root is told by version, expiry, roles and keys', () => {
  const view = trustView(root, publisher, ENGLISH_BELOW);
  expect(view.root).toMatchObject({
    version: 'Version 3',
    expires: 'valid until 20 November 2027',
    href: '/repo/metadata/3.root.json',
  });
  expect(view.root?.roles.map(({ role, threshold }) => [role, threshold])).toEqual([
    ['root', '1 of 1 key'],
    ['targets', '1 of 1 key'],
    ['snapshot', '1 of 1 key'],
    ['timestamp', '2 of 2 keys'],
  ]);
  expect(view.root?.keys.map(({ keyid, usedBy }) => [keyid, usedBy])).toEqual([
    ['aa', ['root', 'timestamp']],
    ['bb', ['targets', 'snapshot', 'timestamp']],
  ]);
});

test('without a root the page still says how to verify', () => {
  const view = trustView(undefined, publisher, ENGLISH_BELOW);
  expect(view.root).toBeUndefined();
  expect(view.programs.map(({ title }) => title)).toEqual([
    'Node.js, library tuf-js',
    'Python, library python-tuf',
  ]);
});

test('programs carry the address as a literal that nothing can end', () => {
  const hostile = { ...publisher, url: 'https://x.example/"+process.exit()+"/' };
  for (const { code } of trustView(undefined, hostile, ENGLISH_BELOW).programs) {
    expect(code).toContain(String.raw`https://x.example/\"+process.exit()+\"/`);
  }
});
