import path from 'node:path';
import type { Signer } from '../../signing/signer.ts';
import type { CommandDefinition } from '../session/command-definition.ts';
import { readRoots } from '../../publication/read-roots.ts';
import { checkTree } from '../check/check-tree.ts';
import type { CheckedTree } from '../../publication/checked-tree.ts';
import { sitePlaces } from '../../publication/site-program.ts';
import { EXIT, WrongUse } from '../session/exit-code.ts';
import { isFolder } from '../../disk/files.ts';
import { momentOf } from '../session/moment.ts';
import { installerFolder } from '../session/installer-folder.ts';
import { publishedNow } from './previous.ts';
import { printProblems } from '../session/print-problems.ts';
import { startProgress } from '../session/progress.ts';
import { onlineSigners, type KeyOptions } from './publishing-keys.ts';
import { publishTree, type Publishing, type PublishingWorld } from '../../publication/publish-tree.ts';
import type { Session } from '../session/session.ts';
import { vendorDelegations } from '../vendor/vendors.ts';

/** What `build` may be told. */
export interface BuildOptions extends KeyOptions {
  readonly releases: string;
  readonly trust?: string;
  readonly previous?: string;
  readonly out: string;
  readonly now?: string;
  readonly site: boolean;
  readonly pages?: string;
  readonly pagesDigest?: string;
  readonly installer?: string;
  readonly allowShrink?: true;
}

/** `vypusk build`: the whole published tree from manifests and keys. */
export const buildCommand: CommandDefinition = (program, session) => {
  const { help } = session.text;
  program
    .command('build')
    .description(help.build.summary)
    .option('--releases <dir>', help.releases, 'releases')
    .option('--keys <dir>', help.build.keysDir)
    .option('--passphrase-file <file>', help.keys.passphraseFile)
    .option('--trust <dir>', help.build.trust)
    .option('--previous <dir|url>', help.build.previous)
    .option('--out <dir>', help.build.out, 'dist')
    .option('--now <moment>', help.build.now)
    .option('--installer <dir>', help.build.installer)
    .option('--no-site', help.build.noSite)
    .option('--pages <dir>', help.build.pages)
    .option('--pages-digest <sha256>', help.build.pagesDigest)
    .option('--allow-shrink', help.build.allowShrink)
    .action((options: BuildOptions) => build(options, session));
};

/** Checks, signs and puts the whole tree into its folder. */
export async function build(options: BuildOptions, session: Session): Promise<void> {
  const { world, text } = session;
  const now = momentOf(options.now, session);
  const root = path.resolve(world.cwd, options.releases);
  if (!(await isFolder(root))) throw new WrongUse(text.message.noFolder(options.releases));
  // Before the long work: a passphrase may have to be asked for.
  const signers = await onlineSigners(['publishing', 'timestamp'], options, session);
  const checked = await checkTree({ root, now }, session);
  if (hasErrors(checked, root, session)) return;
  const publishing = await publishingOf(options, { checked, root, now, signers }, session);
  const published = await publishTree(publishing, publishingWorld(session));
  world.out(text.message.built({ ...published, out: options.out, version: published.versions.timestamp }));
  session.finish(EXIT.fine);
}

const publishingWorld = ({ world, text }: Session): PublishingWorld => ({
  environment: world.environment,
  places: sitePlaces(world.cwd),
  progress: (stage) =>
    startProgress({ site: text.message.buildingSite, files: text.message.copying }[stage], world),
});

/** Shows what is wrong; warnings let the build go on. */
function hasErrors(checked: CheckedTree, root: string, session: Session): boolean {
  if (checked.problems.length > 0) printProblems(checked.problems, { root }, session);
  const isBroken = checked.problems.some(({ severity }) => severity === 'error');
  if (isBroken) session.finish(EXIT.problems);
  return isBroken;
}

function pagesOf({ site, pages, pagesDigest }: BuildOptions, { world }: Session): Publishing['pages'] {
  if (!site) return 'without-site';
  if (pages === undefined) return 'with-site';
  // Steps of workflows hand the digest over by a variable: nothing that a stranger can name is put into a script.
  const digest = pagesDigest ?? world.environment['VYPUSK_PAGES_DIGEST'];
  return { folder: path.resolve(world.cwd, pages), ...(digest !== undefined && digest !== '' && { digest }) };
}

interface CheckedInput {
  readonly checked: CheckedTree;
  readonly root: string;
  readonly now: Date;
  readonly signers: readonly Signer[];
}

async function publishingOf(
  options: BuildOptions,
  { checked, root, now, signers }: CheckedInput,
  session: Session,
): Promise<Publishing> {
  const { world, text } = session;
  const { tree, inspected } = checked;
  if (tree === undefined) throw new WrongUse(text.message.noFolder(options.releases));
  const trust = path.resolve(world.cwd, options.trust ?? path.join(options.releases, 'trust'));
  const roots = await readRoots(trust);
  if (roots.length === 0) throw new WrongUse(text.message.noRoot(path.relative(world.cwd, trust)));
  const out = path.resolve(world.cwd, options.out);
  return {
    tree,
    inspected,
    releases: root,
    trust,
    roots,
    out,
    now,
    previous: await publishedNow(options.previous, out, session),
    signers,
    vendors: await vendorDelegations(tree.publisher.value, trust, session),
    pages: pagesOf(options, session),
    ...(options.installer !== undefined && { installer: await installerFolder(options.installer, session) }),
    ...(options.allowShrink && { maxShrink: 1 }),
  };
}
