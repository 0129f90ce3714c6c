import { createServer, type Server } from 'node:http';
import { once } from 'node:events';
import path from 'node:path';
import sirv from 'sirv';
import type { CommandDefinition } from '../session/command-definition.ts';
import { EXIT, WrongUse } from '../session/exit-code.ts';
import { isFolder } from '../../disk/files.ts';
import type { Session } from '../session/session.ts';

interface ServeOptions {
  readonly port: string;
  readonly host: string;
}

/** `vypusk serve DIR`: looks at a built repository as a browser or an installer would see it. */
export const serveCommand: CommandDefinition = (program, session) => {
  const { help } = session.text;
  program
    .command('serve')
    .description(help.serve.summary)
    .argument('<dir>', help.serve.dir)
    .option('--port <number>', help.serve.port, '8080')
    .option('--host <address>', help.serve.host, '127.0.0.1')
    .action((folder: string, options: ServeOptions) => serveUntilStopped(folder, options, session));
};

async function serveUntilStopped(folder: string, options: ServeOptions, session: Session): Promise<void> {
  const { world, text } = session;
  const root = path.resolve(world.cwd, folder);
  const port = Number(options.port);
  if (!Number.isInteger(port) || port < 0 || port > 65535)
    throw new WrongUse(text.message.badPort(options.port));
  if (!(await isFolder(root))) throw new WrongUse(text.message.noFolder(folder));
  const server = await serveFolder(root, { port, host: options.host });
  world.out(`${text.message.serving(folder, server.url)}\n`);
  await world.untilStopped();
  await server.close();
  session.finish(EXIT.fine);
}

/** A folder that is being served. */
export interface ServedFolder {
  /** Address that ends with `/`. */
  readonly url: string;
  readonly close: () => Promise<void>;
}

/** Serves a folder as static hosting does: no listings, ETags, ranges, `404.html` for what is not there. */
export async function serveFolder(root: string, at: { port: number; host: string }): Promise<ServedFolder> {
  const files = sirv(root, { dev: true, etag: true, dotfiles: false });
  const server = createServer((request, response) => {
    files(request, response, () => {
      response.writeHead(404, { 'content-type': 'text/plain; charset=utf-8' }).end('404\n');
    });
  });
  server.listen(at.port, at.host);
  await once(server, 'listening');
  return { url: `http://${at.host}:${portOf(server)}/`, close: () => closed(server) };
}

function portOf(server: Server): number {
  const address = server.address();
  if (address === null || typeof address === 'string')
    throw new Error('the server does not listen on a port');
  return address.port;
}

async function closed(server: Server): Promise<void> {
  server.closeAllConnections();
  server.close();
  await once(server, 'close');
}
