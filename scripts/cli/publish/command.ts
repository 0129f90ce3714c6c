import path from 'node:path';
import type { Destination } from '../../destination/destination.ts';
import { planPublication, type Plan } from '../../destination/plan.ts';
import { publish } from '../../destination/publish.ts';
import type { Tree } from '../../destination/tree-file.ts';
import type { CommandDefinition } from '../session/command-definition.ts';
import { localTree } from './local-tree.ts';
import { openDestination } from './open-destination.ts';
import { planDocument, planReport } from './plan-report.ts';
import { EXIT, WrongUse } from '../session/exit-code.ts';
import { isFolder } from '../../disk/files.ts';
import { momentOf } from '../session/moment.ts';
import { withProgress } from '../session/progress.ts';
import type { Session } from '../session/session.ts';

interface PublishOptions {
  readonly to?: string;
  readonly dryRun?: true;
  readonly json?: true;
  readonly now?: string;
}

/** `vypusk publish`: puts a built tree where people get it from, so that nobody ever sees half of it. */
export const publishCommand: CommandDefinition = (program, session) => {
  const { help, publish: own } = session.text;
  program
    .command('publish')
    .description(own.summary)
    .argument('[folder]', own.folder, 'dist')
    .option('--to <place>', own.to)
    .option('--dry-run', own.dryRun)
    .option('--json', help.json)
    .option('--now <moment>', own.now)
    .action((folder: string, options: PublishOptions) => run(folder, options, session));
};

async function run(folder: string, options: PublishOptions, session: Session): Promise<void> {
  const { world, text } = session;
  const root = path.resolve(world.cwd, folder);
  if (!(await isFolder(root))) throw new WrongUse(text.message.noFolder(folder));
  const to = options.to ?? world.environment['VYPUSK_DESTINATION'] ?? '';
  if (to === '') throw new WrongUse(text.publish.nowhere);
  refuseNested(root, path.resolve(world.cwd, to), session);
  const destination = openDestination(to, world);
  const tree = await withProgress(text.publish.reading, session, (step) => localTree(root, step));
  const now = momentOf(options.now, session);
  const plan = await withProgress(text.publish.comparing, session, (onStep) =>
    planPublication({ tree, destination, now, onStep }),
  );
  if (options.dryRun) world.out(options.json ? planDocument(plan) : planReport(plan, session));
  else await carryOut({ tree, destination, plan }, options, session);
  session.finish(EXIT.fine);
}

/** A destination inside the tree would be published into itself, and be deleted by the next build. */
function refuseNested(folder: string, to: string, { text }: Session): void {
  const isInside = (inner: string, outer: string): boolean =>
    `${inner}${path.sep}`.startsWith(`${outer}${path.sep}`);
  if (isInside(to, folder) || isInside(folder, to)) throw new WrongUse(text.publish.nested);
}

interface Prepared {
  readonly tree: Tree;
  readonly destination: Destination;
  readonly plan: Plan;
}

async function carryOut(prepared: Prepared, { json }: PublishOptions, session: Session): Promise<void> {
  const { world, text } = session;
  const done = await withProgress(text.publish.publishing, session, (onStep) =>
    publish({ ...prepared, onStep }),
  );
  const outcome = { ...done, unchanged: prepared.plan.unchanged };
  world.out(json ? `${JSON.stringify(outcome)}\n` : text.publish.published(outcome));
}
