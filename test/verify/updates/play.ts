import { refreshOrKeep } from '../../../scripts/client/refresh-or-keep.ts';
import { VerificationError } from '../../../scripts/verify/error.ts';
import { fastCheck, type FastCheck, type TimestampView } from '../../../scripts/verify/fast-check.ts';
import { SHIPPED_LIMITS } from '../../../scripts/verify/limits.ts';
import { SHIPPED_SCHEMES, type SchemeTable } from '../../../scripts/verify/scheme.ts';
import { refresh } from '../../../scripts/verify/update.ts';
import type { FetchAnswer, World } from '../../../scripts/verify/world.ts';
import type { MemoryStore } from '../fixtures/memory-store.ts';
import { sha256 } from '../fixtures/test-key.ts';
import { argsOf, idOf, type VectorResult, type VectorStep } from './vector.ts';

/** A step before it was taken. */
export type StepPlan = Omit<VectorStep, 'result' | 'requests' | 'stored'>;

/** Files of the vectors by their id. */
export type FileTable = ReadonlyMap<string, Uint8Array<ArrayBuffer>>;

const known = new Map<string, boolean>();

/** The shipped table, which checks the same signature of the same message once: many stories begin alike. */
const REMEMBERING: SchemeTable = new Map(
  [...SHIPPED_SCHEMES].map(([kind, read]) => [
    kind,
    (publicText) => {
      const key = read(publicText);
      if (key === undefined) return undefined;
      const verify: typeof key.verify = (message, signature) => {
        const id = [key.fingerprint, sha256(message), sha256(signature)].join(' ');
        const verdict = known.get(id) ?? key.verify(message, signature);
        known.set(id, verdict);
        return verdict;
      };
      return { ...key, verify };
    },
  ]),
);

/** Takes a step with the TypeScript client and tells what happened. */
export async function playStep(plan: StepPlan, files: FileTable, store: MemoryStore): Promise<VectorStep> {
  for (const [name, id] of Object.entries(plan.damage ?? {})) {
    if (id === null) store.files.delete(name);
    else store.files.set(name, fileOf(files, id));
  }
  const requests: string[] = [];
  const world: World = {
    now: new Date(plan.now),
    store,
    schemes: REMEMBERING,
    limits: SHIPPED_LIMITS,
    expiry: plan.expiry,
    fetch: async (path, { ifNoneMatch }) => {
      requests.push(path);
      return answerTo(path, { plan, files, ifNoneMatch });
    },
  };
  const result = await resultOf(plan, world);
  const stored = [...store.files].map(([name, bytes]) => [name, idOf(bytes)] as const);
  return {
    ...plan,
    result,
    requests,
    stored: Object.fromEntries(stored.sort(([a], [b]) => (a < b ? -1 : 1))),
  };
}

function fileOf(files: FileTable, id: string): Uint8Array<ArrayBuffer> {
  const bytes = files.get(id);
  if (bytes === undefined) throw new Error(`the vectors hold no file ${id}`);
  return bytes;
}

interface Asked {
  readonly plan: StepPlan;
  readonly files: FileTable;
  readonly ifNoneMatch: string | undefined;
}

function answerTo(path: string, { plan, files, ifNoneMatch }: Asked): FetchAnswer {
  const failure = plan.files[`!${path}`];
  if (failure !== undefined) throw new VerificationError('fetch-failed', { name: path, reason: failure });
  const id = plan.files[path];
  if (id === undefined) return { kind: 'absent' };
  const bytes = fileOf(files, id);
  if (plan.etags !== true) return { kind: 'found', bytes };
  const etag = `"${sha256(bytes)}"`;
  return etag === ifNoneMatch ? { kind: 'not-modified' } : { kind: 'found', bytes, etag };
}

async function resultOf(plan: StepPlan, world: World): Promise<VectorResult> {
  try {
    if (plan.action === 'fast-check') return describe(await fastCheck(world));
    const repository = await (plan.action === 'refresh-or-keep' ? refreshOrKeep(world) : refresh(world));
    if (plan.name === undefined) return { accepted: true, expired: repository.expired };
    return { document: new TextDecoder().decode(await repository.document(plan.name)) };
  } catch (error) {
    if (!(error instanceof VerificationError)) throw error;
    return { refused: error.code, ...argsOf(error.code, error.args) };
  }
}

function describe(check: FastCheck): VectorResult {
  switch (check.kind) {
    case 'refresh-needed':
      return { check: check.kind, reason: check.reason };
    case 'clock-behind':
      return { check: check.kind, signed: check.signed };
    case 'unreachable':
      return { check: check.kind, code: check.cause.code, ...viewOf(check.timestamp) };
    case 'expired':
      return { check: check.kind, ...viewOf(check.timestamp) };
    case 'current':
      return { check: check.kind, source: check.source, ...viewOf(check.timestamp) };
  }
}

function viewOf({ version, expires, issued, hints }: TimestampView) {
  const described =
    hints &&
    [...hints].map(([id, { latest, ...rest }]) => [id, { latest: Object.fromEntries(latest), ...rest }]);
  return {
    version,
    expires,
    ...(issued === undefined ? {} : { issued }),
    ...(described === undefined ? {} : { hints: Object.fromEntries(described) as Record<string, never> }),
  };
}
