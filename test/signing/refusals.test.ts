import { describe, expect, test } from 'vitest';
import { pendingRoot, signRoot } from '../../scripts/signing/pending-root.ts';
import type { RefusalCode } from '../../scripts/signing/publish-refusal.ts';
import type { RepositoryInput } from '../../scripts/signing/repository-input.ts';
import { nextRoot } from '../../scripts/signing/root-keys.ts';
import type { Bytes } from '../../scripts/signing/signed-file.ts';
import { SHIPPED_LIMITS } from '../../scripts/verify/limits.ts';
import { testKeys } from './keys.ts';
import { day, documents, Operator, START } from './operator.ts';

const refusal = (code: RefusalCode, args: object = {}) => ({
  refusals: [{ code, args: expect.objectContaining(args) as unknown }],
});

/** Somebody who has published a hundred extensions. */
const names = Array.from({ length: 100 }, (_, at) => `extensions/e${at}.json`);
const hundred = documents(Object.fromEntries(names.map((name) => [name, name])));
const without = (count: number): Map<string, Bytes> => new Map([...hundred].slice(count));

async function published(): Promise<Operator> {
  const operator = await Operator.start();
  await operator.publish({ documents: hundred });
  return operator;
}

describe('nothing is published', () => {
  test.each<readonly [string, Partial<RepositoryInput>, object]>([
    [
      'when a document names a file that is not there',
      {
        documents: hundred,
        files: [{ path: 'files/b24/1.0/b24.cfe', length: 5, sha256: 'ab' }],
        fileExists: async () => false,
      },
      refusal('file-missing', { path: 'files/b24/1.0/b24.cfe', length: 5, sha256: 'ab' }),
    ],
    [
      'when more than a twentieth of the extensions disappeared',
      { documents: without(6) },
      refusal('catalog-shrunk', { lost: 6, before: 100 }),
    ],
    [
      'when extensions were exchanged for as many others',
      {
        documents: new Map([
          ...without(6),
          ...documents({ 'extensions/x.json': '', 'extensions/y.json': '' }),
        ]),
      },
      refusal('catalog-shrunk', { lost: 6, before: 100 }),
    ],
    [
      'by a clock that went back',
      { documents: hundred, now: day(-1) },
      refusal('clock-backwards', { now: '2026-11-19T12:00:00Z', issued: '2026-11-20T12:00:00Z' }),
    ],
    [
      'under an expired root',
      { documents: hundred, now: day(365) },
      refusal('root-expired', { expires: '2027-11-20T12:00:00Z' }),
    ],
    [
      'with a document that clients would refuse for its size',
      { documents: new Map([...hundred, ['catalog.json', new Uint8Array(SHIPPED_LIMITS.document + 1)]]) },
      refusal('document-too-large', { path: 'catalog.json', limit: SHIPPED_LIMITS.document }),
    ],
    [
      'with a document that would leave its folder',
      { documents: new Map([...hundred, ['../../index.html', new Uint8Array()]]) },
      refusal('document-name-invalid', { path: '../../index.html' }),
    ],
    [
      'with more names than a list may hold',
      {
        documents: new Map([
          ...hundred,
          ...Array.from(
            { length: 6000 },
            (_, at) => [`other/${String(at).padStart(90, '0')}`, new Uint8Array()] as const,
          ),
        ]),
      },
      refusal('metadata-too-large', { name: 'targets', limit: SHIPPED_LIMITS.targets }),
    ],
  ])('%s', async (_when, input, expected) => {
    await expect((await published()).publish(input)).rejects.toMatchObject(expected);
  });

  test('and all reasons are named at once', async () => {
    const operator = await published();
    const publication = operator.publish({
      documents: without(50),
      files: [{ path: 'files/x', length: 1, sha256: 'ab' }],
      fileExists: async () => false,
      now: day(-1),
    });
    await expect(publication).rejects.toMatchObject({
      refusals: [{ code: 'clock-backwards' }, { code: 'catalog-shrunk' }, { code: 'file-missing' }],
    });
  });

  test('and only so many missing files are listed', async () => {
    const files = Array.from({ length: 5000 }, (_, at) => ({ path: `files/${at}`, length: 1, sha256: 'ab' }));
    let asked = 0;
    const fileExists = async () => {
      asked++;
      return false;
    };
    const operator = await Operator.start();
    await expect(operator.publish({ files, fileExists })).rejects.toSatisfy(
      ({ refusals }: { refusals: unknown[] }) => refusals.length < 200,
    );
    expect(asked).toBeLessThan(200);
  });
});

