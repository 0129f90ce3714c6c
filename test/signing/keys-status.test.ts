import { expect, test } from 'vitest';
import { keysStatus } from '../../scripts/signing/keys-status.ts';
import { openPrevious } from '../../scripts/signing/previous-repository.ts';
import { openRootChain } from '../../scripts/signing/root-chain.ts';
import { signVendor } from '../../scripts/signing/sign-vendor.ts';
import { testKey } from './keys.ts';
import { day, documents, Operator, START } from './operator.ts';

const CONTENT = documents({ 'extensions/acme-crm.json': 'crm' });

test('tells who can sign what and what expires when', async () => {
  const operator = await Operator.start();
  const acme = await testKey('acme');
  const keys = { vendor: 'acme', keys: [acme.publicKey], threshold: 1 };
  const metadata = await signVendor({ ...keys, documents: CONTENT, signers: [acme], now: day(-100) });
  await operator.publish({ documents: CONTENT, vendors: [{ ...keys, metadata }], binsAbove: 0 });
  const published = await openPrevious(operator.reader, openRootChain(operator.roots));
  const [root, publishing, timestamp] = Object.values(operator.keys).map(([key]) => [key!.keyid]);
  expect(keysStatus(operator.root, published, day(10))).toEqual([
    {
      role: 'root',
      duty: 'root',
      keyids: root,
      threshold: 1,
      version: 1,
      expires: '2027-11-20T12:00:00Z',
      daysLeft: 355,
    },
    {
      role: 'timestamp',
      duty: 'timestamp',
      keyids: timestamp,
      threshold: 1,
      version: 1,
      expires: '2026-12-04T12:00:00Z',
      daysLeft: 4,
    },
    {
      role: 'snapshot',
      duty: 'publishing',
      keyids: publishing,
      threshold: 1,
      version: 1,
      expires: '2027-11-20T12:00:00Z',
      daysLeft: 355,
    },
    {
      role: 'targets',
      duty: 'publishing',
      keyids: publishing,
      threshold: 1,
      version: 1,
      expires: '2027-11-20T12:00:00Z',
      daysLeft: 355,
    },
    {
      role: 'vendor-acme',
      keyids: [acme.keyid],
      threshold: 1,
      version: 1,
      expires: '2027-08-12T12:00:00Z',
      daysLeft: 255,
    },
  ]);
});

test('tells it before anything was published', async () => {
  const { root } = await Operator.start();
  expect(keysStatus(root, undefined, START).map(({ role, daysLeft }) => [role, daysLeft])).toEqual([
    ['root', 365],
    ['timestamp', undefined],
    ['snapshot', undefined],
    ['targets', undefined],
  ]);
});
