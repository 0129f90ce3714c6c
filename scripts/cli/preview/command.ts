import { rm } from 'node:fs/promises';
import path from 'node:path';
import { toHex } from '../../verify/hex.ts';
import { build } from '../build/command.ts';
import { init as makeKeys } from '../keys/init.ts';
import { serveFolder } from '../serve/command.ts';
import type { CommandDefinition } from '../session/command-definition.ts';
import { EXIT, type ExitCode } from '../session/exit-code.ts';
import { PASSPHRASE_VARIABLE } from '../session/passphrase.ts';
import type { Session } from '../session/session.ts';
import { verify } from '../verify/command.ts';

/** Everything of a preview lies here; it is emptied first, and nothing else is touched. */
const FOLDER = path.join('.vypusk', 'preview');

const KEYS = path.join(FOLDER, 'keys');
const TRUST = path.join(FOLDER, 'trust');
const OUT = path.join(FOLDER, 'site');

interface PreviewOptions {
  readonly releases: string;
  readonly port: string;
  readonly site: boolean;
  readonly serve: boolean;
}

/** `vypusk preview`: the repository as customers would get it, signed with keys that are forgotten. */
export const previewCommand: CommandDefinition = (program, session) => {
  const { help, init } = session.text;
  program
    .command('preview')
    .description(init.preview.summary)
    .option('--releases <dir>', help.releases, 'releases')
    .option('--port <number>', help.serve.port, '8080')
    .option('--no-site', help.build.noSite)
    .option('--no-serve', init.preview.noServe)
    .action((options: PreviewOptions) => preview(options, session));
};

async function preview(options: PreviewOptions, session: Session): Promise<void> {
  const { world, text } = session;
  const out = path.resolve(world.cwd, OUT);
  await rm(path.resolve(world.cwd, FOLDER), { recursive: true, force: true });
  const status = await makeSite(options, session);
  if (status !== EXIT.fine) return session.finish(status);
  const served = await serveFolder(out, {
    port: options.serve ? Number(options.port) : 0,
    host: '127.0.0.1',
  });
  try {
    // The eyes of a client who trusts the new root and nothing else.
    await verify(served.url, { trust: path.join(TRUST, '1.root.json'), days: '0' }, session);
    if (options.serve) {
      world.out(text.init.preview.serving(served.url));
      await world.untilStopped();
    } else world.out(text.init.preview.done(OUT));
  } finally {
    await served.close();
  }
}

/** Makes keys that nobody keeps, and builds with them; tells how the build ended. */
async function makeSite({ releases, site }: PreviewOptions, session: Session): Promise<ExitCode> {
  let status: ExitCode = EXIT.fine;
  const passphrase = toHex(session.world.random(32));
  const environment = { ...session.world.environment, [PASSPHRASE_VARIABLE]: passphrase };
  const finish = (code: ExitCode): void => {
    status = code;
  };
  const world = { ...session.world, environment };
  // What is said of keys is for people who keep them.
  const quiet = { ...session, finish, world: { ...world, out: () => undefined } };
  await makeKeys({ keys: KEYS, trust: TRUST, rootKey: [], threshold: '1' }, quiet);
  await build({ releases, keys: KEYS, trust: TRUST, out: OUT, site }, { ...session, world, finish });
  return status;
}
