import { binOf, seek } from '../../../scripts/verify/path-pattern.ts';
import { sha256 } from '../fixtures/test-key.ts';
import { daysLater, type DraftDelegation } from '../fixtures/signed-repository.ts';
import type { Stage, Story } from './stage.ts';

/** Who delegates to whom; `*` unless said otherwise. */
type Edge = readonly [delegator: string, name: string, extra?: Partial<DraftDelegation>];

function delegate({ repository }: Stage, edges: readonly Edge[]): void {
  for (const [, name] of edges) if (!repository.delegated.has(name)) repository.addTargetsRole(name);
  for (const [delegator, name, extra] of edges) {
    repository.delegate(delegator, {
      name,
      ...(extra?.path_hash_prefixes ? {} : { paths: ['*'] }),
      ...extra,
    });
  }
}

const release = ({ repository }: Stage): void => repository.release(...repository.delegated.keys());

const python = { paths: ['*.py'] };
const terminating = { terminating: true };

/** Nobody knows the target; which roles were asked, and in which order, stands in the requests. */
const ORDER: readonly (readonly [string, readonly Edge[]])[] = [
  [
    'a cycle',
    [
      ['targets', 'A'],
      ['targets', 'B'],
      ['B', 'C'],
      ['C', 'D'],
      ['D', 'B'],
    ],
  ],
  [
    'a role that delegates to itself',
    [
      ['targets', 'A'],
      ['A', 'A'],
    ],
  ],
  [
    'a chain without end',
    Array.from({ length: 30 }, (_, at): Edge => [at === 0 ? 'targets' : `r${at - 1}`, `r${at}`]),
  ],
  [
    'deeper before further',
    [
      ['targets', 'A'],
      ['targets', 'B'],
      ['A', 'C'],
      ['C', 'D'],
    ],
  ],
  [
    'a terminating role: its descendants and nobody else',
    [
      ['targets', 'A'],
      ['targets', 'B'],
      ['A', 'C', terminating],
      ['A', 'D'],
    ],
  ],
  [
    'a terminating role that is not trusted with the name',
    [
      ['targets', 'A', { ...python, ...terminating }],
      ['targets', 'B'],
    ],
  ],
  [
    'a role that is not trusted with the name',
    [
      ['targets', 'A', python],
      ['targets', 'B'],
      ['A', 'C'],
    ],
  ],
  [
    'a role without paths',
    [
      ['targets', 'A', { paths: [] }],
      ['targets', 'B'],
    ],
  ],
  [
    'names that are no file names',
    [
      ['targets', '../root'],
      ['targets', 'a?b#c'],
      ['targets', 'Поставщик'],
    ],
  ],
];

const diamond = (stage: Stage, signer: number): void => {
  delegate(stage, [
    ['targets', 'A', { paths: ['path-a'] }],
    ['targets', 'B', { paths: ['path-b'] }],
    ['A', 'C', { paths: ['path-a'] }],
    ['B', 'C', { paths: ['path-b'] }],
  ]);
  const { repository } = stage;
  repository.addTarget('C', 'path-a', 'a');
  repository.addTarget('C', 'path-b', 'b');
  repository.signers.set('C', (repository.signers.get('C') ?? []).slice(signer, signer + 1));
  release(stage);
};

const story = (name: string, reason: string, play: Story['play']): Story => ({ name, reason, play });

