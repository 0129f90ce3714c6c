import { workerData, type MessagePort } from 'node:worker_threads';
import { request } from './http-client.ts';
import { answerServer, serve } from './file-server.ts';
import type { Order, Reply } from './protocol.ts';
import { unzip } from './unzip.ts';

interface Line {
  readonly signal: Int32Array;
  readonly port: MessagePort;
}

const isLine = (given: unknown): given is Line =>
  typeof given === 'object' && given !== null && 'signal' in given;

async function obey(order: Order): Promise<Reply> {
  switch (order.kind) {
    case 'http':
      return request(order);
    case 'unzip':
      return unzip(order);
    case 'serve':
      return serve(order);
    default:
      return answerServer(order);
  }
}

if (isLine(workerData)) {
  const { signal, port } = workerData;
  port.on('message', (order: Order) => {
    obey(order)
      .catch((error: unknown): Reply => ({ kind: 'fault', message: String(error) }))
      .then((reply) => {
        port.postMessage(reply);
        Atomics.store(signal, 0, 1);
        Atomics.notify(signal, 0);
      })
      .catch(() => process.exit(1));
  });
}
