import type { Bytes } from '../../scripts/signing/signed-file.ts';
import { SHIPPED_LIMITS } from '../../scripts/verify/limits.ts';
import { trustRoot } from '../../scripts/verify/root.ts';
import { SHIPPED_SCHEMES } from '../../scripts/verify/scheme.ts';
import type { TrustedRepository } from '../../scripts/verify/trusted-repository.ts';
import { refresh } from '../../scripts/verify/update.ts';
import type { World } from '../../scripts/verify/world.ts';

/** A client that trusts one root and remembers what it saw, as an installer does. */
export class Visitor {
  readonly #store = new Map<string, Bytes>();
  readonly #host: ReadonlyMap<string, Bytes>;
  /** Paths that were asked for since the last visit began. */
  requests: string[] = [];

  constructor(host: ReadonlyMap<string, Bytes>) {
    this.#host = host;
  }

  static async trusting(root: Bytes, host: ReadonlyMap<string, Bytes>): Promise<Visitor> {
    const visitor = new Visitor(host);
    await trustRoot(root, visitor.#world(new Date(0)));
    return visitor;
  }

  /** The full workflow of TUF. */
  async visit(now: Date): Promise<TrustedRepository> {
    this.requests = [];
    return refresh(this.#world(now));
  }

  #world(now: Date): World {
    return {
      now,
      fetch: async (path) => {
        this.requests.push(path);
        const bytes = this.#host.get(decodeURIComponent(path));
        return bytes ? { kind: 'found', bytes } : { kind: 'absent' };
      },
      store: {
        get: async (name) => this.#store.get(name),
        put: async (name, bytes) => void this.#store.set(name, bytes),
        delete: async (name) => void this.#store.delete(name),
      },
      schemes: SHIPPED_SCHEMES,
      limits: SHIPPED_LIMITS,
      expiry: 'enforce',
    };
  }
}

/** The text of a document that a test published. */
export async function textOf(repository: TrustedRepository, path: string): Promise<string> {
  const json: unknown = JSON.parse(new TextDecoder().decode(await repository.document(path)));
  return (json as { text: string }).text;
}
