import path from 'node:path';
import { createRoot } from '../../signing/create-root.ts';
import { sealKeyFile } from '../../signing/key-file.ts';
import { SEED_BYTES, seedSigner } from '../../signing/seed-signer.ts';
import type { Signer } from '../../signing/signer.ts';
import type { CommandDefinition } from '../command-definition.ts';
import { EXIT, WrongUse } from '../exit-code.ts';
import { fileSize, writeWhole } from '../files.ts';
import { momentOf } from '../moment.ts';
import { newPassphrase, type PassphraseOptions } from '../passphrase.ts';
import { KEY_FILE_ENDING } from '../publishing-keys.ts';
import type { Session } from '../session.ts';

interface InitOptions extends PassphraseOptions {
  readonly keys: string;
  readonly trust: string;
  readonly now?: string;
}

/** Keys of a new repository. */
const DUTIES = ['root', 'publishing', 'timestamp'] as const;

type Duty = (typeof DUTIES)[number];

/** `vypusk keys …`: makes and looks after signing keys. */
export const keysCommand: CommandDefinition = (program, session) => {
  const { help } = session.text;
  const keys = program.command('keys').description(help.keys.summary);
  keys
    .command('init')
    .description(help.keys.init)
    .requiredOption('--keys <dir>', help.keys.keysDir)
    .option('--trust <dir>', help.keys.trust, 'releases/trust')
    .option('--passphrase-file <file>', help.keys.passphraseFile)
    .option('--now <moment>', help.keys.now)
    .action((options: InitOptions) => init(options, session));
};

async function init(options: InitOptions, session: Session): Promise<void> {
  const { world, text } = session;
  const keys = path.resolve(world.cwd, options.keys);
  const root = path.join(path.resolve(world.cwd, options.trust), '1.root.json');
  await refuseExisting([root, ...DUTIES.map((duty) => keyFile(keys, duty))], session);
  const passphrase = await newPassphrase(options, session);
  const signers = await makeKeys(keys, passphrase, world.random);
  const only = (duty: Duty): { keys: [Signer['publicKey']]; threshold: number } => ({
    keys: [signers[duty].publicKey],
    threshold: 1,
  });
  const bytes = await createRoot(
    { root: only('root'), publishing: only('publishing'), timestamp: only('timestamp') },
    { signers: [signers.root], now: momentOf(options.now, session) },
  );
  await writeWhole(root, bytes);
  world.out(text.message.keysMade({ keys: options.keys, root: path.relative(world.cwd, root) }));
  session.finish(EXIT.fine);
}

/** A key that is overwritten is lost for ever, and with a root key the trust of every client. */
async function refuseExisting(files: readonly string[], { text }: Session): Promise<void> {
  for (const file of files) {
    if ((await fileSize(file)) !== undefined) throw new WrongUse(text.message.fileExists(file));
  }
}

async function makeKeys(
  folder: string,
  passphrase: string,
  random: (length: number) => Uint8Array,
): Promise<Readonly<Record<Duty, Signer>>> {
  const make = async (duty: Duty): Promise<Signer> => {
    const seed = random(SEED_BYTES);
    try {
      await writeWhole(keyFile(folder, duty), await sealKeyFile({ seed, passphrase, random }), {
        mode: 0o600,
      });
      return await seedSigner(seed);
    } finally {
      seed.fill(0);
    }
  };
  return {
    root: await make('root'),
    publishing: await make('publishing'),
    timestamp: await make('timestamp'),
  };
}

const keyFile = (folder: string, duty: Duty): string => path.join(folder, `${duty}${KEY_FILE_ENDING}`);
