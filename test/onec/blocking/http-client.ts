import http from 'node:http';
import type { HttpOrder, HttpReply } from './protocol.ts';

/** Header names as they came, in order, duplicates joined with a comma (platform-1c.md 3). */
function joinedHeaders(raw: readonly string[]): [string, string][] {
  const joined = new Map<string, [string, string]>();
  for (let index = 0; index < raw.length; index += 2) {
    const name = raw[index] ?? '';
    const value = raw[index + 1] ?? '';
    const before = joined.get(name.toLowerCase());
    joined.set(name.toLowerCase(), before ? [before[0], `${before[1]},${value}`] : [name, value]);
  }
  return [...joined.values()];
}

/** One request, nothing followed, nothing decoded. */
export function request(order: HttpOrder): Promise<HttpReply> {
  return new Promise((resolve) => {
    const { host, port, method, path, headers } = order;
    const sent = http.request({
      host,
      port,
      method,
      path,
      headers: { ...headers },
      agent: false,
      setHost: false,
    });
    const timer = setTimeout(() => {
      resolve({ kind: 'timeout' });
      sent.destroy();
    }, order.timeout);
    const end = (reply: HttpReply): void => {
      clearTimeout(timer);
      resolve(reply);
    };
    sent.on('error', (error) => end({ kind: 'refused', message: error.message }));
    sent.on('response', (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      const endAs = (kind: 'answer' | 'cut'): void =>
        end({
          kind,
          status: response.statusCode ?? 0,
          headers: joinedHeaders(response.rawHeaders),
          body: Uint8Array.from(Buffer.concat(chunks)),
        });
      response.on('error', () => endAs('cut'));
      response.on('end', () => endAs('answer'));
    });
    sent.end(order.body);
  });
}
