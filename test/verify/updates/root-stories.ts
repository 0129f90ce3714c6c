import { testKey, type TestKey } from '../fixtures/test-key.ts';
import type { Stage, Story } from './stage.ts';

const keys = (...numbers: number[]): TestKey[] => numbers.map((number) => testKey(`rotation ${number}`));

/** One version of the root: its keys, how many must sign, who did. */
type Version = readonly [keys: number[], threshold: number, signed: number[]];

function serveRoots(stage: Stage, versions: readonly Version[]): void {
  const { repository } = stage;
  repository.published.delete('root');
  versions.forEach(([listed, threshold, signed], at) => {
    repository.setKeys('root', keys(...listed), keys(...signed), threshold);
    repository.root.version = at + 1;
    repository.serveAs('root', at + 1, repository.sign('root'));
  });
  stage.trust(repository.firstRoot);
}

const rows: readonly (readonly [string, string, string, readonly Version[]])[] = [
  [
    'threshold-not-met',
    'root not signed by the old key',
    'a thief of the network brings keys of his own',
    [
      [[1], 1, [1]],
      [[2], 1, [2, 3]],
    ],
  ],
  [
    'threshold-not-met',
    'root not signed by the new key',
    'it does not vouch for itself',
    [
      [[1], 1, [1]],
      [[2], 1, [1, 3]],
    ],
  ],
  [
    'threshold-not-met',
    'old threshold not met',
    'two of the three old signatures',
    [
      [[0, 1, 2, 3, 4], 3, [0, 2, 4]],
      [[0, 1, 3, 4, 5], 3, [0, 4, 5]],
    ],
  ],
  [
    'threshold-not-met',
    'new threshold not met',
    'two of the three new signatures',
    [
      [[0, 1, 2, 3, 4], 3, [0, 2, 4]],
      [[0, 1, 3, 4, 5], 3, [0, 2, 4]],
    ],
  ],
  [
    'threshold-not-met',
    'threshold raised and not met',
    'the new root asks for more',
    [
      [[1, 2, 3], 1, [1]],
      [[1, 2, 3], 2, [2]],
    ],
  ],
  [
    'threshold-not-met',
    'threshold lowered, the old one not met',
    'the old root asks for more',
    [
      [[1, 2, 3], 2, [1, 2]],
      [[1, 2, 3], 1, [1]],
    ],
  ],
  [
    'threshold-not-met',
    'a revoked key signs the next root',
    'and the root before it stays accepted',
    [
      [[1], 1, [1]],
      [[2], 1, [1, 2]],
      [[1], 1, [1]],
    ],
  ],
  [
    'accepted',
    'one key rotated',
    'both sign the step',
    [
      [[1], 1, [1]],
      [[2], 1, [2, 1]],
      [[2], 1, [2]],
    ],
  ],
  [
    'accepted',
    'three of five, all rotated',
    'old and new thresholds met',
    [
      [[0, 1, 2, 3, 4], 3, [0, 2, 4]],
      [[5, 6, 7, 8, 9], 3, [0, 2, 4, 5, 6, 7]],
      [[5, 6, 7, 8, 9], 3, [5, 6, 7]],
    ],
  ],
  [
    'accepted',
    'signatures of strangers beside',
    'they count nothing and harm nothing',
    [
      [[1], 1, [3, 1, 4]],
      [[2], 1, [3, 2, 1, 4]],
    ],
  ],
];

type DraftRoot = Stage['repository']['root'];

const mirrors = { keyids: ['x'], threshold: 1 };

const threshold = (root: DraftRoot, value: number): unknown =>
  Object.assign(root.roles['timestamp'] ?? {}, { threshold: value });

const set = (root: DraftRoot, value: string): unknown => Object.assign(root, { consistent_snapshot: value });

const served = (
  rows: readonly (readonly [expected: string, name: string, reason: string, content: () => string])[],
): Story[] =>
  rows.map(([expected, name, reason, content]) => ({
    name,
    reason,
    play: async (stage) => {
      stage.repository.serveAs('root', 2, new TextEncoder().encode(content()));
      await stage.refresh(expected);
    },
  }));

/** The next root, signed by the right keys, with a mistake of its owner in it. */
const changed = (
  rows: readonly (readonly [
    expected: string,
    how: string,
    reason: string,
    change: (root: DraftRoot) => unknown,
  ])[],
): Story[] =>
  rows.map(([expected, how, reason, change]) => ({
    name: `a root ${how}`,
    reason,
    play: async (stage) => {
      change(stage.repository.root);
      stage.repository.publish('root');
      await stage.refresh(expected);
    },
  }));

