import { beforeEach, expect, test } from 'vitest';
import { SHIPPED_SCHEMES, type SchemeTable } from '../../scripts/verify/scheme.ts';
import { MAX_CHECKED, requireThreshold } from '../../scripts/verify/signatures.ts';
import { clientOf, inDays, type TestClient } from './fixtures/client.ts';
import { daysLater, SignedRepository } from './fixtures/signed-repository.ts';

/** What a client did: requests, and signatures that it checked. In 1C one check takes most of a second. */
interface Cost {
  readonly requests: number;
  readonly signatures: number;
}

let repository: SignedRepository;
let client: TestClient;
let signatures = 0;

const COUNTING: SchemeTable = new Map(
  [...SHIPPED_SCHEMES].map(([name, read]) => [
    name,
    (publicText) => {
      const key = read(publicText);
      if (key === undefined) return undefined;
      const verify: typeof key.verify = (...args) => {
        signatures++;
        return key.verify(...args);
      };
      return { ...key, verify };
    },
  ]),
);

async function costOf(work: () => Promise<unknown>): Promise<Cost> {
  signatures = 0;
  repository.requests.length = 0;
  await work();
  return { requests: repository.requests.length, signatures };
}

beforeEach(async () => {
  repository = new SignedRepository();
  Object.assign(repository.timestamp, { 'x-issued': daysLater(0), 'x-root': 1, 'x-heads': {} });
  repository.addTarget('targets', 'configurations/БП.json', '{}');
  repository.release();
  client = clientOf(repository, { schemes: COUNTING });
});

test('a fresh infobase: root probe, timestamp, snapshot, targets and one document', async () => {
  expect(await costOf(() => client.download('configurations/БП.json'))).toEqual({
    requests: 5,
    signatures: 4,
  });
});

test('a check when nothing changed', async () => {
  await client.refresh();
  expect(await costOf(() => client.fastCheck())).toEqual({ requests: 1, signatures: 2 });
});

test('a check after the timestamp was signed again', async () => {
  await client.refresh();
  repository.publish('timestamp');
  expect(await costOf(() => client.fastCheck())).toEqual({ requests: 1, signatures: 3 });
});

test('a refresh when nothing changed', async () => {
  await client.refresh();
  expect(await costOf(() => client.refresh(inDays(7)))).toEqual({ requests: 2, signatures: 4 });
});

test('a refresh after a release, and its document', async () => {
  await client.refresh();
  repository.addTarget('targets', 'configurations/БП.json', '{"a":1}');
  repository.release();
  expect(await costOf(() => client.download('configurations/БП.json'))).toEqual({
    requests: 5,
    signatures: 7,
  });
});

test('a delegation of a thousand keys: a bounded number of signatures is checked', async () => {
  const keyids = Array.from({ length: 1_000 }, (_, index) => `k${index}`);
  let checked = 0;
  const verify = (): boolean => {
    checked += 1;
    return false;
  };
  const key = { keytype: 'x', scheme: 'x', keyval: { public: 'aa' } };
  const file = {
    role: 'vendor',
    signed: {},
    signatures: keyids.map((keyid) => ({ keyid, sig: 'aa' })),
    message: new Uint8Array(),
    bytes: new Uint8Array(),
  };
  const signers = {
    keys: new Map(keyids.map((keyid) => [keyid, key])),
    role: { keyids, threshold: 1 },
    schemes: new Map([['x/x', () => ({ fingerprint: 'x', verify })]]),
  };
  expect(() => requireThreshold(file, signers)).toThrow(
    expect.objectContaining({ code: 'threshold-not-met' }),
  );
  expect(checked).toBe(MAX_CHECKED);
});
