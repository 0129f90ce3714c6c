import path from 'node:path';
import { signVendor } from '../../signing/sign-vendor.ts';
import { SHIPPED_LIMITS } from '../../verify/limits.ts';
import { catalogOf } from '../../publication/catalog-of.ts';
import { checkTree } from '../check/check-tree.ts';
import type { CommandDefinition } from '../session/command-definition.ts';
import { EXIT, WrongUse } from '../session/exit-code.ts';
import { fileSize, writeWhole } from '../../disk/files.ts';
import { readBounded } from '../session/read-bounded.ts';
import { signerFromFile } from '../keys/key-folder.ts';
import { momentOf } from '../session/moment.ts';
import { passphraseOf, type PassphraseOptions } from '../session/passphrase.ts';
import { printProblems } from '../session/print-problems.ts';
import type { Session } from '../session/session.ts';
import { vendorFile, vendorKeys } from './vendors.ts';
import { repeatable } from '../session/repeatable.ts';

interface SignOptions extends PassphraseOptions {
  readonly releases: string;
  readonly trust: string;
  readonly key: readonly string[];
  readonly now?: string;
}

/** `vypusk vendor sign`: a vendor of a shared repository signs his own documents, on his own machine. */
export const vendorCommand: CommandDefinition = (program, session) => {
  const { help } = session.text;
  const vendor = program.command('vendor').helpCommand(false).description(help.vendor.summary);
  vendor
    .command('sign')
    .description(help.vendor.sign)
    .argument('<id>', help.vendor.id)
    .requiredOption('--key <file>', help.vendor.key, repeatable, [])
    .option('--releases <dir>', help.releases, 'releases')
    .option('--trust <dir>', help.keys.trust, 'releases/trust')
    .option('--passphrase-file <file>', help.keys.passphraseFile)
    .option('--now <moment>', help.keys.now)
    .action((id: string, options: SignOptions) => sign(id, options, session));
};

async function sign(id: string, options: SignOptions, session: Session): Promise<void> {
  const { world, text } = session;
  const releases = path.resolve(world.cwd, options.releases);
  const now = momentOf(options.now, session);
  const { tree, inspected, problems } = await checkTree({ root: releases, now }, session);
  if (tree === undefined || problems.some(({ severity }) => severity === 'error')) {
    printProblems(problems, { root: releases }, session);
    session.finish(EXIT.problems);
    return;
  }
  const vendor = tree.publisher.value.vendors.find((known) => known.id === id);
  if (vendor === undefined) throw new WrongUse(text.vendor.unknown(id));
  const passphrase = await passphraseOf(options, session);
  const signers = await Promise.all(
    options.key.map((file) => signerFromFile(path.resolve(world.cwd, file), passphrase)),
  );
  const file = vendorFile(path.resolve(world.cwd, options.trust), id);
  const { documents } = await catalogOf({ tree, inspected, releases });
  const previous =
    (await fileSize(file)) === undefined ? undefined : await readBounded(file, SHIPPED_LIMITS.targets);
  const signing = { ...vendorKeys(vendor), documents, signers, now, ...(previous && { previous }) };
  await writeWhole(file, await signVendor(signing));
  world.out(text.vendor.signed(path.relative(world.cwd, file)));
  session.finish(EXIT.fine);
}
