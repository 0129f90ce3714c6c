import { execFile } from 'node:child_process';
import { generateKeyPairSync, sign, constants, type KeyObject } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { initializeTUFRepo, tufHandlers } from '@tufjs/repo-mock';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { loopback, type Loopback } from '../verify/fixtures/loopback.ts';
import { daysLater, SignedRepository } from '../verify/fixtures/signed-repository.ts';
import type { TestKey } from '../verify/fixtures/test-key.ts';
import { readOptions } from './client-options.ts';
import { CONFORMANCE_SCHEMES } from './foreign-schemes.ts';

const CLIENT = path.resolve(import.meta.dirname, 'client');

let folder = '';
let server: Loopback | undefined;
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'conformance-'));
});
afterEach(async () => {
  await server?.close();
  server = undefined;
  await rm(folder, { recursive: true, force: true });
});

/** Runs the client as a test suite does; gives its exit status. */
const run = (...args: string[]): Promise<number> =>
  new Promise((resolve) => {
    execFile(CLIENT, args, (error) => resolve(error === null ? 0 : Number(error.code)));
  });

const inFolder = (name: string): string => path.join(folder, name);

async function init(root: Uint8Array): Promise<number> {
  await writeFile(inFolder('initial-root.json'), root);
  return run('--metadata-dir', inFolder('metadata'), 'init', inFolder('initial-root.json'));
}

const refresh = (url: URL): Promise<number> =>
  run('--metadata-url', new URL('metadata', url).href, '--metadata-dir', inFolder('metadata'), 'refresh');

const download = (url: URL, ...names: string[]): Promise<number> =>
  run(
    ...['--metadata-dir', inFolder('metadata'), '--metadata-url', new URL('metadata/', url).href],
    ...names.flatMap((name) => ['--target-name', name]),
    ...['--target-dir', inFolder('targets'), '--target-base-url', new URL('targets/', url).href, 'download'],
  );

/** Texts of what was downloaded, by file name. */
async function downloaded(): Promise<readonly string[]> {
  const names = await readdir(inFolder('targets')).catch(() => []);
  return Promise.all(names.sort().map((name) => readFile(path.join(folder, 'targets', name), 'utf8')));
}

const trusted = async (): Promise<readonly string[]> =>
  (await readdir(inFolder('metadata'))).filter((name) => name.endsWith('.json')).sort();

async function serve(repository: SignedRepository): Promise<URL> {
  server = await loopback((request, response) => {
    const answer = repository.serve((request.url ?? '').slice(1));
    if (answer.kind === 'found') response.end(answer.bytes);
    else response.writeHead(404).end('<html>not found</html>');
  });
  return server.url;
}

/** The process has the real clock, so what it reads must last. */
function lasting(repository: SignedRepository): SignedRepository {
  const drafts = [
    repository.root,
    repository.timestamp,
    repository.snapshot,
    ...repository.delegated.values(),
  ];
  for (const draft of drafts) draft.expires = daysLater(20_000);
  repository.publish('root');
  repository.release(...repository.delegated.keys());
  return repository;
}

