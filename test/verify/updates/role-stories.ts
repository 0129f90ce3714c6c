import { createHash } from 'node:crypto';
import { daysLater } from '../fixtures/signed-repository.ts';
import { sha256, testKey } from '../fixtures/test-key.ts';
import { compactFile, type Stage, type Story } from './stage.ts';

const ROLES = ['timestamp', 'snapshot', 'targets'] as const;

const publishAll = ({ repository }: Stage): void =>
  repository.publish('root', 'targets', 'snapshot', 'timestamp');

const story = (name: string, reason: string, play: Story['play']): Story => ({ name, reason, play });

/** Rollback and freeze of each role, and what does not belong together. */
const ROLLBACK: readonly Story[] = [
  story('an older timestamp', 'rollback; an edge of a CDN that lags behind looks the same', async (stage) => {
    stage.repository.publish('timestamp');
    await stage.refresh('accepted');
    stage.repository.serveAs('timestamp', 3, stage.repository.file('timestamp', 1));
    await stage.refresh('rolled-back');
  }),
  story('an edge of a CDN that lags behind', 'what is trusted stays, and is checked again', async (stage) => {
    stage.repository.timestamp.expires = daysLater(14);
    stage.repository.publish('timestamp');
    await stage.refresh('accepted');
    stage.repository.serveAs('timestamp', 3, stage.repository.file('timestamp', 1));
    await stage.refreshOrKeep('accepted');
    await stage.refreshOrKeep('expired', { days: 14 });
    await stage.refreshOrKeep('rolled-back', { expiry: 'inform' });
    const cut = new TextEncoder().encode('{');
    await stage.refreshOrKeep('accepted', { damage: { 'timestamp.json': cut } });
  }),
  story('a snapshot rolled back behind a newer timestamp', 'is no edge that lags behind', async (stage) => {
    stage.repository.release();
    await stage.refresh('accepted');
    stage.repository.timestamp.meta['snapshot.json'] = { version: 1 };
    stage.repository.publish('timestamp');
    await stage.refreshOrKeep('rolled-back');
  }),
  story('a newer timestamp with an older snapshot', 'rollback of the snapshot', async (stage) => {
    stage.repository.release();
    await stage.refresh('accepted');
    stage.repository.timestamp.meta['snapshot.json'] = { version: 1 };
    stage.repository.publish('timestamp');
    await stage.refresh('rolled-back');
  }),
  story('a newer snapshot with older targets', 'rollback of the targets', async (stage) => {
    stage.repository.release();
    stage.repository.release();
    await stage.refresh('accepted');
    stage.repository.snapshot.meta['targets.json'] = { version: 1 };
    stage.repository.publish('snapshot', 'timestamp');
    await stage.refresh('rolled-back');
  }),
  story('a role that disappears', 'a vendor is taken out of the snapshot', async (stage) => {
    stage.repository.delegate('targets', { name: 'vendor', paths: ['*'] });
    stage.repository.release('vendor', 'targets');
    await stage.refresh('accepted');
    delete stage.repository.snapshot.meta['vendor.json'];
    stage.repository.publish('snapshot', 'timestamp');
    await stage.refresh('role-disappeared');
  }),
  story('a snapshot without targets', 'nothing to go on with', async (stage) => {
    delete stage.repository.snapshot.meta['targets.json'];
    stage.repository.publish('snapshot', 'timestamp');
    await stage.refresh('role-not-listed');
  }),
  story(
    'the same version of the timestamp with other words',
    'ours is kept, whatever it says (5.4.3.1)',
    async (stage) => {
      await stage.refresh('accepted');
      stage.repository.timestamp.meta['snapshot.json'] = { version: 100 };
      stage.repository.serveAs('timestamp', 2, stage.repository.sign('timestamp'));
      await stage.refresh('accepted');
    },
  ),
  story('the same snapshot for ever', 'freeze ends when the timestamp expires', async (stage) => {
    stage.repository.timestamp.expires = daysLater(14);
    stage.repository.publish('timestamp');
    await stage.refresh('accepted');
    await stage.refresh('accepted', { days: 13 });
    await stage.refresh('expired', { days: 14 });
  }),
  ...[
    ['longer', 'too-large', (bytes: Uint8Array) => Uint8Array.from([...bytes, 0x20])],
    ['shorter', 'length-mismatch', (bytes: Uint8Array) => Uint8Array.from(bytes).slice(0, -1)],
    ['of the same length', 'hash-mismatch', (bytes: Uint8Array) => Uint8Array.from(bytes).with(20, 0x30)],
  ].map(([how, code, change]) =>
    story(`a snapshot that is ${String(how)}`, 'than the timestamp lists: mix and match', async (stage) => {
      stage.repository.listsHashes = true;
      stage.repository.release();
      const bytes = stage.repository.file('snapshot', 2);
      stage.repository.serveAs('snapshot', 2, typeof change === 'function' ? change(bytes) : bytes);
      await stage.refresh(String(code));
    }),
  ),
  story(
    'targets with another hash',
    'than the snapshot lists; everything before stays accepted',
    async (stage) => {
      stage.repository.listsHashes = true;
      stage.repository.release();
      await stage.refresh('accepted');
      stage.repository.publish('targets');
      const listed = stage.repository.snapshot.meta['targets.json'];
      if (listed?.hashes !== undefined) listed.hashes = { sha256: '46'.repeat(32) };
      stage.repository.publish('snapshot', 'timestamp');
      await stage.refresh('hash-mismatch');
    },
  ),
  story('digests that nobody here can check', 'are not the same as none', async (stage) => {
    stage.repository.timestamp.meta['snapshot.json'] = { version: 1, hashes: { md5: '00' } };
    stage.repository.publish('timestamp');
    await stage.refresh('hash-mismatch');
  }),
  story('two digests of which one is wrong', 'every known one must match', async (stage) => {
    const bytes = stage.repository.file('snapshot', 1);
    const sha512 = createHash('sha512').update(bytes).digest('hex');
    stage.repository.timestamp.meta['snapshot.json'] = { version: 1, hashes: { sha512 } };
    stage.repository.publish('timestamp');
    await stage.refresh('accepted');
    const hashes = {
      sha256: sha256(bytes),
      sha512: sha512.replace(/^./, (digit) => (digit === '0' ? '1' : '0')),
    };
    stage.repository.timestamp.meta['snapshot.json'] = { version: 1, hashes };
    stage.repository.publish('timestamp');
    await stage.refresh('hash-mismatch');
  }),
  story('a snapshot of no bytes', 'whatever comes is too much', async (stage) => {
    stage.repository.timestamp.meta['snapshot.json'] = { version: 1, length: 0 };
    stage.repository.publish('timestamp');
    await stage.refresh('too-large');
  }),
  story('a delegated role that becomes older', 'rollback of one vendor', async (stage) => {
    stage.repository.delegate('targets', { name: 'vendor', paths: ['*'] });
    stage.repository.release('vendor', 'targets');
    stage.repository.release('vendor');
    await stage.refresh('accepted');
    stage.repository.snapshot.meta['vendor.json'] = { version: 1 };
    stage.repository.publish('snapshot', 'timestamp');
    await stage.refresh('rolled-back');
  }),
  story('a digest in upper case', 'digests are lower-case hex', async (stage) => {
    stage.repository.listsHashes = true;
    stage.repository.release();
    const listed = stage.repository.timestamp.meta['snapshot.json'];
    if (listed?.hashes !== undefined)
      listed.hashes = { sha256: String(listed.hashes['sha256']).toUpperCase() };
    stage.repository.publish('timestamp');
    await stage.refresh('hash-mismatch');
  }),
  story('a snapshot in the place of a timestamp', 'with a key that signs both', async (stage) => {
    stage.repository.addKey('snapshot', stage.repository.signers.get('timestamp')?.[0]);
    stage.repository.snapshot.meta = { 'snapshot.json': { version: 1 } };
    stage.repository.publish('root', 'snapshot');
    stage.repository.serveAs('timestamp', 2, stage.repository.file('snapshot', 2));
    await stage.refresh('metadata-invalid');
  }),
  story('a stored file of the right version and the wrong hash', 'is fetched anew', async (stage) => {
    stage.repository.listsHashes = true;
    stage.repository.release();
    await stage.refresh('accepted');
    stage.repository.snapshot.expires = daysLater(29);
    stage.repository.snapshot.version = 1;
    stage.repository.publish('snapshot', 'timestamp');
    await stage.refresh('accepted');
  }),
  story('stored files that somebody damaged', 'are as good as none; the root is not', async (stage) => {
    await stage.refresh('accepted');
    const cut = new TextEncoder().encode('{"signatures":[');
    await stage.refresh('accepted', {
      damage: { 'snapshot.json': cut, 'targets.json': cut, 'client-state': cut },
    });
    await stage.refresh('accepted', { damage: { 'timestamp.json': cut } });
    await stage.refresh('json-invalid', { damage: { 'root.json': cut } });
  }),
];

