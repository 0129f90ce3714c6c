import { daysLater } from '../fixtures/signed-repository.ts';
import { testKey } from '../fixtures/test-key.ts';
import type { Stage, StepOptions, Story } from './stage.ts';

const HEADS = {
  'b24-bp': { stable: '1.4.2.7', beta: '1.5', criticalBelow: '1.3', withdrawn: ['1.4.1'], later: 1 },
};

const ETAGS: StepOptions = { etags: true };

/** A client that refreshed a repository with our extra members. */
async function refreshed(stage: Stage): Promise<void> {
  Object.assign(stage.repository.timestamp, { 'x-issued': daysLater(0), 'x-root': 1, 'x-heads': HEADS });
  stage.repository.publish('timestamp');
  await stage.refresh('accepted', ETAGS);
}

type Happen = (stage: Stage) => void;

const serve =
  (content: string): Happen =>
  ({ repository }) =>
    repository.serveAs('timestamp', 3, new TextEncoder().encode(content));

const NEEDS: readonly (readonly [string, string, string, Happen])[] = [
  [
    'snapshot-changed',
    'a release',
    'documents are behind the new snapshot',
    ({ repository }) => repository.release(),
  ],
  [
    'root-changed',
    'x-root ahead',
    'keys may have changed',
    ({ repository }) => {
      repository.timestamp['x-root'] = 2;
      repository.publish('timestamp');
    },
  ],
  [
    'root-changed',
    'no x-root',
    'nothing says that keys have not changed',
    ({ repository }) => {
      delete repository.timestamp['x-root'];
      repository.publish('timestamp');
    },
  ],
  [
    'not-trusted',
    'the key of a stranger',
    'keys may have changed',
    ({ repository }) => {
      repository.signers.set('timestamp', [testKey('stranger')]);
      repository.publish('timestamp');
    },
  ],
  [
    'not-trusted',
    'a new key that a new root names',
    'our root does not know it yet',
    ({ repository }) => {
      repository.rotateKeys('timestamp');
      repository.publish('root', 'timestamp');
    },
  ],
  ['not-trusted', 'nothing', 'an empty answer', serve('')],
  ['not-trusted', 'a page', 'of a hotel network', serve('<html>')],
  ['not-trusted', 'an endless answer', 'a byte more than the limit', serve(' '.repeat(65_537))],
  [
    'not-trusted',
    'a snapshot',
    'signed by another key',
    ({ repository }) => repository.serveAs('timestamp', 3, repository.file('snapshot', 1)),
  ],
];

const story = (name: string, reason: string, play: Story['play']): Story => ({ name, reason, play });

