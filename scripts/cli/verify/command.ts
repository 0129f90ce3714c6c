import { memoryStore } from '../../verify/memory-store.ts';
import { refresh } from '../../verify/update.ts';
import type { CommandDefinition } from '../session/command-definition.ts';
import { clientWorldWith } from '../client/client-world.ts';
import { repositorySource } from '../client/repository-source.ts';
import { EXIT, WrongUse } from '../session/exit-code.ts';
import { published } from '../github/published.ts';
import { momentOf } from '../session/moment.ts';
import { startProgress } from '../session/progress.ts';
import type { Session } from '../session/session.ts';
import { viewRepository, type RepositoryView } from '../../publication/verify-repository.ts';

/** What `verify` may be told. */
export interface VerifyOptions {
  readonly trust: string;
  readonly days: string;
  readonly now?: string;
  readonly json?: true;
}

/** What the command line may say besides. */
type VerifyCommandOptions = VerifyOptions & {
  readonly releases: string;
  /** As every client command takes it. */
  readonly url?: string;
};

/** `vypusk verify URL`: the watchdog. Sees what a client sees, and fails before clients do. */
export const verifyCommand: CommandDefinition = (program, session) => {
  const { help, github } = session.text;
  program
    .command('verify')
    .description(help.verify.summary)
    .argument('[url]', github.verifyUrl)
    .option('--url <url>', github.verifyUrl)
    .option('--releases <dir>', help.releases, 'releases')
    .option('--trust <file>', help.client.trust, 'releases/trust/1.root.json')
    .option('--days <number>', help.verify.days, '10')
    .option('--now <moment>', help.client.now)
    .option('--json', help.json)
    .action(async (named: string | undefined, options: VerifyCommandOptions) =>
      verify(named ?? options.url ?? (await published(options.releases, session)).url, options, session),
    );
};

/** Looks at the repository at an address as a client does, prints what it sees and how long it is good. */
export async function verify(url: string, options: VerifyOptions, session: Session): Promise<void> {
  const { world, text } = session;
  const days = Number(options.days);
  if (!Number.isInteger(days) || days < 0) throw new WrongUse(text.message.badNumber('--days', options.days));
  const now = momentOf(options.now, session);
  const source = await repositorySource({ url }, session);
  const repository = await refresh(
    await clientWorldWith({ ...options, source, store: memoryStore() }, session),
  );
  const progress = startProgress(text.message.reading, world);
  const view = await viewRepository(repository, now, progress.step);
  progress.end();
  world.out(options.json ? `${JSON.stringify(view, null, 2)}\n` : viewText(view, session));
  const tooSoon = view.roles.filter(({ daysLeft }) => daysLeft < days);
  for (const { role, daysLeft } of tooSoon) world.err(text.message.expiresSoon(role, daysLeft, days));
  session.finish(tooSoon.length === 0 ? EXIT.fine : EXIT.problems);
}

function viewText({ roles, issued, ...counts }: RepositoryView, { text }: Session): string {
  const rows = roles.map(
    ({ role, version, expires, daysLeft }) =>
      `${role.padEnd(10)}${text.keys.age(version, expires, daysLeft)}\n`,
  );
  return [...rows, text.message.verified({ ...counts, issued: issued ?? '' })].join('');
}