const SEARCH: readonly Story[] = [
  story('a role says more than it is trusted with', 'nobody believes it', async (stage) => {
    delegate(stage, [
      ['targets', 'B', { paths: ['releases/*/*'] }],
      ['B', 'D', { paths: ['releases/y/*.zip'] }],
    ]);
    stage.repository.addTarget('D', 'releases/z/z.zip', 'not D’s to say');
    stage.repository.addTarget('D', 'releases/y/y.zip', 'by D');
    release(stage);
    await stage.document('releases/z/z.zip', 'target-unknown');
    await stage.document('releases/y/y.zip', 'by D');
  }),
  story(
    'a role that is not signed, although a later one knows the target',
    'ends the search',
    async (stage) => {
      delegate(stage, [
        ['targets', 'A'],
        ['targets', 'B'],
      ]);
      stage.repository.addTarget('B', 'file', 'by B');
      stage.repository.signers.set('A', []);
      release(stage);
      await stage.document('file', 'threshold-not-met');
    },
  ),
  story('a role that the snapshot does not list', 'ends the search', async (stage) => {
    delegate(stage, [['targets', 'A']]);
    stage.repository.publish('targets', 'snapshot', 'timestamp');
    await stage.document('file', 'role-not-listed');
  }),
  story('two roles that know the target', 'the first that speaks is believed', async (stage) => {
    delegate(stage, [
      ['targets', 'A'],
      ['targets', 'B'],
    ]);
    stage.repository.addTarget('B', 'file', 'by B');
    stage.repository.addTarget('A', 'file', 'by A');
    release(stage);
    await stage.document('file', 'by A');
  }),
  ...[0, 1].map((signer) =>
    story(
      `a diamond signed for delegator ${signer}`,
      'good for one and not for the other, stored or not',
      async (stage) => {
        diamond(stage, signer);
        const answers = signer === 0 ? ['a', 'threshold-not-met'] : ['threshold-not-met', 'b'];
        for (const name of ['path-a', 'path-b', 'path-a']) {
          await stage.document(name, String(answers[name === 'path-a' ? 0 : 1]));
        }
      },
    ),
  ),
  ...['root', 'Timestamp', 'SNAPSHOT', '', 'я'.repeat(40)].map((name) =>
    story(
      `a delegated role called ${JSON.stringify(name)}`,
      'its file would lie over the real one, or nowhere',
      async (stage) => {
        stage.repository.delegate('targets', { name: 'vendor', paths: ['*'] });
        Object.assign(stage.repository.targets.delegations?.roles?.[0] ?? {}, { name });
        stage.repository.release();
        await stage.refresh('metadata-invalid');
      },
    ),
  ),
  story('a delegated role that has expired', 'of one vendor: the others are not stopped', async (stage) => {
    delegate(stage, [
      ['targets', 'A', { paths: ['a'] }],
      ['targets', 'B', { paths: ['b'] }],
    ]);
    stage.repository.addTarget('A', 'a', 'by A');
    stage.repository.addTarget('B', 'b', 'by B');
    stage.repository.targetsOf('A').expires = daysLater(1);
    release(stage);
    await stage.document('a', 'by A');
    await stage.document('a', 'expired', { days: 2 });
    await stage.document('b', 'by B', { days: 2 });
  }),
  story('a delegated role that one of two signed', 'two must', async (stage) => {
    delegate(stage, [['targets', 'A', { threshold: 2 }]]);
    stage.repository.addTarget('A', 'a', 'by A');
    release(stage);
    await stage.document('a', 'threshold-not-met');
  }),
  ...(
    [
      ['no digest', { length: 1, hashes: {} }],
      ['a negative length', { length: -1, hashes: { sha256: '00' } }],
      ['no length', { hashes: { sha256: '00' } }],
      ['a length as text', { length: '1', hashes: { sha256: '00' } }],
      ['null', null],
    ] as const
  ).map(([how, described]) =>
    story(`a target described with ${how}`, 'nothing is coerced', async (stage) => {
      Object.assign(stage.repository.targets.targets, { 'a.json': described });
      stage.repository.release();
      await stage.refresh('metadata-invalid');
    }),
  ),
  story('paths and prefixes at once', 'which one counts?', async (stage) => {
    stage.repository.delegate('targets', { name: 'vendor', paths: ['*'], path_hash_prefixes: ['0'] });
    stage.repository.release('vendor', 'targets');
    await stage.refresh('metadata-invalid');
  }),
];

const BINS: readonly Story[] = [
  story('bins by prefixes', 'of the hash of the name', async (stage) => {
    const digest = sha256(new TextEncoder().encode('file.json'));
    delegate(stage, [
      ['targets', 'other', { path_hash_prefixes: [digest.startsWith('0') ? '1' : '0'] }],
      ['targets', 'right', { path_hash_prefixes: ['zz', digest.slice(0, 2)] }],
    ]);
    stage.repository.addTarget('right', 'file.json', 'content');
    release(stage);
    await stage.document('file.json', 'content');
  }),
  ...[1, 3, 8, 32].map((bits) =>
    story(`succinct bins of ${bits} bits`, 'TAP 15', async (stage) => {
      const { repository } = stage;
      const key = repository.newKey();
      const bins = { keyids: [key.keyid], threshold: 1, bit_length: bits, name_prefix: 'bin' };
      repository.targets.delegations = { keys: { [key.keyid]: key.key }, succinct_roles: bins };
      const bin = binOf(bins, await seek('extensions/a.json'));
      repository.addTargetsRole(bin);
      repository.addSigner(bin, key);
      repository.addTarget(bin, 'extensions/a.json', 'content');
      release(stage);
      await stage.document('extensions/a.json', 'content');
    }),
  ),
  ...[0, 33].map((bits) =>
    story(`succinct bins of ${bits} bits`, 'there are none', async (stage) => {
      const bins = { keyids: [], threshold: 1, bit_length: bits, name_prefix: 'bin' };
      stage.repository.targets.delegations = { keys: {}, succinct_roles: bins };
      stage.repository.release();
      await stage.refresh('metadata-invalid');
    }),
  ),
];

