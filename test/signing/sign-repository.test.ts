import { describe, expect, test } from 'vitest';
import { signRepository } from '../../scripts/signing/sign-repository.ts';
import type { Bytes } from '../../scripts/signing/signed-file.ts';
import { testKey, testKeys } from './keys.ts';
import { day, document, documents, Operator, START } from './operator.ts';
import { textOf, Visitor } from './visitor.ts';

const BP = 'configurations/БухгалтерияПредприятия.json';
const CONTENT = documents({ 'catalog.json': 'catalog', [BP]: 'made for BP', 'extensions/b24.json': 'b24' });

const text = (bytes: Bytes | undefined): string => new TextDecoder().decode(bytes);

describe('a published repository', () => {
  test('is read by our own client, Cyrillic names included', async () => {
    const operator = await Operator.start();
    await operator.publish({ documents: CONTENT });
    const visitor = await Visitor.trusting(operator.roots[0]!, operator.host);
    const repository = await visitor.visit(START);
    expect(await textOf(repository, BP)).toBe('made for BP');
    await expect(repository.document('extensions/other.json')).rejects.toMatchObject({
      code: 'target-unknown',
    });
  });

  test('lies in files of these names, the timestamp last', async () => {
    const operator = await Operator.start();
    const { files, versions } = await operator.publish({ documents: CONTENT });
    const digest = '[0-9a-f]{64}';
    expect([...files.keys()]).toEqual([
      expect.stringMatching(new RegExp(`^targets/${digest}\\.catalog\\.json$`)),
      expect.stringMatching(new RegExp(`^targets/configurations/${digest}\\.БухгалтерияПредприятия\\.json$`)),
      expect.stringMatching(new RegExp(`^targets/extensions/${digest}\\.b24\\.json$`)),
      'metadata/1.targets.json',
      'metadata/1.snapshot.json',
      'metadata/1.root.json',
      'metadata/timestamp.json',
    ]);
    expect(versions).toEqual({ root: 1, timestamp: 1, snapshot: 1, targets: 1 });
  });

  test('is written so that the raw bytes of `signed` are what was signed', async () => {
    const operator = await Operator.start();
    const { files } = await operator.publish({ documents: CONTENT });
    const metadata = [...files].filter(([path]) => path.startsWith('metadata/'));
    for (const [, bytes] of metadata) {
      expect(text(bytes)).toMatch(
        /^\{"signatures":\[\{"keyid":"[0-9a-f]{64}","sig":"[0-9a-f]{128}"\}\],"signed":\{"_type":/,
      );
      expect(text(bytes)).toMatch(/\}\}$/);
    }
  });

  test('names its times as the profile says', async () => {
    const operator = await Operator.start();
    const { files } = await operator.publish({ documents: CONTENT, heads: { b24: { stable: '1.4' } } });
    expect(text(files.get('metadata/timestamp.json'))).toContain('"expires":"2026-12-04T12:00:00Z"');
    expect(text(files.get('metadata/timestamp.json'))).toContain(
      '"x-heads":{"b24":{"stable":"1.4"}},"x-issued":"2026-11-20T12:00:00Z","x-root":1}',
    );
    expect(text(files.get('metadata/1.snapshot.json'))).toContain('"expires":"2027-11-20T12:00:00Z"');
    expect(text(files.get('metadata/1.targets.json'))).toContain('"expires":"2027-11-20T12:00:00Z"');
    expect(text(files.get('metadata/1.root.json'))).toContain('"expires":"2027-11-20T12:00:00Z"');
  });
});