/** What each role may not be. */
const EACH: readonly Story[] = ROLES.flatMap((role) => [
  story(`${role} signed by a stranger`, 'and what came before it stays accepted', async (stage) => {
    await stage.refresh('accepted');
    stage.repository.signers.set(role, [testKey('stranger')]);
    publishAll(stage);
    await stage.refresh('threshold-not-met');
  }),
  story(`${role} without a signature`, 'a file that waits for its signer', async (stage) => {
    stage.repository.signers.set(role, []);
    publishAll(stage);
    await stage.refresh('threshold-not-met');
  }),
  story(`${role} that is not there`, 'somebody leaves it out', async (stage) => {
    await stage.refresh('accepted');
    stage.repository.release();
    if (role === 'timestamp') stage.repository.published.delete(role);
    else stage.repository.published.get(role)?.delete(2);
    await stage.refresh('not-found');
  }),
  story(`${role} that is endless`, 'a byte more than its limit', async (stage) => {
    const limits = { timestamp: 65_536, snapshot: 262_144, targets: 1_048_576 };
    stage.repository.release();
    stage.repository.serveAs(role, 2, new Uint8Array(limits[role] + 1).fill(0x20));
    await stage.refresh('too-large');
  }),
  story(
    `${role} that has expired`,
    'nothing of its age is believed; in a closed network it is told',
    async (stage) => {
      const { repository } = stage;
      (role === 'targets' ? repository.targets : repository[role]).expires = daysLater(2);
      stage.repository.release();
      await stage.refresh('accepted', { days: 1 });
      await stage.refresh('expired', { days: 2 });
      await stage.refresh(`accepted ${role}`, { days: 3, expiry: 'inform' });
    },
  ),
]);