/** The check in one request (formats.md, section 3). It is never weaker than the full workflow. */
export const FAST_STORIES: readonly Story[] = [
  ...NEEDS.map(([expected, name, reason, happen]) =>
    story(`a fast check and ${name}`, reason, async (stage) => {
      await refreshed(stage);
      happen(stage);
      await stage.fastCheck(`refresh-needed ${expected}`, ETAGS);
    }),
  ),
  story(
    'a fast check of the same version with other hints',
    'ours is kept; the ETag is not remembered',
    async (stage) => {
      await refreshed(stage);
      Object.assign(stage.repository.timestamp, { 'x-heads': { 'b24-bp': { stable: '9' } } });
      stage.repository.serveAs('timestamp', 2, stage.repository.sign('timestamp'));
      await stage.fastCheck('current kept', ETAGS);
      await stage.fastCheck('current kept', ETAGS);
    },
  ),
  story(
    'a fast check of an older timestamp',
    'an edge of a CDN that lags behind: nothing to say',
    async (stage) => {
      await refreshed(stage);
      stage.repository.serveAs('timestamp', 3, stage.repository.file('timestamp', 1));
      await stage.fastCheck('current kept');
    },
  ),
  story(
    'a fast check when nothing changed',
    'with a condition, without it, and signed again',
    async (stage) => {
      await refreshed(stage);
      await stage.fastCheck('current unchanged', ETAGS);
      await stage.fastCheck('current unchanged');
      stage.repository.publish('timestamp');
      await stage.fastCheck('current fetched', ETAGS);
      await stage.fastCheck('current unchanged', ETAGS);
    },
  ),
  story('a fast check without hints', 'the repository is too large for them', async (stage) => {
    await refreshed(stage);
    delete stage.repository.timestamp['x-heads'];
    stage.repository.publish('timestamp');
    await stage.fastCheck('current fetched', ETAGS);
  }),
  story('a fast check after a week', 'and after a clock that was wrong', async (stage) => {
    await refreshed(stage);
    await stage.fastCheck('current unchanged', { ...ETAGS, days: 6.9 });
    await stage.fastCheck('refresh-needed week-passed', { ...ETAGS, days: 7 });
    await stage.refresh('accepted', { ...ETAGS, days: 20 });
    await stage.fastCheck('refresh-needed week-passed', { ...ETAGS, days: 19 });
  }),
  story('a fast check with damaged memory', 'costs a refresh, no more', async (stage) => {
    await refreshed(stage);
    const cut = new TextEncoder().encode('{"signatu');
    await stage.fastCheck('refresh-needed week-passed', { ...ETAGS, damage: { 'client-state': cut } });
    await stage.fastCheck('refresh-needed nothing-trusted', { ...ETAGS, damage: { 'timestamp.json': cut } });
    await stage.fastCheck('refresh-needed nothing-trusted', { ...ETAGS, damage: { 'root.json': cut } });
  }),
  story(
    'a fast check with a memory that lies',
    'an ETag of another timestamp is not asked with',
    async (stage) => {
      await refreshed(stage);
      const lie = JSON.stringify({
        etag: '"x"',
        refreshedAt: '2026-11-20T11:00:00.000Z',
        timestampSha256: '00',
      });
      await stage.fastCheck('current unchanged', {
        ...ETAGS,
        damage: { 'client-state': new TextEncoder().encode(lie) },
      });
    },
  ),
  story('a fast check with an expired root', 'the full workflow first', async (stage) => {
    stage.repository.root.expires = daysLater(2);
    stage.repository.publish('root');
    await stage.refresh('accepted');
    await stage.fastCheck('refresh-needed root-expired', { days: 3 });
  }),
  story(
    'a fast check of an expired timestamp',
    'installs nothing, and says so; a new one that has expired is not kept',
    async (stage) => {
      await refreshed(stage);
      stage.repository.timestamp.expires = daysLater(-1);
      stage.repository.publish('timestamp');
      await stage.fastCheck('expired', ETAGS);
      stage.repository.timestamp.expires = daysLater(3);
      stage.repository.publish('timestamp');
      await stage.fastCheck('current fetched', ETAGS);
      await stage.fastCheck('expired', { ...ETAGS, days: 4 });
      await stage.fastCheck('expired', { days: 4 });
      stage.repository.timestamp.expires = daysLater(40);
      stage.repository.publish('timestamp');
      await stage.fastCheck('current fetched', { ...ETAGS, days: 4 });
    },
  ),
  story('a fast check by a clock that is behind', 'before the request, and by what comes', async (stage) => {
    await refreshed(stage);
    await stage.fastCheck('clock-behind', { ...ETAGS, days: -1 });
    stage.repository.timestamp['x-issued'] = daysLater(2);
    stage.repository.publish('timestamp');
    await stage.fastCheck('clock-behind', { ...ETAGS, days: 1 });
  }),
  story('a fast check without an answer', 'what is known stays known', async (stage) => {
    await refreshed(stage);
    await stage.fastCheck('unreachable fetch-failed', { fails: ['metadata/timestamp.json'] });
    stage.repository.published.delete('timestamp');
    await stage.fastCheck('unreachable not-found');
  }),
];