describe('publishing again', () => {
  test('the same at the same moment gives the same bytes', async () => {
    const operator = await Operator.start();
    await operator.publish({ documents: CONTENT });
    const input = operator.input({ documents: CONTENT, now: day(1) });
    expect((await signRepository(input)).files).toEqual((await signRepository(input)).files);
  });

  test('the same a day later changes the timestamp alone', async () => {
    const operator = await Operator.start();
    const before = await operator.publish({ documents: CONTENT });
    const after = await operator.publish({ documents: CONTENT, now: day(1) });
    const changed = [...after.files].filter(([path, bytes]) => text(bytes) !== text(before.files.get(path)));
    expect(changed.map(([path]) => path)).toEqual(['metadata/timestamp.json']);
    expect(after.versions).toEqual({ root: 1, timestamp: 2, snapshot: 1, targets: 1 });
  });

  test('the same needs no publishing key', async () => {
    const operator = await Operator.start();
    await operator.publish({ documents: CONTENT });
    const signers = operator.keys.timestamp;
    expect((await operator.publish({ documents: CONTENT, now: day(1), signers })).versions.timestamp).toBe(2);
  });

  test('a changed document raises every version above it', async () => {
    const operator = await Operator.start();
    await operator.publish({ documents: CONTENT });
    const changed = new Map(CONTENT).set(BP, document('newer'));
    expect((await operator.publish({ documents: changed, now: day(1) })).versions).toEqual({
      root: 1,
      timestamp: 2,
      snapshot: 2,
      targets: 2,
    });
  });

  test.each([
    [240, 1, 'more than a third of the year is left'],
    [250, 2, 'less than a third of the year is left'],
    [400, 2, 'everything expired: a late publication goes on'],
  ])('after %i days: version %i of targets and snapshot — %s', async (days, version) => {
    const operator = await Operator.start();
    await operator.publish({ documents: CONTENT });
    // The root would stop it first.
    await operator.rotate('root', operator.keys.root, day(days));
    const { versions } = await operator.publish({ documents: CONTENT, now: day(days) });
    expect(versions).toMatchObject({ targets: version, snapshot: version, timestamp: 2 });
  });

  test.each<readonly [string, string, (text: string) => string]>([
    ['spaces', 'clients without a canonicaliser', (file) => file.replace('],"signed"', '], "signed"')],
    [
      'a signature of nobody',
      'it would grow with every mirror',
      (file) => file.replace('[{', `[{"keyid":"${'0'.repeat(64)}","sig":"${'0'.repeat(128)}"},{`),
    ],
  ])('refuses %s that a host added to the targets — %s', async (_what, _why, change) => {
    const operator = await Operator.start();
    const { files } = await operator.publish({ documents: CONTENT });
    const altered = new TextEncoder().encode(change(text(files.get('metadata/1.targets.json'))));
    operator.host.set('metadata/1.targets.json', altered);
    await expect(operator.publish({ documents: CONTENT, now: day(1) })).rejects.toMatchObject({
      refusals: [{ code: 'previous-untrusted', args: { reason: 'hash-mismatch' } }],
    });
  });

  test('does not keep spaces that a host added to the timestamp', async () => {
    const operator = await Operator.start();
    const { files } = await operator.publish({ documents: CONTENT });
    const altered = text(files.get('metadata/timestamp.json')).replace('],"signed"', ']\n,"signed"');
    operator.host.set('metadata/timestamp.json', new TextEncoder().encode(altered));
    const after = await operator.publish({ documents: CONTENT, now: day(1) });
    expect(text(after.files.get('metadata/timestamp.json'))).not.toContain('\n');
  });
});

describe('heads', () => {
  const heads = (count: number, id = 'extension-') =>
    Object.fromEntries(Array.from({ length: count }, (_, at) => [`${id}${at}`, { stable: '1.0' }]));

  test.each([
    [200, 'e', true, 'the most that is signed'],
    [201, 'e', false, 'above 200 extensions (formats.md)'],
    [200, 'e'.repeat(60), false, 'long names: other clients take 16 KB of timestamp'],
  ])('of %i extensions named %s…: %s — %s', async (count, id, isSigned) => {
    const operator = await Operator.start();
    const { files } = await operator.publish({ heads: heads(count, id) });
    expect(text(files.get('metadata/timestamp.json')).includes('x-heads')).toBe(isSigned);
    expect(files.get('metadata/timestamp.json')!.length).toBeLessThan(16 * 1024);
  });
});

describe('keys', () => {
  test('that the root does not name publish nothing', async () => {
    const operator = await Operator.start();
    const signers = await testKeys('stranger');
    await expect(operator.publish({ signers })).rejects.toMatchObject({
      refusals: [{ code: 'keys-not-in-root', args: { role: 'targets' } }],
    });
  });

  test('with the duties exchanged publish nothing', async () => {
    const operator = await Operator.start();
    const [publishing, timestamp] = [operator.keys.publishing[0]!, operator.keys.timestamp[0]!];
    await expect(operator.publish({ signers: [publishing] })).rejects.toMatchObject({
      refusals: [{ code: 'keys-not-in-root', args: { role: 'timestamp' } }],
    });
    await expect(operator.publish({ signers: [timestamp] })).rejects.toMatchObject({
      refusals: [{ code: 'keys-not-in-root', args: { role: 'targets' } }],
    });
  });

  test('beyond the threshold sign too: one of them may be lost later', async () => {
    const publishing = await testKeys('publishing 1', 'publishing 2');
    const operator = await Operator.start({ publishing });
    const { files } = await operator.publish();
    expect(text(files.get('metadata/1.targets.json')).match(/"keyid"/g)).toHaveLength(2);
  });

  test('that sign something else than they were asked to are found out before anything leaves', async () => {
    const honest = await testKey('publishing');
    const operator = await Operator.start();
    const broken = { ...honest, sign: async (bytes: Uint8Array) => honest.sign(bytes.subarray(1)) };
    const signers = [broken, ...operator.keys.timestamp];
    await expect(operator.publish({ signers })).rejects.toMatchObject({ code: 'threshold-not-met' });
  });
});