/** The chain of roots (TUF 5.2, 5.3). */
export const ROOT_STORIES: readonly Story[] = [
  ...rows.map(([expected, name, reason, versions]): Story => ({
    name,
    reason,
    play: async (stage) => {
      serveRoots(stage, versions);
      await stage.refresh(expected);
    },
  })),
  {
    name: 'an older root under a newer number',
    reason: 'rollback of the root',
    play: async (stage) => {
      stage.repository.publish('root');
      await stage.refresh('accepted');
      stage.repository.serveAs('root', 3, stage.repository.firstRoot);
      await stage.refresh('rolled-back');
    },
  },
  {
    name: 'the same root under the next number',
    reason: 'no news (5.3.5)',
    play: async (stage) => {
      stage.repository.serveAs('root', 2, stage.repository.firstRoot);
      await stage.refresh('accepted');
    },
  },
  {
    name: 'a root too new for its number',
    reason: 'a step is skipped',
    play: async (stage) => {
      stage.repository.publish('root', 'root');
      stage.repository.serveAs('root', 2, stage.repository.file('root', 3));
      await stage.refresh('version-mismatch');
    },
  },
  {
    name: 'a missing root in the chain',
    reason: 'the one after it is never asked for',
    play: async (stage) => {
      stage.repository.publish('root', 'root');
      stage.repository.published.get('root')?.delete(2);
      await stage.refresh('accepted');
    },
  },
  {
    name: 'endless roots',
    reason: 'so many in one update; the next goes on from there',
    play: async (stage) => {
      for (let version = 2; version <= 35; version++) stage.repository.publish('root');
      await stage.refresh('accepted');
      await stage.refresh('accepted');
    },
  },
  ...served([
    ['json-invalid', 'a page in the place of the next root', 'of a hotel network', () => '<html>'],
    ['too-large', 'an endless root', 'a byte more than the limit', () => ' '.repeat(65_537)],
  ]),
  ...changed([
    ['metadata-invalid', 'without a role', 'nobody could sign it', (root) => delete root.roles['snapshot']],
    [
      'metadata-invalid',
      'where nobody must sign the timestamp',
      'everybody could',
      (root) => threshold(root, 0),
    ],
    ['metadata-invalid', 'with a word for a truth value', 'nothing is coerced', (root) => set(root, 'yes')],
    [
      'metadata-invalid',
      'with keys that are a list',
      'must be an object',
      (root) => Object.assign(root, { keys: [] }),
    ],
    [
      'spec-version-unsupported',
      'of TUF 2',
      'may mean something else',
      (root) => (root.spec_version = '2.0.0'),
    ],
    ['accepted', 'of TUF 1.1', 'the same major version', (root) => (root.spec_version = '1.1')],
    ['accepted', 'with a role that nobody knows', 'passed over', (root) => (root.roles['mirrors'] = mirrors)],
  ]),
  {
    name: 'no root at all',
    reason: 'nothing to begin with, nothing is asked',
    play: async (stage) => {
      await stage.refresh('root-missing', { damage: { 'root.json': null } });
      await stage.fastCheck('refresh-needed nothing-trusted');
    },
  },
  {
    name: 'a first root that does not vouch for itself',
    reason: 'one digit of the file changed on the way',
    play: async (stage) => {
      const damaged = new TextDecoder()
        .decode(stage.repository.firstRoot)
        .replace('"threshold":1', '"threshold":2');
      await stage.refresh('threshold-not-met', {
        damage: { 'root.json': new TextEncoder().encode(damaged) },
      });
    },
  },
  {
    name: 'a source that fails at the next root',
    reason: 'no answer is not the answer «there is none»',
    play: async (stage) => {
      await stage.refresh('fetch-failed', { fails: ['metadata/2.root.json'] });
    },
  },
  ...(['timestamp', 'snapshot'] as const).map((role): Story => ({
    name: `fast-forward, then new keys of the ${role}`,
    reason: 'a thief signed version 99999; new keys forget it (5.3.11)',
    play: async (stage) => {
      const { repository } = stage;
      repository.timestamp.version = 99_998;
      repository.snapshot.version = 99_998;
      repository.publish('snapshot', 'timestamp');
      await stage.refresh('accepted');
      repository.rotateKeys(role);
      repository.publish('root');
      restart(stage);
      await stage.refresh('accepted');
    },
  })),
  {
    name: 'new keys, and the question for the root after them fails',
    reason: 'what the thief signed is gone already at the step that rotates (5.3.11)',
    play: async (stage) => {
      const { repository } = stage;
      repository.snapshot.version = 99_998;
      repository.publish('snapshot', 'timestamp');
      await stage.refresh('accepted');
      repository.rotateKeys('snapshot');
      repository.publish('root');
      await stage.refresh('fetch-failed', { fails: ['metadata/3.root.json'] });
      restart(stage);
      await stage.refresh('accepted');
    },
  },
  {
    name: 'a key that is added',
    reason: 'forgets nothing: what the old key signed is still its word',
    play: async (stage) => {
      await stage.refresh('accepted');
      stage.repository.addKey('snapshot');
      stage.repository.addKey('timestamp');
      stage.repository.publish('root');
      stage.repository.published.delete('timestamp');
      await stage.refresh('not-found');
    },
  },
];

/** The honest owner publishes from version 1 again. */
function restart({ repository }: Stage): void {
  for (const role of ['snapshot', 'timestamp'] as const) {
    repository[role].version = 1;
    repository.published.delete(role);
    repository.publish(role);
  }
}