const VERSIONS: readonly Story[] = (['snapshot', 'targets'] as const).map((role) =>
  story(`${role} with another version than its address`, 'the number in the file counts', async (stage) => {
    stage.repository.release();
    const other = stage.repository.signedText(role).replace(/"version":2\}$/, '"version":3}');
    stage.repository.serveAs(role, 2, compactFile(other, stage.repository.signers.get(role) ?? []));
    await stage.refresh('version-mismatch');
  }),
);

const CLOCK: readonly Story[] = [
  story('a root that has expired', 'only the last one must be fresh (5.3.10)', async (stage) => {
    const { repository } = stage;
    repository.root.expires = daysLater(-1);
    repository.publish('root');
    repository.root.expires = daysLater(2);
    repository.publish('root');
    await stage.refresh('accepted', { days: 1 });
    await stage.refresh('expired', { days: 2 });
    await stage.refresh('accepted root', { days: 2, expiry: 'inform' });
  }),
  story('a term after the year 3999', 'dates of 1C end there', async (stage) => {
    stage.repository.timestamp.expires = '9999-12-31T23:59:59Z';
    stage.repository.publish('timestamp');
    await stage.refresh('accepted');
  }),
  story('a clock that is behind', 'it is named, before anything is asked and after', async (stage) => {
    Object.assign(stage.repository.timestamp, { 'x-issued': daysLater(5), 'x-root': 1 });
    stage.repository.publish('timestamp');
    await stage.refresh('clock-behind', { days: 4 });
    await stage.refresh('accepted', { days: 5 });
    await stage.refresh('clock-behind', { days: 4 });
    await stage.refresh('accepted', { days: 4, expiry: 'inform' });
    // Five minutes of lag are no wrong clock.
    await stage.refresh('accepted', { days: 5 - 4 / 1440 });
    await stage.refresh('clock-behind', { days: 5 - 6 / 1440 });
  }),
];

/** Timestamp, snapshot and targets (TUF 5.4 to 5.6). */
export const ROLE_STORIES: readonly Story[] = [...ROLLBACK, ...EACH, ...VERSIONS, ...CLOCK];
