import path from 'node:path';
import { refreshTimestamp } from '../../signing/refresh-timestamp.ts';
import { openRootChain } from '../../signing/root-chain.ts';
import { metadataPath } from '../../verify/repository-path.ts';
import type { CommandDefinition } from '../session/command-definition.ts';
import { readRoots } from '../../publication/read-roots.ts';
import { EXIT, WrongUse } from '../session/exit-code.ts';
import { writeWhole } from '../../disk/files.ts';
import { momentOf } from '../session/moment.ts';
import { publishedNow } from '../build/previous.ts';
import { onlineSigners, type KeyOptions } from '../build/publishing-keys.ts';
import type { Session } from '../session/session.ts';

interface RefreshOptions extends KeyOptions {
  readonly trust: string;
  readonly previous?: string;
  readonly out: string;
  readonly now?: string;
}

/** `vypusk refresh`: says that what is published is still so. Needs the timestamp key and nothing else. */
export const refreshCommand: CommandDefinition = (program, session) => {
  const { help } = session.text;
  program
    .command('refresh')
    .description(help.refresh.summary)
    .option('--keys <dir>', help.build.keysDir)
    .option('--passphrase-file <file>', help.keys.passphraseFile)
    .option('--trust <dir>', help.build.trust, 'releases/trust')
    .option('--previous <dir|url>', help.build.previous)
    .option('--out <dir>', help.refresh.out, 'dist')
    .option('--now <moment>', help.build.now)
    .action((options: RefreshOptions) => refresh(options, session));
};

async function refresh(options: RefreshOptions, session: Session): Promise<void> {
  const { world, text } = session;
  const out = path.resolve(world.cwd, options.out);
  const published = await publishedNow(options.previous, out, session);
  if (published === 'none') throw new WrongUse(text.message.noRepository(options.out));
  const roots = await readRoots(path.resolve(world.cwd, options.trust));
  const file = await refreshTimestamp({
    previous: published.metadata,
    roots,
    signers: await onlineSigners(['timestamp'], options, session),
    now: momentOf(options.now, session),
  });
  // The timestamp names the newest root (`x-root`), so the roots must be there first.
  for (const [index, root] of openRootChain(roots).roots.entries()) {
    await writeWhole(path.join(out, metadataPath('root', index + 1)), root.bytes);
  }
  await writeWhole(path.join(out, metadataPath('timestamp')), file.bytes);
  world.out(text.message.timestampSigned(file.signed.version, file.signed.expires));
  session.finish(EXIT.fine);
}