describe('a client that a test suite drives', () => {
  test('keeps unversioned metadata as it was received, and nothing else that looks like it', async () => {
    const repository = lasting(new SignedRepository());
    const url = await serve(repository);
    expect(await init(repository.firstRoot)).toBe(0);
    expect(await trusted()).toEqual(['root.json']);
    expect(repository.requests).toEqual([]);
    expect(await refresh(url)).toBe(0);
    expect(await trusted()).toEqual(['root.json', 'snapshot.json', 'targets.json', 'timestamp.json']);
    for (const role of ['root', 'snapshot', 'targets', 'timestamp']) {
      const file = await readFile(path.join(folder, 'metadata', `${role}.json`));
      expect(new Uint8Array(file)).toEqual(repository.latest(role));
    }
    expect(repository.requests).toEqual(['root 2', 'root 3', 'timestamp', 'snapshot 2', 'targets 2']);
  });

  test('exits 1 for a root that vouches for nothing, and asks for nothing', async () => {
    const repository = lasting(new SignedRepository());
    const url = await serve(repository);
    const root = new TextDecoder().decode(repository.firstRoot).replace('"version": 1', '"x": 1');
    await init(new TextEncoder().encode(root));
    expect(await refresh(url)).toBe(1);
    expect(repository.requests).toEqual([]);
  });

  test('exits 1 for a rollback', async () => {
    const repository = lasting(new SignedRepository());
    const url = await serve(repository);
    await init(repository.firstRoot);
    expect(await refresh(url)).toBe(0);
    repository.serveAs('timestamp', 9, repository.file('timestamp', 1));
    expect(await refresh(url)).toBe(1);
  });

  test('downloads targets with any name, once', async () => {
    const repository = new SignedRepository();
    const names = ['plain.txt', 'path/to/a/file.txt', '-dash', 'Имя 100%.json'];
    for (const name of names) repository.addTarget('targets', name, `content of ${name}`);
    const url = await serve(lasting(repository));
    await init(repository.firstRoot);
    expect(await download(url, ...names)).toBe(0);
    expect(await downloaded()).toHaveLength(4);
    const before = repository.requests.length;
    expect(await download(url, 'plain.txt')).toBe(0);
    expect(repository.requests.slice(before)).toEqual(['root 3', 'timestamp']);
  });

  test('stops at the first target that fails', async () => {
    const repository = new SignedRepository();
    repository.addTarget('targets', 'a', 'first');
    repository.addTarget('targets', 'b', 'second');
    const url = await serve(lasting(repository));
    await init(repository.firstRoot);
    expect(await download(url, 'a', '../b', 'b')).toBe(1);
    expect(await downloaded()).toEqual(['first']);
  });

  test('does not keep a target that was replaced on the server', async () => {
    const repository = new SignedRepository();
    repository.addTarget('targets', 'a', 'honest');
    const url = await serve(lasting(repository));
    for (const file of repository.files.keys())
      repository.files.set(file, new TextEncoder().encode('wicked'));
    await init(repository.firstRoot);
    expect(await download(url, 'a')).toBe(1);
    expect(await downloaded()).toEqual([]);
  });

  test('checks a role again for its second delegator, in one run', async () => {
    const repository = new SignedRepository();
    repository.delegate('targets', { name: 'A', paths: ['path-a'] });
    repository.delegate('targets', { name: 'B', paths: ['path-b'] });
    repository.delegate('A', { name: 'C', paths: ['path-a'] });
    const signers = repository.signers.get('C') ?? [];
    repository.delegate('B', { name: 'C', paths: ['path-b'] });
    repository.signers.set('C', signers);
    repository.addTarget('C', 'path-a', 'a');
    repository.addTarget('C', 'path-b', 'b');
    const url = await serve(lasting(repository));
    await init(repository.firstRoot);
    expect(await download(url, 'path-a', 'path-b')).toBe(1);
    expect(await downloaded()).toEqual(['a']);
  });
});

describe('a repository of others', () => {
  test('as @tufjs/repo-mock builds it', async () => {
    const mock = initializeTUFRepo([{ name: 'target', content: 'content' }]);
    const handlers = new Map(tufHandlers(mock, {}).map(({ path: at, fn }) => [at, fn]));
    server = await loopback((request, response) => {
      const { statusCode, response: body } = handlers.get(request.url ?? '')?.() ?? {
        statusCode: 404,
        response: '',
      };
      response.writeHead(statusCode).end(body);
    });
    expect(await init(Buffer.from(JSON.stringify(mock.rootMeta.toJSON())))).toBe(0);
    expect(await refresh(server.url)).toBe(0);
    expect(await download(server.url, 'target')).toBe(0);
    expect(await downloaded()).toEqual(['content']);
  });

  test.each([
    ['rsa', 'rsassa-pss-sha256'],
    ['rsa', 'rsa-pkcs1v15-sha256'],
    ['ecdsa', 'ecdsa-sha2-nistp256'],
    ['ecdsa-sha2-nistp256', 'ecdsa-sha2-nistp256'],
  ])('signed with %s/%s', async (keytype, scheme) => {
    const repository = new SignedRepository();
    const firstRoot = signWith(repository, foreignKey(keytype, scheme));
    const url = await serve(repository);
    expect(await init(firstRoot)).toBe(0);
    expect(await refresh(url)).toBe(0);
  });
});

