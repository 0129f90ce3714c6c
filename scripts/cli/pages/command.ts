import { appendFile } from 'node:fs/promises';
import path from 'node:path';
import { isFolder } from '../../disk/files.ts';
import { buildSite } from '../../publication/build-site.ts';
import { derivedPassports } from '../../publication/catalog-of.ts';
import { pagesDigest } from '../../publication/finished-pages.ts';
import { checkTree } from '../check/check-tree.ts';
import type { CommandDefinition } from '../session/command-definition.ts';
import { sitePlaces } from '../../publication/site-program.ts';
import { EXIT, WrongUse } from '../session/exit-code.ts';
import { installerFolder } from '../session/installer-folder.ts';
import { momentOf } from '../session/moment.ts';
import { printProblems } from '../session/print-problems.ts';
import type { Session } from '../session/session.ts';

interface PagesOptions {
  readonly releases: string;
  readonly trust?: string;
  readonly installer?: string;
  readonly out: string;
  readonly now?: string;
}

/**
 * `vypusk pages`: the pages alone, in a process that has no key. Notes are text by strangers: whatever renders them
 * must not be able to read what signs. `build --pages` takes the folder by the digest that is told here, which goes to
 * `GITHUB_OUTPUT` as `digest` where that is set.
 */
export const pagesCommand: CommandDefinition = (program, session) => {
  const { help } = session.text;
  program
    .command('pages')
    .description(help.pages.summary)
    .option('--releases <dir>', help.releases, 'releases')
    .option('--trust <dir>', help.build.trust)
    .option('--out <dir>', help.pages.out, 'pages')
    .option('--installer <dir>', help.build.installer)
    .option('--now <moment>', help.build.now)
    .action((options: PagesOptions) => pages(options, session));
};

async function pages(options: PagesOptions, session: Session): Promise<void> {
  const { world, text } = session;
  const root = path.resolve(world.cwd, options.releases);
  if (!(await isFolder(root))) throw new WrongUse(text.message.noFolder(options.releases));
  const { tree, inspected, problems } = await checkTree(
    { root, now: momentOf(options.now, session) },
    session,
  );
  if (problems.length > 0) printProblems(problems, { root }, session);
  if (tree === undefined || problems.some(({ severity }) => severity === 'error'))
    return session.finish(EXIT.problems);
  const out = path.resolve(world.cwd, options.out);
  const trust = path.resolve(world.cwd, options.trust ?? path.join(options.releases, 'trust'));
  const passports = derivedPassports({ tree, inspected });
  const places = sitePlaces(world.cwd);
  const installer =
    options.installer === undefined ? undefined : await installerFolder(options.installer, session);
  await buildSite(
    { releases: root, trust, out, places, passports, ...(installer !== undefined && { installer }) },
    world.environment,
  );
  const digest = await pagesDigest(out);
  const output = world.environment['GITHUB_OUTPUT'];
  if (output !== undefined && output !== '') await appendFile(output, `digest=${digest}\n`);
  world.out(text.message.pagesBuilt(options.out, digest));
  session.finish(EXIT.fine);
}
