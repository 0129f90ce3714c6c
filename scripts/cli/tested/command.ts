import path from 'node:path';
import { readFile } from 'node:fs/promises';
import { isFolder, writeWhole } from '../../disk/files.ts';
import { nearestName } from '../../model/nearest-name.ts';
import type { ReleaseTree } from '../../model/release-tree.ts';
import { parseVersion } from '../../model/version.ts';
import { directoryFiles, readReleaseTree, setField } from '../../source/index.ts';
import type { CommandDefinition } from '../session/command-definition.ts';
import { EXIT, WrongUse } from '../session/exit-code.ts';
import { folderOf, printProblems } from '../session/print-problems.ts';
import { repeatable } from '../session/repeatable.ts';
import type { Session } from '../session/session.ts';
import { changedLines } from './changed-lines.ts';
import { planTrial, type PlannedTrial, type Trial, type TrialPlan } from './plan.ts';

interface TestedOptions {
  readonly releases: string;
  readonly extension: readonly string[];
  readonly widen?: true;
  readonly dryRun?: true;
}

/** `vypusk tested Имя=версия`: the newest releases say that they were tried with a version of a configuration. */
export const testedCommand: CommandDefinition = (program, session) => {
  const { help } = session.text.tested;
  program
    .command('tested')
    .description(help.summary)
    .argument('<name=version...>', help.trials)
    .option('--extension <id>', help.extension, repeatable, [])
    .option('--widen', help.widen)
    .option('--dry-run', help.dryRun)
    .option('--releases <dir>', session.text.help.releases, 'releases')
    .action((trials: readonly string[], options: TestedOptions) => tested(trials, options, session));
};

async function tested(written: readonly string[], options: TestedOptions, session: Session): Promise<void> {
  const { world, text } = session;
  const root = path.resolve(world.cwd, options.releases);
  if (!(await isFolder(root))) throw new WrongUse(text.message.noFolder(options.releases));
  const { tree, problems } = await readReleaseTree(directoryFiles(root));
  if (tree === undefined || problems.some(({ severity }) => severity === 'error')) {
    printProblems(problems, { root }, session);
    session.finish(EXIT.problems);
    return;
  }
  const chosen = { ...tree, extensions: chosenFrom(tree, options.extension, session) };
  // Every word is understood before anything is written.
  const trials = written.map((word) => trialOf(word, tree, session));
  const plans = trials.map((trial) => ({ trial, plan: planTrial(chosen, trial, options.widen === true) }));
  for (const { trial, plan } of plans) tell(trial, plan, session);
  const planned = plans.flatMap(({ plan }) => plan.planned);
  await apply(planned, { root, isDry: options.dryRun === true }, session);
  const isLost = plans.some(({ plan }) => plan.planned.length === 0 && plan.known.length === 0);
  session.finish(isLost ? EXIT.problems : EXIT.fine);
}

function chosenFrom(
  { extensions }: ReleaseTree,
  ids: readonly string[],
  { text }: Session,
): ReleaseTree['extensions'] {
  const known = extensions.map(({ id }) => id);
  const unknown = ids.find((id) => !known.includes(id));
  if (unknown !== undefined)
    throw new WrongUse(text.tested.noExtension(unknown, nearestName(unknown, known) ?? known.join(', ')));
  return ids.length === 0 ? extensions : extensions.filter(({ id }) => ids.includes(id));
}

function trialOf(word: string, { configurations }: ReleaseTree, { text }: Session): Trial {
  const at = word.indexOf('=');
  const name = word.slice(0, Math.max(at, 0)).trim();
  const version = at < 0 ? undefined : parseVersion(word.slice(at + 1).trim());
  if (version === undefined || name === '') throw new WrongUse(text.tested.badTrial(word));
  const known = configurations.value.map((configuration) => configuration.name);
  if (!known.includes(name))
    throw new WrongUse(text.tested.noConfiguration(name, nearestName(name, known) ?? known.join(', ')));
  return { name, version };
}

function tell(
  { name, version }: Trial,
  { planned, known, outside }: TrialPlan,
  { world, text }: Session,
): void {
  const { tested: words } = text;
  for (const id of known) world.out(words.known(id, name, version.text));
  for (const id of outside) world.out(words.outside(id, name, version.text));
  if (planned.length + known.length + outside.length === 0) world.out(words.nobody(name));
}

/** Writes file after file, each whole, and shows what changed as a reviewer will see it. */
async function apply(
  planned: readonly PlannedTrial[],
  { root, isDry }: { readonly root: string; readonly isDry: boolean },
  { world, text }: Session,
): Promise<void> {
  for (const [file, trials] of Map.groupBy(planned, (trial) => trial.file)) {
    const place = path.join(root, file);
    const before = await readFile(place, 'utf8');
    const after = trials.reduce(withTrial, before);
    world.out(`${folderOf(root, world.cwd)}${file}\n${changedLines(before, after)}`);
    if (!isDry) await writeWhole(place, after);
  }
  if (planned.length > 0) world.out(isDry ? text.tested.dry : text.tested.done);
}

function withTrial(manifest: string, { path: at, tested, range }: PlannedTrial): string {
  const place = { kind: 'release', path: at } as const;
  const widened =
    range === undefined ? manifest : setField(manifest, { ...place, field: 'version', value: range });
  return setField(widened, { ...place, field: 'tested', value: tested });
}
