import { fastCheck } from '../verify/fast-check.ts';
import { SHIPPED_LIMITS } from '../verify/limits.ts';
import { SHIPPED_SCHEMES, type SchemeTable } from '../verify/scheme.ts';
import { memoryStore } from '../verify/memory-store.ts';
import { refresh } from '../verify/update.ts';
import { trustRoot } from '../verify/root.ts';
import type { FetchAnswer, MetadataStore, World } from '../verify/world.ts';
import { generatedTree } from './generated-tree.ts';
import { benchCatalog, benchKeys, benchSign, NOW, type BenchKeys } from './repository.ts';
import { median, row } from './stopwatch.ts';

/** What a visit took from the network and from the processor. */
interface Tally {
  requests: number;
  bytes: number;
  signatures: number;
}

const DOCUMENT = 'configurations/БухгалтерияПредприятия.json';

/** What clients pay, for repositories of several sizes. */
export async function* benchClient(sizes: readonly number[]): AsyncGenerator<string> {
  const keys = await benchKeys();
  for (const extensions of sizes) {
    const signed = await benchSign(
      benchCatalog(generatedTree({ extensions, releasesEach: 20, releasesPerRange: 20 })),
      keys,
    );
    yield* visits(`${extensions} extensions`, signed.files, keys);
  }
}

type Files = ReadonlyMap<string, Uint8Array<ArrayBuffer>>;

async function* visits(name: string, files: Files, keys: BenchKeys): AsyncGenerator<string> {
  const store = memoryStore();
  const world = await clientOf(files, keys, store);
  const fresh = await tallied(world, async (counted) => {
    await (await refresh(counted)).document(DOCUMENT);
  });
  yield tallyRow(`${name}: fresh infobase, list`, fresh);
  yield tallyRow(`${name}: update check, nothing new`, await tallied(world, fastCheck));
  const cost = await median(9, async () => refresh(await clientOf(files, keys, memoryStore())));
  yield row(`${name}: full refresh, signatures included`, cost);
}

const tallyRow = (name: string, { requests, bytes, signatures }: Tally): string =>
  `${name.padEnd(52)}${String(requests).padStart(4)} requests ${String(bytes).padStart(8)} bytes ${String(signatures).padStart(3)} signatures\n`;

async function tallied(world: World, visit: (world: World) => Promise<unknown>): Promise<Tally> {
  const tally: Tally = { requests: 0, bytes: 0, signatures: 0 };
  await visit({
    ...world,
    schemes: countedSchemes(world.schemes, tally),
    fetch: async (path, options) => {
      const answer = await world.fetch(path, options);
      tally.requests += 1;
      tally.bytes += answer.kind === 'found' ? answer.bytes.length : 0;
      return answer;
    },
  });
  return tally;
}

function countedSchemes(schemes: SchemeTable, tally: Tally): SchemeTable {
  return new Map(
    [...schemes].map(([name, read]) => [
      name,
      (text) => {
        const key = read(text);
        return (
          key && {
            ...key,
            verify: (message, signature) => {
              tally.signatures += 1;
              return key.verify(message, signature);
            },
          }
        );
      },
    ]),
  );
}

async function clientOf(files: Files, { roots }: BenchKeys, store: MetadataStore): Promise<World> {
  const world: World = {
    now: NOW,
    fetch: async (path) => answerOf(files.get(path) ?? files.get(decodeURIComponent(path))),
    store,
    schemes: SHIPPED_SCHEMES,
    limits: SHIPPED_LIMITS,
    expiry: 'enforce',
  };
  const [root] = roots;
  if (root !== undefined) await trustRoot(root, world);
  return world;
}

const answerOf = (bytes: Uint8Array<ArrayBuffer> | undefined): FetchAnswer =>
  bytes === undefined ? { kind: 'absent' } : { kind: 'found', bytes };