describe('keys of others that mean nothing', () => {
  const pem = (key: KeyObject): string => key.export({ format: 'pem', type: 'spki' }).toString();
  const rsa = (bits: number): string => pem(generateKeyPairSync('rsa', { modulusLength: bits }).publicKey);
  const ec = (curve: string): string => pem(generateKeyPairSync('ec', { namedCurve: curve }).publicKey);

  test.each([
    ['rsa/rsassa-pss-sha256', rsa(1024), 'RSA that is too short'],
    ['rsa/rsassa-pss-sha256', ec('prime256v1'), 'a curve in the place of RSA'],
    ['ecdsa/ecdsa-sha2-nistp256', ec('secp384r1'), 'another curve'],
    ['ecdsa/ecdsa-sha2-nistp256', rsa(2048), 'RSA in the place of a curve'],
    ['ecdsa/ecdsa-sha2-nistp256', `04${'00'.repeat(64)}`, 'a point that is not on the curve'],
    ['ecdsa/ecdsa-sha2-nistp256', 'nonsense', 'nonsense'],
    ['rsa/rsassa-pss-sha256', '', 'nothing'],
  ])('%s: %# — %s', (name, publicText) => {
    expect(CONFORMANCE_SCHEMES.get(name)?.(publicText)).toBeUndefined();
  });

  test('a point in hex is the same key as in PEM', () => {
    const { publicKey } = generateKeyPairSync('ec', { namedCurve: 'prime256v1' });
    const point = publicKey.export({ format: 'der', type: 'spki' }).subarray(-65).toString('hex');
    const read = CONFORMANCE_SCHEMES.get('ecdsa/ecdsa-sha2-nistp256');
    expect(read?.(point)?.fingerprint).toBe(read?.(pem(publicKey))?.fingerprint);
  });
});

describe('options', () => {
  test.each([
    [[], 'nothing'],
    [['--metadata-dir', 'd'], 'no command'],
    [['upgrade'], 'an unknown command'],
  ])('%j are refused — %s', (args) => expect(() => readOptions(args)).toThrow('no command'));

  test('stand before the command, may repeat and may hold dashes', () => {
    const options = readOptions([
      '--target-name',
      '--a',
      '--metadata-dir',
      'd',
      '--target-name',
      'b',
      'init',
      'root',
    ]);
    expect(options).toMatchObject({ command: 'init', operands: ['root'] });
    expect(options.all('target-name')).toEqual(['--a', 'b']);
    expect(options.one('metadata-dir')).toBe('d');
    expect(() => options.one('metadata-url')).toThrow('--metadata-url is needed');
  });
});

/** Gives all roles one key and publishes them; returns the root. */
function signWith(repository: SignedRepository, key: TestKey): Uint8Array {
  repository.published.clear();
  for (const role of ['root', 'timestamp', 'snapshot', 'targets'] as const) repository.setKeys(role, [key]);
  for (const draft of [repository.root, repository.timestamp, repository.snapshot, repository.targets]) {
    draft.expires = daysLater(20_000);
  }
  repository.publish('root', 'targets', 'snapshot', 'timestamp');
  return repository.firstRoot;
}

function foreignKey(keytype: string, scheme: string): TestKey {
  const isRsa = keytype === 'rsa';
  const { privateKey, publicKey } = isRsa
    ? generateKeyPairSync('rsa', { modulusLength: 2048 })
    : generateKeyPairSync('ec', { namedCurve: 'prime256v1' });
  const padding = scheme.includes('pss') ? { padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: 32 } : {};
  const keyid = `${keytype} of a test`;
  return {
    keyid,
    key: {
      keytype,
      scheme,
      keyval: { public: publicKey.export({ format: 'pem', type: 'spki' }).toString() },
    },
    sign: (message) => ({
      keyid,
      sig: sign('sha256', message, { key: privateKey, ...padding }).toString('hex'),
    }),
  };
}
