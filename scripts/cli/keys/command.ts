import type { Command } from 'commander';
import type { CommandDefinition } from '../session/command-definition.ts';
import { exportKey, type ExportOptions } from './export.ts';
import { init, type InitOptions } from './init.ts';
import { newKey } from './new.ts';
import { rotate, type RotateOptions } from './rotate.ts';
import { signPendingRoot, type SignRootOptions } from './sign-root.ts';
import { status, type StatusOptions } from './status.ts';
import type { PassphraseOptions } from '../session/passphrase.ts';
import type { Session } from '../session/session.ts';
import { repeatable } from '../session/repeatable.ts';

const TRUST = 'releases/trust';

/** `vypusk keys …`: makes and looks after signing keys. */
export const keysCommand: CommandDefinition = (program, session) => {
  const keys = program.command('keys').helpCommand(false).description(session.text.help.keys.summary);
  defineMaking(keys, session);
  defineRotation(keys, session);
  defineLooking(keys, session);
};

function defineMaking(keys: Command, session: Session): void {
  const { help } = session.text;
  keys
    .command('init')
    .description(help.keys.init)
    .requiredOption('--keys <dir>', help.keys.keysDir)
    .option('--trust <dir>', help.keys.trust, TRUST)
    .option('--root-key <public>', help.keys.rootKey, repeatable, [])
    .option('--threshold <number>', help.keys.threshold, '1')
    .option('--passphrase-file <file>', help.keys.passphraseFile)
    .option('--now <moment>', help.keys.now)
    .action((options: InitOptions) => init(options, session));
  keys
    .command('new')
    .description(help.keys.new)
    .argument('<file>', help.keys.newFile)
    .option('--passphrase-file <file>', help.keys.passphraseFile)
    .action((file: string, options: PassphraseOptions) => newKey(file, options, session));
}

function defineRotation(keys: Command, session: Session): void {
  const { help } = session.text;
  keys
    .command('rotate')
    .description(help.keys.rotate)
    .argument('<role>', help.keys.duty)
    .requiredOption('--keys <dir>', help.keys.keysDir)
    .option('--trust <dir>', help.keys.trust, TRUST)
    .option('--add <public>', help.keys.add, repeatable, [])
    .option('--remove <keyid>', help.keys.remove, repeatable, [])
    .option('--threshold <number>', help.keys.threshold)
    .option('--passphrase-file <file>', help.keys.passphraseFile)
    .option('--now <moment>', help.keys.now)
    .action((duty: string, options: RotateOptions) => rotate(duty, options, session));
  keys
    .command('sign-root')
    .description(help.keys.signRoot)
    .argument('<file>', help.keys.pendingFile)
    .requiredOption('--key <file>', help.keys.key)
    .option('--trust <dir>', help.keys.trust, TRUST)
    .option('--passphrase-file <file>', help.keys.passphraseFile)
    .action((file: string, options: SignRootOptions) => signPendingRoot(file, options, session));
}

function defineLooking(keys: Command, session: Session): void {
  const { help } = session.text;
  keys
    .command('status')
    .description(help.keys.status)
    .option('--trust <dir>', help.keys.trust, TRUST)
    .option('--previous <dir|url>', help.build.previous)
    .option('--out <dir>', help.build.out, 'dist')
    .option('--now <moment>', help.check.now)
    .option('--json', help.json)
    .action((options: StatusOptions) => status(options, session));
  keys
    .command('export')
    .description(help.keys.export)
    .argument('<role>', help.keys.ciDuty)
    .requiredOption('--keys <dir>', help.keys.keysDir)
    .option('--passphrase-file <file>', help.keys.passphraseFile)
    .action((duty: string, options: ExportOptions) => exportKey(duty, options, session));
}
