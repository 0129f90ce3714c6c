import { describe, expect, test } from 'vitest';
import { binOf, seek } from '../../scripts/verify/path-pattern.ts';
import { clientOf, codeOf } from './fixtures/client.ts';
import { SignedRepository, type DraftDelegation } from './fixtures/signed-repository.ts';
import { sha256 } from './fixtures/test-key.ts';

/** Who delegates to whom; `*` unless said otherwise. */
type Edge = readonly [delegator: string, name: string, extra?: Partial<DraftDelegation>];

function withDelegations(edges: readonly Edge[]): SignedRepository {
  const repository = new SignedRepository();
  for (const [, name] of edges) if (!repository.delegated.has(name)) repository.addTargetsRole(name);
  for (const [delegator, name, extra] of edges) {
    repository.delegate(delegator, {
      name,
      ...(extra?.path_hash_prefixes ? {} : { paths: ['*'] }),
      ...extra,
    });
  }
  return repository;
}

const release = (repository: SignedRepository): SignedRepository => {
  repository.release(...repository.delegated.keys());
  return repository;
};

/** Delegated roles that were asked for, in order. */
const visited = (repository: SignedRepository): readonly string[] =>
  repository.requests
    .slice(4)
    .filter((request) => !request.startsWith('targets/'))
    .map((request) => request.replace(/ 1$/, ''));

const python = { paths: ['*.py'] };
const terminating = { terminating: true };

describe('roles are asked in pre-order, and each once', () => {
  test.each<[string, Edge[], string[]]>([
    ['one', [['targets', 'A']], ['A']],
    [
      'two beside each other',
      [
        ['targets', 'A'],
        ['targets', 'B'],
      ],
      ['A', 'B'],
    ],
    [
      'two levels',
      [
        ['targets', 'A'],
        ['targets', 'B'],
        ['B', 'C'],
      ],
      ['A', 'B', 'C'],
    ],
    [
      'deeper before further',
      [
        ['targets', 'A'],
        ['targets', 'B'],
        ['A', 'C'],
        ['A', 'D'],
      ],
      ['A', 'C', 'D', 'B'],
    ],
    [
      'three levels',
      [
        ['targets', 'A'],
        ['targets', 'B'],
        ['A', 'C'],
        ['C', 'D'],
      ],
      ['A', 'C', 'D', 'B'],
    ],
    [
      'terminating: its descendants and nobody else',
      [
        ['targets', 'A'],
        ['targets', 'B'],
        ['A', 'C', terminating],
        ['A', 'D'],
      ],
      ['A', 'C'],
    ],
    [
      'terminating on the third level',
      [
        ['targets', 'A'],
        ['targets', 'B'],
        ['A', 'C', terminating],
        ['C', 'D'],
      ],
      ['A', 'C', 'D'],
    ],
    [
      'terminating and not trusted with the name: stops nothing',
      [
        ['targets', 'A', { ...python, ...terminating }],
        ['targets', 'B'],
      ],
      ['B'],
    ],
    [
      'not trusted with the name',
      [
        ['targets', 'A', python],
        ['targets', 'B'],
        ['A', 'C'],
      ],
      ['B'],
    ],
    [
      'not trusted on the second level',
      [
        ['targets', 'A'],
        ['targets', 'B'],
        ['A', 'C', python],
        ['C', 'D'],
      ],
      ['A', 'B'],
    ],
    [
      'a cycle',
      [
        ['targets', 'A'],
        ['targets', 'B'],
        ['B', 'C'],
        ['C', 'D'],
        ['D', 'B'],
      ],
      ['A', 'B', 'C', 'D'],
    ],
    [
      'a role that delegates to itself',
      [
        ['targets', 'A'],
        ['A', 'A'],
      ],
      ['A'],
    ],
    [
      'a role without paths is trusted with nothing',
      [
        ['targets', 'A', { paths: [] }],
        ['targets', 'B'],
      ],
      ['B'],
    ],
  ])('%s', async (_, edges, order) => {
    const repository = release(withDelegations(edges));
    expect(await clientOf(repository).download('missing')).toBe('target-unknown');
    expect(visited(repository)).toEqual(order);
  });

  test('not more roles than the limit', async () => {
    const edges = Array.from({ length: 30 }, (_, at): Edge => [
      at === 0 ? 'targets' : `r${at - 1}`,
      `r${at}`,
    ]);
    const repository = release(withDelegations(edges));
    expect(await clientOf(repository).download('missing')).toBe('target-unknown');
    expect(visited(repository)).toHaveLength(16);
  });
});

