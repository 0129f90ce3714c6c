import type { ContextName } from '../parser/contexts.ts';
import type { World } from '../platform/world.ts';
import { BenchLimit, type BslException } from './errors.ts';
import type { BslObject } from './object.ts';
import type { PlatformNames } from './platform-names.ts';

/**
 * Elementary operations done by modules: statements executed, operators applied (field and element access included),
 * calls made. What the platform does inside one of its own methods counts as one call.
 */
export class OperationCounter {
  statements = 0;
  operators = 0;
  calls = 0;
  readonly #limit: number;

  constructor(limit: number) {
    this.#limit = limit;
  }

  get total(): number {
    return this.statements + this.operators + this.calls;
  }

  /** Loops and calls pass here, so that no module runs for ever on the bench. */
  guard(): void {
    if (this.total > this.#limit) throw new BenchLimit(`more than ${this.#limit} elementary operations`);
  }
}

/** One running session of the simulated infobase on one side of the border. */
export interface Session {
  readonly context: ContextName;
  readonly counter: OperationCounter;
  readonly names: PlatformNames;
  readonly world: World;
  /** The error that the innermost `Исключение` handles now. */
  error: BslException | undefined;
  /** Calls of methods under way. */
  depth: number;
  /** A common module visible on this side. */
  commonModule(name: string): BslObject | undefined;
  /** The session on the other side of the border; server sessions have none. */
  readonly server: Session | undefined;
}