/** Documents: their names, their lengths, their hashes. */
const DOCUMENTS: readonly Story[] = [
  ...['../x', 'a/..', './a', '/a', 'a//b', 'a/', 'a\\b', 'a\nb', '\u007f'].map((name) =>
    story(`a target called ${JSON.stringify(name)}`, 'would leave its directory', async (stage) => {
      stage.repository.targets.targets[name] = { length: 1, hashes: { sha256: '00' } };
      // A name that our own files cannot hold is asked for all the same.
      if (name.includes('\n')) stage.repository.targets.targets = {};
      stage.repository.release();
      await stage.document(name, 'name-invalid');
    }),
  ),
  ...[
    'configurations/БухгалтерияПредприятия.json',
    '100%.json',
    'a b?c#d',
    '%2e%2e/x',
    "!'()*",
    '\u{1f600}',
  ].map((name) =>
    story(`a target called ${name}`, 'is asked for under its encoded name', async (stage) => {
      stage.repository.addTarget('targets', name, 'content');
      const { hashes, length } = stage.repository.targets.targets[name] ?? { hashes: {}, length: 0 };
      const path = name.split('/').map(encoded);
      const last = path.pop() ?? '';
      stage.extra.set(
        ['targets', ...path, `${hashes['sha256'] ?? ''}.${last}`].join('/'),
        new TextEncoder().encode('content'),
      );
      stage.repository.release();
      await stage.document(name, length === 7 ? 'content' : '');
    }),
  ),
  ...(
    [
      ['another content of the same length', 'hash-mismatch', 'CONTENT'],
      ['less', 'length-mismatch', 'conten'],
      ['more', 'too-large', 'contents'],
    ] as const
  ).map(([how, code, served]) =>
    story(`a document with ${how}`, 'than the targets say', async (stage) => {
      stage.repository.addTarget('targets', 'a.json', 'content');
      const digest = sha256(new TextEncoder().encode('content'));
      stage.extra.set(`targets/${digest}.a.json`, new TextEncoder().encode(served));
      stage.repository.release();
      await stage.document('a.json', code);
    }),
  ),
  story('a document larger than any', 'is not asked for', async (stage) => {
    stage.repository.targets.targets['a.json'] = { length: 8_388_609, hashes: { sha256: '00' } };
    stage.repository.release();
    await stage.document('a.json', 'too-large');
  }),
  story('a digest that leads elsewhere', 'it would become part of an address', async (stage) => {
    stage.repository.targets.targets['a.json'] = { length: 1, hashes: { sha256: '../../x' } };
    stage.repository.release();
    await stage.document('a.json', 'hash-mismatch');
  }),
  story('a document that is not there', 'named and missing', async (stage) => {
    stage.repository.targets.targets['a.json'] = { length: 1, hashes: { sha256: '00' } };
    stage.repository.release();
    await stage.document('a.json', 'not-found');
    await stage.document('b.json', 'target-unknown');
  }),
  story('a repository without consistent snapshots', 'is read under plain names', async (stage) => {
    stage.repository.root.consistent_snapshot = false;
    stage.repository.publish('root');
    stage.repository.addTarget('targets', 'a/b.json', 'content');
    stage.repository.release();
    await stage.document('a/b.json', 'content');
  }),
];

const encoded = (segment: string): string =>
  encodeURIComponent(segment).replace(
    /[!'()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );

/** Delegated roles and the documents behind them (TUF 5.6.7, 5.7). */
export const DELEGATION_STORIES: readonly Story[] = [
  ...ORDER.map(([name, edges]) =>
    story(`roles are asked in pre-order: ${name}`, 'and each once', async (stage) => {
      delegate(stage, edges);
      release(stage);
      await stage.document('missing', 'target-unknown');
    }),
  ),
  ...SEARCH,
  ...BINS,
  ...DOCUMENTS,
];