describe('a search', () => {
  const tree = (): SignedRepository => {
    const repository = withDelegations([
      ['targets', 'A', { paths: ['*.doc', '*.md'] }],
      ['targets', 'B', { paths: ['releases/*/*'] }],
      ['B', 'C', { paths: ['releases/x/*'] }],
      ['B', 'D', { paths: ['releases/y/*.zip'] }],
    ]);
    repository.addTarget('targets', 'targetfile', 'by targets');
    repository.addTarget('A', 'README.md', 'by A');
    repository.addTarget('C', 'releases/x/x_v1', 'by C');
    repository.addTarget('D', 'releases/y/y_v1.zip', 'by D');
    repository.addTarget('D', 'releases/z/z_v1.zip', 'not D’s to say');
    return release(repository);
  };

  test.each([
    ['releases/z/z_v1.zip', 'target-unknown', ['B'], 'a role says more than it is trusted with'],
    ['targetfile', 'by targets', [], 'no delegation'],
    ['README.md', 'by A', ['A'], 'a wildcard'],
    ['releases/x/x_v1', 'by C', ['B', 'C'], 'through two roles'],
    ['releases/y/y_v1.zip', 'by D', ['B', 'D'], 'the second of two'],
  ])('for %s gives %j through %j — %s', async (name, answer, roles) => {
    const repository = tree();
    expect(await clientOf(repository).download(name)).toBe(answer);
    expect(visited(repository)).toEqual(roles);
  });

  test('ends with the refusal of a role on the way, although a later one knows the target', async () => {
    const repository = withDelegations([
      ['targets', 'A'],
      ['targets', 'B'],
    ]);
    repository.addTarget('B', 'file', 'by B');
    repository.signers.set('A', []);
    expect(await clientOf(release(repository)).download('file')).toBe('threshold-not-met');
  });

  test('ends when the snapshot does not list a role', async () => {
    const repository = withDelegations([['targets', 'A']]);
    repository.publish('targets', 'snapshot', 'timestamp');
    expect(await clientOf(repository).download('file')).toBe('role-not-listed');
  });

  test('believes the first that speaks', async () => {
    const repository = withDelegations([
      ['targets', 'A'],
      ['targets', 'B'],
    ]);
    repository.addTarget('B', 'file', 'by B');
    repository.addTarget('A', 'file', 'by A');
    expect(await clientOf(release(repository)).download('file')).toBe('by A');
  });
});

describe('a role that two roles delegate to (diamond)', () => {
  const diamond = (): SignedRepository => {
    const repository = withDelegations([
      ['targets', 'A', { paths: ['path-a'] }],
      ['targets', 'B', { paths: ['path-b'] }],
      ['A', 'C', { paths: ['path-a'] }],
      ['B', 'C', { paths: ['path-b'] }],
    ]);
    repository.addTarget('C', 'path-a', 'a');
    repository.addTarget('C', 'path-b', 'b');
    return repository;
  };

  test.each([
    [0, 'accepted', 'threshold-not-met'],
    [1, 'threshold-not-met', 'accepted'],
  ] as const)('signed for delegator %i alone: path-a %s, path-b %s, in one session', async (signer, a, b) => {
    const repository = diamond();
    repository.signers.set('C', (repository.signers.get('C') ?? []).slice(signer, signer + 1));
    const client = clientOf(release(repository));
    for (const order of [
      ['path-a', 'path-b'],
      ['path-b', 'path-a'],
    ]) {
      const session = await client.refresh();
      for (const name of order) {
        expect(await codeOf(() => session.document(name))).toBe(name === 'path-a' ? a : b);
      }
    }
  });

  test('signed for both is good for both', async () => {
    const client = clientOf(release(diamond()));
    expect(await client.download('path-a')).toBe('a');
    expect(await client.download('path-b')).toBe('b');
  });
});

describe('bins', () => {
  test('by prefixes of the hash of the name', async () => {
    const digest = sha256(new TextEncoder().encode('file.json'));
    const repository = withDelegations([
      ['targets', 'other', { path_hash_prefixes: [digest.startsWith('0') ? '1' : '0'] }],
      ['targets', 'right', { path_hash_prefixes: ['zz', digest.slice(0, 2)] }],
    ]);
    repository.addTarget('right', 'file.json', 'content');
    expect(await clientOf(release(repository)).download('file.json')).toBe('content');
    expect(visited(repository)).toEqual(['right']);
  });

  test.each([1, 3, 8])('succinct with %i bits (TAP 15)', async (bits) => {
    const repository = new SignedRepository();
    const key = repository.newKey();
    const bins = { keyids: [key.keyid], threshold: 1, bit_length: bits, name_prefix: 'bin' };
    repository.targets.delegations = { keys: { [key.keyid]: key.key }, succinct_roles: bins };
    const bin = binOf(bins, await seek('extensions/a.json'));
    repository.addTargetsRole(bin);
    repository.addSigner(bin, key);
    repository.addTarget(bin, 'extensions/a.json', 'content');
    const client = clientOf(release(repository));
    expect(await client.download('extensions/a.json')).toBe('content');
    expect(visited(repository)).toEqual([bin]);
  });
});

test('names of bins may not be too long for the name of a file', async () => {
  const repository = new SignedRepository();
  repository.delegate('targets', { name: 'vendor', paths: ['*'] });
  const { keys } = repository.targets.delegations ?? {};
  const succinct = {
    keyids: Object.keys(keys ?? {}),
    threshold: 1,
    bit_length: 4,
    name_prefix: 'x'.repeat(300),
  };
  Object.assign(repository.targets, { delegations: { keys, succinct_roles: succinct } });
  expect(await clientOf(release(repository)).outcome()).toBe('metadata-invalid');
});

test.each([
  ['root', 'its file would be stored over the real one'],
  ['Timestamp', 'so it would be where files of any case are the same'],
  ['я'.repeat(40), 'too long for the name of a file once it is percent-encoded'],
  ['timestamp', 'its file would be stored over the real one'],
  ['targets', 'its file would be stored over the real one'],
  ['', 'no name'],
])('a delegated role may not be called %j — %s', async (name) => {
  const repository = new SignedRepository();
  repository.delegate('targets', { name: 'vendor', paths: ['*'] });
  const role = repository.targets.delegations?.roles?.[0];
  Object.assign(role ?? {}, { name });
  repository.release();
  expect(await clientOf(repository).outcome()).toBe('metadata-invalid');
});