describe('a catalogue may shrink', () => {
  test.each<readonly [string, Partial<RepositoryInput>]>([
    ['by a twentieth', { documents: without(5) }],
    ['by anything when somebody says so', { documents: documents({}), maxShrink: 1 }],
  ])('%s', async (_how, input) => {
    await expect((await published()).publish(input)).resolves.toMatchObject({ versions: { timestamp: 2 } });
  });
});

describe('what is published now is not believed', () => {
  /** Replaces a part of a published file. */
  function alter(operator: Operator, name: string, change: (text: string) => string): void {
    const text = new TextDecoder().decode(operator.host.get(`metadata/${name}`));
    operator.host.set(`metadata/${name}`, new TextEncoder().encode(change(text)));
  }

  test.each<readonly [string, (operator: Operator) => void, object]>([
    [
      'when the timestamp is gone: version numbers would start again',
      ({ host }) => host.delete('metadata/timestamp.json'),
      refusal('previous-missing', { name: 'timestamp.json' }),
    ],
    [
      'when the snapshot is gone',
      ({ host }) => host.delete('metadata/1.snapshot.json'),
      refusal('previous-missing', { name: '1.snapshot.json' }),
    ],
    [
      'when somebody raised the version of the timestamp: ours could not rise above it for ever',
      (operator) =>
        alter(operator, 'timestamp.json', (text) =>
          text.replace(/"version":1,"x-/, '"version":9007199254740990,"x-'),
        ),
      refusal('previous-untrusted', { name: 'timestamp.json', reason: 'threshold-not-met' }),
    ],
    [
      'when the timestamp is a page of the host',
      (operator) => alter(operator, 'timestamp.json', () => '<!doctype html>'),
      refusal('previous-untrusted', { name: 'timestamp.json', reason: 'json-invalid' }),
    ],
    [
      'when the timestamp names a root that we do not have',
      (operator) => alter(operator, 'timestamp.json', (text) => text.replace('"x-root":1', '"x-root":2')),
      refusal('root-chain-behind', { published: 2, given: 1 }),
    ],
    [
      'when the snapshot is another file',
      (operator) => alter(operator, '1.snapshot.json', (text) => `${text} `),
      refusal('previous-untrusted', { name: '1.snapshot.json', reason: 'hash-mismatch' }),
    ],
    [
      'when the targets are another file',
      (operator) => alter(operator, '1.targets.json', (text) => text.replace('e1.json', 'e2.json')),
      refusal('previous-untrusted', { name: '1.targets.json', reason: 'hash-mismatch' }),
    ],
  ])('%s', async (_when, change, expected) => {
    const operator = await published();
    change(operator);
    await expect(operator.publish({ documents: hundred, now: day(1) })).rejects.toMatchObject(expected);
    await expect(operator.refresh(day(1))).rejects.toMatchObject(expected);
  });

  test('when a reader fails, the failure goes through: silence would look like a first publication', async () => {
    const operator = await published();
    const previous = async () => {
      throw new Error('connection reset');
    };
    await expect(operator.publish({ documents: hundred, previous })).rejects.toThrow('connection reset');
  });
});

describe('a person is warned', () => {
  test.each([
    [274, [], 'more than 90 days are left'],
    [276, [{ code: 'root-expires-soon', args: { days: 89 } }], 'root keys must be gathered'],
  ])('%i days after the root was signed: %j — %s', async (days, expected) => {
    const operator = await Operator.start();
    const { warnings } = await operator.publish({ now: day(days) });
    expect(warnings).toEqual(expected);
  });

  test('when what is published has expired: nothing was published for long, or it is an old copy', async () => {
    const operator = await Operator.start();
    await operator.publish();
    const { warnings } = await operator.publish({ now: day(15) });
    expect(warnings).toEqual([{ code: 'previous-expired', args: { issued: '2026-11-20T12:00:00Z' } }]);
  });
});

test('a threshold that the keys at hand do not meet stops everything', async () => {
  const operator = await Operator.start({ publishing: await testKeys('p1', 'p2') });
  const publishing = { keys: operator.keys.publishing.map(({ publicKey }) => publicKey), threshold: 2 };
  const next = pendingRoot(await nextRoot(operator.root, { publishing }, START));
  operator.roots.push(await signRoot(next, operator.keys.root[0]!, operator.root));
  const signers = [operator.keys.publishing[0]!, ...operator.keys.timestamp];
  await expect(operator.publish({ signers })).rejects.toMatchObject(
    refusal('threshold-not-met', { role: 'targets', valid: 1, threshold: 2 }),
  );
});
