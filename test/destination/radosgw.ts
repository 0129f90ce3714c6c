import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, openSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/** An object store that listens on loopback. */
export interface ObjectStore {
  readonly endpoint: string;
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly stop: () => Promise<void>;
}

const PROGRAMS = ['ceph', 'ceph-authtool', 'ceph-mon', 'ceph-osd', 'monmaptool', 'radosgw', 'radosgw-admin'];

/** What is missing for Ceph's object gateway; empty where it can run (Debian: ceph-mon ceph-osd ceph-common radosgw). */
export function missingForRadosgw(): readonly string[] {
  const places = (process.env['PATH'] ?? '').split(path.delimiter);
  return PROGRAMS.filter((program) => !places.some((place) => existsSync(path.join(place, program))));
}

const KEY = { accessKeyId: 'VYPUSKTESTKEY', secretAccessKey: 'a/secret+of=the tests' };

/**
 * Ceph's gateway over one monitor and one store in memory: a real implementation of S3, with real signatures and
 * conditions. It needs no root and ten seconds to start.
 */
export async function startRadosgw(): Promise<ObjectStore> {
  const folder = mkdtempSync(path.join(tmpdir(), 'vypusk-ceph-'));
  const running: ChildProcess[] = [];
  const stop = async (): Promise<void> => {
    const ended = running.filter(({ exitCode }) => exitCode === null).map((program) => once(program, 'exit'));
    for (const program of running) program.kill('SIGKILL');
    await Promise.all(ended);
    rmSync(folder, { recursive: true, force: true });
  };
  const start = (program: string, args: readonly string[]): void => {
    const log = openSync(path.join(folder, `${program}.log`), 'a');
    running.push(
      spawn(program, ['-f', ...args, '-c', 'ceph.conf'], { cwd: folder, stdio: ['ignore', log, log] }),
    );
  };
  try {
    return { ...(await bringUp(folder, start)), ...KEY, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function bringUp(
  folder: string,
  start: (program: string, args: readonly string[]) => void,
): Promise<{ endpoint: string }> {
  const run = (program: string, args: readonly string[], input = ''): string =>
    execFileSync(program, args, {
      cwd: folder,
      input,
      encoding: 'utf8',
      timeout: 60_000,
      stdio: ['pipe', 'pipe', 'pipe'],
    });
  const [monitor, gateway] = [await freePort(), await freePort()];
  const [cluster, store] = [crypto.randomUUID(), crypto.randomUUID()];
  for (const name of ['mon', 'osd', 'run']) mkdirSync(path.join(folder, name));
  writeFileSync(path.join(folder, 'ceph.conf'), configuration(folder, { cluster, monitor, gateway }));
  for (const [at, [name, caps]] of KEYS.entries()) {
    run('ceph-authtool', ['keyring', ...(at === 0 ? ['-C'] : []), '--gen-key', '-n', name, ...caps]);
  }
  run('monmaptool', ['--create', '--addv', 'a', `[v1:127.0.0.1:${monitor}]`, '--fsid', cluster, 'monmap']);
  run('ceph-mon', ['--mkfs', '-i', 'a', '--monmap', 'monmap', '--keyring', 'keyring', '-c', 'ceph.conf']);
  start('ceph-mon', ['-i', 'a']);
  const secret = run('ceph-authtool', ['keyring', '-n', 'osd.0', '-p']).trim();
  const told = JSON.stringify({ cephx_secret: secret });
  run('ceph', ['-c', 'ceph.conf', '--connect-timeout', '40', 'osd', 'new', store, '-i', '-'], told);
  run('ceph-osd', ['-i', '0', '--mkfs', '--osd-uuid', store, '-c', 'ceph.conf', '--no-mon-config']);
  start('ceph-osd', ['-i', '0']);
  start('radosgw', ['-n', 'client.rgw.a']);
  const endpoint = `http://127.0.0.1:${gateway}`;
  await untilAnswers(endpoint);
  const user = [
    '--uid=test',
    '--display-name=test',
    `--access-key=${KEY.accessKeyId}`,
    `--secret-key=${KEY.secretAccessKey}`,
  ];
  run('radosgw-admin', ['-c', 'ceph.conf', 'user', 'create', ...user]);
  return { endpoint };
}

const KEYS: readonly (readonly [name: string, caps: readonly string[]])[] = [
  ['mon.', ['--cap', 'mon', 'allow *']],
  ['client.admin', ['--cap', 'mon', 'allow *', '--cap', 'osd', 'allow *', '--cap', 'mgr', 'allow *']],
  [
    'osd.0',
    ['--cap', 'mon', 'allow profile osd', '--cap', 'mgr', 'allow profile osd', '--cap', 'osd', 'allow *'],
  ],
  ['client.rgw.a', ['--cap', 'mon', 'allow rw', '--cap', 'osd', 'allow rwx']],
];

const configuration = (
  folder: string,
  { cluster, monitor, gateway }: { cluster: string; monitor: number; gateway: number },
): string => `[global]
fsid = ${cluster}
mon host = v1:127.0.0.1:${monitor}
public network = 127.0.0.0/8
keyring = ${folder}/keyring
run dir = ${folder}/run
admin socket =
pid file =
log file =
mon data = ${folder}/mon
osd data = ${folder}/osd
ms bind msgr2 = false
osd objectstore = memstore
memstore device bytes = 1073741824
osd pool default size = 1
osd pool default min size = 1
osd pool default pg num = 8
osd crush chooseleaf type = 0
mon allow pool size one = true
mon data avail crit = 0
mon data avail warn = 0
[client.rgw.a]
rgw frontends = beast endpoint=127.0.0.1:${gateway}
rgw thread pool size = 32
`;

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  return typeof address === 'object' && address !== null ? address.port : 0;
}

async function untilAnswers(address: string): Promise<void> {
  for (let attempt = 0; attempt < 600; attempt++) {
    const answer = await fetch(address).catch(() => undefined);
    await answer?.body?.cancel();
    if (answer !== undefined) return;
    await sleep(100);
  }
  throw new Error('the gateway does not answer');
}
