import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Bytes } from '../../scripts/signing/signed-file.ts';

/** A static host on the loopback interface. */
export interface Loopback {
  /** Address that ends with `/`. */
  readonly url: string;
  readonly close: () => Promise<void>;
}

/** Serves files by path over real HTTP, as any static host would. */
export async function serve(files: ReadonlyMap<string, Bytes>): Promise<Loopback> {
  const server = createServer((request, response) => {
    const path = decodeURIComponent((request.url ?? '/').slice(1));
    const bytes = files.get(path);
    response.writeHead(bytes ? 200 : 404, { 'content-length': bytes?.length ?? 0 });
    response.end(bytes);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
