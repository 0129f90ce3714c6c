import { metadataFileName, metadataPath } from '../verify/repository-path.ts';
import { isStaleEdge } from '../verify/timestamp.ts';
import type { TrustedRepository } from '../verify/trusted-repository.ts';
import { refresh } from '../verify/update.ts';
import type { Fetcher, World } from '../verify/world.ts';

/**
 * The full workflow; and where an edge of a CDN answers with an older timestamp than the trusted one, what is trusted
 * already, with every signature and expiry checked again. An edge that lags behind is no reason to alarm anybody
 * (`formats.md`, section 3). A bundle is no edge: an older one is refused. Throws `VerificationError`.
 */
export async function refreshOrKeep(world: World): Promise<TrustedRepository> {
  try {
    return await refresh(world);
  } catch (error) {
    if (world.expiry === 'inform' || !isStaleEdge(error)) throw error;
    return refresh({ ...world, fetch: fromStore(world), store: readOnly(world.store) });
  }
}

/** Metadata of the top-level roles as it is kept; everything else as the source answers. */
function fromStore({ fetch, store }: World): Fetcher {
  return async (path, options) => {
    // The chain of roots was followed a moment ago.
    if (/^metadata\/\d+\.root\.json$/.test(path)) return { kind: 'absent' };
    const role = ['timestamp', 'snapshot', 'targets'].find((name) => isFileOf(name, path));
    const bytes = role === undefined ? undefined : await store.get(metadataFileName(role));
    return bytes === undefined ? fetch(path, options) : { kind: 'found', bytes };
  };
}

const isFileOf = (role: string, path: string): boolean =>
  path === metadataPath(role) || new RegExp(`^metadata/\\d+\\.${role}\\.json$`).test(path);

/** Nothing new was learnt, least of all that a refresh succeeded. */
const readOnly = (store: World['store']): World['store'] => ({
  get: store.get,
  put: async () => undefined,
  delete: async () => undefined,
});
