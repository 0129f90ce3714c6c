import type { Command } from 'commander';
import type { CommandDefinition } from '../session/command-definition.ts';
import {
  extend,
  revoke,
  upgrade,
  type ExtendOptions,
  type RevokeOptions,
  type UpgradeOptions,
} from './change.ts';
import { exportLicense, type ExportOptions } from './export.ts';
import { importLicenses, type ImportOptions } from './import.ts';
import { init, type InitOptions } from './init.ts';
import { issue, type IssueOptions } from './issue.ts';
import { list, show, type ListOptions } from './list.ts';
import { withSecrets, withTerms, type ShopOptions } from './options.ts';
import { form, recover, type FormOptions, type RecoverOptions } from './recovery.ts';
import { rotate, type RotateOptions } from './rotate.ts';
import type { Session } from '../session/session.ts';
import { repeatable } from '../session/repeatable.ts';

/** `vypusk license …`: everything that a vendor does with licences, on his own machine. */
export const licenseCommand: CommandDefinition = (program, session) => {
  const { help } = session.text.license;
  const license = program.command('license').helpCommand(false).description(help.summary);
  addSecretCommands(license, session);
  addSaleCommands(license, session);
  addRegisterCommands(license, session);
};

const add = (license: Command, name: keyof LicenseHelp, session: Session): Command =>
  withSecrets(license.command(name), session).description(session.text.license.help[name]);

type LicenseHelp = Session['text']['license']['help'];

function addSecretCommands(license: Command, session: Session): void {
  const { help } = session.text.license;
  add(license, 'init', session)
    .option('--form <file>', help.formOut)
    .option('--another', help.another)
    .action((options: InitOptions) => init(options, session));
  add(license, 'form', session)
    .requiredOption('--out <file>', help.formOut)
    .action((options: FormOptions) => form(options, session));
  add(license, 'recover', session)
    .requiredOption('--form <file>', help.formFile)
    .action((options: RecoverOptions) => recover(options, session));
  add(license, 'rotate', session)
    .requiredOption('--from <file>', help.from)
    .option('--from-passphrase-file <file>', help.fromPassphraseFile)
    .action((options: RotateOptions) => rotate(options, session));
}

function addSaleCommands(license: Command, session: Session): void {
  const { help } = session.text.license;
  withTerms(add(license, 'issue', session), session)
    .requiredOption('--licensee <name>', help.licensee)
    .option('--product <id>', help.productOption, repeatable, [])
    .option('--note <text>', help.note)
    .action((options: IssueOptions) => issue(options, session));
  add(license, 'import', session)
    .argument('<table>', help.importFile)
    .requiredOption('--out <file>', help.importOut)
    .action((table: string, options: ImportOptions) => importLicenses(table, options, session));
  withTerms(add(license, 'extend', session), session)
    .argument('<license>', help.name)
    .option('--product <id>', help.productOption, repeatable, [])
    .action((name: string, options: ExtendOptions) => extend(name, options, session));
  withTerms(add(license, 'upgrade', session), session)
    .argument('<license>', help.name)
    .requiredOption('--product <id>', help.productId)
    .option('--replaces <id>', help.replaces)
    .action((name: string, options: UpgradeOptions) => upgrade(name, options, session));
  add(license, 'revoke', session)
    .argument('<license>', help.name)
    .option('--undo', help.undo)
    .action((name: string, options: RevokeOptions) => revoke(name, options, session));
}

function addRegisterCommands(license: Command, session: Session): void {
  const { help } = session.text.license;
  add(license, 'show', session)
    .argument('<license>', help.name)
    .action((name: string, options: ShopOptions) => show(name, options, session));
  add(license, 'list', session)
    .option('--expiring <days>', help.expiring)
    .option('--product <id>', help.productOption, repeatable, [])
    .option('--status <status>', help.status)
    .option('--csv', help.csv)
    .option('--keys', help.keys)
    .action((options: ListOptions) => list(options, session));
  add(license, 'export', session)
    .argument('<license>', help.name)
    .requiredOption('--out <file>', help.exportOut)
    .action((name: string, options: ExportOptions) => exportLicense(name, options, session));
}
