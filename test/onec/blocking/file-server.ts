import { readFile } from 'node:fs/promises';
import http, { type IncomingMessage, type ServerResponse } from 'node:http';
import path from 'node:path';
import type { Reply, SeenRequest, ServeOrder, ServerOrder, ServerRule } from './protocol.ts';

interface RunningServer {
  readonly server: http.Server;
  readonly seen: SeenRequest[];
  rules: { readonly rule: ServerRule; left: number }[];
}

const running = new Map<number, RunningServer>();

const counted = (rules: readonly ServerRule[]): RunningServer['rules'] =>
  rules.map((rule) => ({ rule, left: rule.times ?? Infinity }));

/** Starts a server on a free port of the loopback. */
export function serve({ root, rules }: ServeOrder): Promise<Reply> {
  return new Promise((resolve) => {
    const server = http.createServer((request, response) => {
      // A rule that cannot be sent must not end the worker: the test sees the connection break.
      answer(request, response, root).catch(() => response.destroy());
    });
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      const port = typeof address === 'object' && address ? address.port : 0;
      running.set(port, { server, seen: [], rules: counted(rules) });
      resolve({ kind: 'port', port });
    });
  });
}

/** Tells what a server saw, changes its rules, or ends it. */
export function answerServer(order: ServerOrder): Promise<Reply> {
  const known = running.get(order.port);
  if (order.kind === 'requests') return Promise.resolve({ kind: 'seen', requests: known?.seen ?? [] });
  if (order.kind === 'rules' && known) known.rules = counted(order.rules ?? []);
  if (order.kind === 'close' && known) {
    running.delete(order.port);
    known.server.closeAllConnections();
    known.server.close();
  }
  return Promise.resolve({ kind: 'done' });
}

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  root: string | undefined,
): Promise<void> {
  const known = running.get(request.socket.localPort ?? 0);
  const url = request.url ?? '/';
  const headers = Object.entries(request.headers).map(([name, value]): [string, string] => [
    name,
    String(value),
  ]);
  known?.seen.push({ method: request.method ?? '', url, headers: Object.fromEntries(headers) });
  const wanted = decodeURIComponent(url.split('?')[0] ?? '/');
  const active = known?.rules.find(({ rule, left }) => left > 0 && rule.path === wanted);
  if (active) {
    active.left -= 1;
    await answerByRule(response, active.rule, root);
  } else {
    await answerByFile(request, response, root === undefined ? undefined : path.join(root, wanted));
  }
}

async function answerByRule(
  response: ServerResponse,
  rule: ServerRule,
  root: string | undefined,
): Promise<void> {
  if (rule.delay !== undefined) await new Promise((wake) => setTimeout(wake, rule.delay));
  const file = root === undefined ? undefined : path.join(root, rule.path);
  const body = rule.body ?? (file === undefined ? '' : await readFile(file).catch(() => ''));
  const bytes = typeof body === 'string' ? Buffer.from(body) : body;
  const headers = Object.entries(rule.headers ?? {}).map(([name, value]): [string, string | string[]] => [
    name,
    typeof value === 'string' ? value : [...value],
  ]);
  response.writeHead(rule.status ?? 200, { 'Content-Length': bytes.length, ...Object.fromEntries(headers) });
  if (rule.cutAfter === undefined) response.end(bytes);
  else response.write(bytes.subarray(0, rule.cutAfter), () => response.destroy());
}

/** A file, or a part of it: `Range: bytes=N-` or `bytes=N-M`. */
async function answerByFile(
  request: IncomingMessage,
  response: ServerResponse,
  file: string | undefined,
): Promise<void> {
  const bytes = file === undefined ? undefined : await readFile(file).catch(() => undefined);
  if (!bytes) {
    response.writeHead(404, { 'Content-Length': 0 }).end();
    return;
  }
  const range = /^bytes=(\d+)-(\d*)$/.exec(request.headers.range ?? '');
  if (!range) {
    response
      .writeHead(200, { 'Content-Length': bytes.length })
      .end(request.method === 'HEAD' ? undefined : bytes);
    return;
  }
  const from = Number(range[1]);
  if (from >= bytes.length) {
    response.writeHead(416, { 'Content-Range': `bytes */${bytes.length}`, 'Content-Length': 0 }).end();
    return;
  }
  const rest = bytes.subarray(from, range[2] ? Number(range[2]) + 1 : undefined);
  const contentRange = `bytes ${from}-${from + rest.length - 1}/${bytes.length}`;
  response.writeHead(206, { 'Content-Range': contentRange, 'Content-Length': rest.length }).end(rest);
}
