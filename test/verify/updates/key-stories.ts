import { testKey, type TestKey } from '../fixtures/test-key.ts';
import { compactFile, type Stage, type Story } from './stage.ts';

const key = testKey('rotation 1');
const other = testKey('rotation 2');

const named = (keyid: string, from: TestKey, described = from.key): TestKey => ({
  keyid,
  key: described,
  sign: (message) => ({ ...from.sign(message), keyid }),
});

interface SnapshotKeys {
  readonly keys: readonly TestKey[];
  readonly signers: readonly TestKey[];
  readonly threshold: number;
}

async function withSnapshotKeys(
  stage: Stage,
  { keys, signers, threshold }: SnapshotKeys,
  expected: string,
): Promise<void> {
  stage.repository.setKeys('snapshot', keys, signers, threshold);
  stage.repository.publish('root');
  stage.repository.release();
  await stage.refresh(expected);
}

const alias = named('alias', key);
const shout = named('alias', key, { ...key.key, keyval: { public: key.key.keyval.public.toUpperCase() } });

const rows: readonly (readonly [string, string, string, SnapshotKeys])[] = [
  [
    'threshold-not-met',
    'one key under two names',
    'counts once (TAP 12)',
    { keys: [key, alias], signers: [key, alias], threshold: 2 },
  ],
  [
    'threshold-not-met',
    'one key in two spellings',
    'counts once',
    { keys: [key, shout], signers: [key, shout], threshold: 2 },
  ],
  [
    'metadata-invalid',
    'a key named twice in its role',
    'never honest',
    { keys: [key, key], signers: [key], threshold: 2 },
  ],
  [
    'metadata-invalid',
    'a signer who signs twice',
    'never honest',
    { keys: [key, other], signers: [key, key], threshold: 2 },
  ],
  [
    'threshold-not-met',
    'a threshold above the number of keys',
    'cannot be met',
    { keys: [key, other], signers: [key, other], threshold: 3 },
  ],
  [
    'metadata-invalid',
    'a threshold of nothing',
    'everybody could sign',
    { keys: [key], signers: [], threshold: 0 },
  ],
  [
    'metadata-invalid',
    'a negative threshold',
    'everybody could sign',
    { keys: [key], signers: [], threshold: -1 },
  ],
  [
    'accepted',
    'a key under another name than its hash',
    'nothing depends on it (TAP 12)',
    { keys: [named('root-2026', key)], signers: [named('root-2026', key)], threshold: 1 },
  ],
  ['accepted', 'two of two', 'both sign', { keys: [key, other], signers: [key, other], threshold: 2 }],
  ...(
    [
      ['another scheme', { ...key.key, scheme: 'ed25519ph' }],
      ['another type', { ...key.key, keytype: 'rsa' }],
      ['too short', { ...key.key, keyval: { public: '00' } }],
      ['no digits', { ...key.key, keyval: { public: 'я'.repeat(64) } }],
      ['of order 1', { ...key.key, keyval: { public: `01${'00'.repeat(31)}` } }],
      ['not canonical', { ...key.key, keyval: { public: `ee${'ff'.repeat(30)}7f` } }],
    ] as const
  ).map(
    ([how, described]) =>
      [
        'threshold-not-met',
        `a key that means nothing here: ${how}`,
        'counts nothing and crashes nothing',
        { keys: [named(key.keyid, key, described)], signers: [key], threshold: 1 },
      ] as const,
  ),
];

/** Who counts as a signer (TUF 4.2, TAP 12). */
export const KEY_STORIES: readonly Story[] = [
  ...rows.map(([expected, name, reason, described]): Story => ({
    name,
    reason,
    play: (stage) => withSnapshotKeys(stage, described, expected),
  })),
  {
    name: 'a signature under the name of another key',
    reason: 'counts nothing',
    play: async (stage) => {
      const [right] = stage.repository.signers.get('snapshot') ?? [];
      stage.repository.signers.set('snapshot', [named(right?.keyid ?? '', key)]);
      stage.repository.release();
      await stage.refresh('threshold-not-met');
    },
  },
  ...(
    [
      ['empty', '', 'a signer who has not come yet'],
      ['no digits', 'zz', 'not hex'],
      ['cut off', '00'.repeat(63), '63 bytes'],
      ['all zeros', '00'.repeat(64), 'R is of small order'],
      ['all ones', 'ff'.repeat(64), 'R and S out of range'],
    ] as const
  ).map(([how, sig, reason]): Story => ({
    name: `a signature that is ${how}`,
    reason,
    play: async (stage) => {
      const [right = key] = stage.repository.signers.get('timestamp') ?? [];
      const broken = { ...right, sign: () => ({ keyid: right.keyid, sig }) };
      const text = stage.repository.signedText('timestamp');
      stage.repository.serveAs('timestamp', 2, compactFile(text, [broken]));
      await stage.refresh('threshold-not-met');
    },
  })),
  {
    name: 'a key without a public half beside the real one',
    reason: 'of a kind that we do not know; left aside',
    play: async (stage) => {
      const odd = { keytype: 'fulcio', scheme: 'fulcio', keyval: { identity: 'x' } };
      Object.assign(stage.repository.root.keys, { odd });
      const described = stage.repository.root.roles['root'];
      if (described !== undefined) described.keyids = [...described.keyids, 'odd'];
      stage.repository.publish('root');
      await stage.refresh('accepted');
    },
  },
];
