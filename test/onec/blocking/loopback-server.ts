import { waitFor } from './blocking-worker.ts';
import type { SeenRequest, ServerRule } from './protocol.ts';

export type { SeenRequest, ServerRule } from './protocol.ts';

/** A server of the loopback that answers even while a module waits in a synchronous call. */
export interface LoopbackServer {
  readonly port: number;
  /** Requests so far, oldest first. */
  requests(): readonly SeenRequest[];
  /** Replaces the rules. */
  setRules(rules: readonly ServerRule[]): void;
  close(): void;
}

/** Serves the files below `root`; rules answer some paths otherwise. */
export function startServer(options: {
  readonly root?: string;
  readonly rules?: readonly ServerRule[];
}): LoopbackServer {
  const started = waitFor({ kind: 'serve', root: options.root, rules: options.rules ?? [] });
  const port = started.kind === 'port' ? started.port : 0;
  return {
    port,
    requests: () => {
      const reply = waitFor({ kind: 'requests', port });
      return reply.kind === 'seen' ? reply.requests : [];
    },
    setRules: (rules) => void waitFor({ kind: 'rules', port, rules }),
    close: () => void waitFor({ kind: 'close', port }),
  };
}
