import { MessageChannel, receiveMessageOnPort, Worker } from 'node:worker_threads';
import type { Order, Reply } from './protocol.ts';

/** Time after which the bench takes its worker for dead. */
const PATIENCE = 20_000;

interface Line {
  readonly ask: (order: Order) => Reply;
}

let line: Line | undefined;

function isReply(message: unknown): message is Reply {
  return typeof message === 'object' && message !== null && 'kind' in message;
}

/** The worker lives as long as the tests; it does not keep them alive. */
function openLine(): Line {
  const signal = new Int32Array(new SharedArrayBuffer(4));
  const { port1, port2 } = new MessageChannel();
  const worker = new Worker(new URL('./worker.ts', import.meta.url), {
    workerData: { signal, port: port2 },
    transferList: [port2],
    execArgv: ['--disable-warning=ExperimentalWarning'],
  });
  worker.unref();
  port1.unref();
  const ask = (order: Order): Reply => {
    Atomics.store(signal, 0, 0);
    port1.postMessage(order);
    if (Atomics.wait(signal, 0, 0, PATIENCE) === 'timed-out')
      throw new Error('the worker of the bench is silent');
    const message: unknown = receiveMessageOnPort(port1)?.message;
    if (!isReply(message)) throw new Error('the worker of the bench said nothing');
    return message;
  };
  return { ask };
}

/**
 * Does something asynchronous while the calling thread waits: the calls of the 1C language are synchronous, real HTTP
 * and real decryption are not. Servers live in the same worker, so that a waiting test still gets its answers.
 */
export function waitFor(order: Order): Reply {
  line ??= openLine();
  const reply = line.ask(order);
  if (reply.kind === 'fault') throw new Error(`the worker of the bench failed: ${reply.message}`);
  return reply;
}
