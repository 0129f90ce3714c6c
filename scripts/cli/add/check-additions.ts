import type { InspectedFile } from '../../checks/context.ts';
import { runChecks } from '../../checks/index.ts';
import { dayOf } from '../../model/day.ts';
import type { Problem } from '../../model/problem.ts';
import { directoryFiles, overlayFiles, readReleaseTree, type TreeFiles } from '../../source/index.ts';
import { wordProblem, type ProblemCode } from '../../wording/index.ts';
import type { Session } from '../session/session.ts';
import type { LeftFile } from './offered-file.ts';
import type { PlannedFile } from './plan-release.ts';

/** What a person still writes by hand afterwards: no reason to refuse his file. */
const WRITTEN_LATER: ReadonlySet<ProblemCode> = new Set<ProblemCode>([
  'eula-missing',
  'notes-missing',
  'notes-placeholder',
  'text-untranslated',
]);

/** A plan that was held against the rules of `check`. */
export interface CheckedPlan {
  readonly files: readonly PlannedFile[];
  readonly left: readonly LeftFile[];
}

/**
 * Holds planned releases against every rule before anything is written: a release that `check` would refuse is left
 * out with the sentence and the cure of its first error, the others go on. What was wrong with a folder before is not
 * held against it.
 */
export async function checkAdditions(
  files: readonly PlannedFile[],
  root: string,
  session: Session,
): Promise<CheckedPlan> {
  if (files.length === 0) return { files, left: [] };
  const folders = Map.groupBy(files, ({ file }) => folderOf(file));
  const only = new Set(files.flatMap(({ file }) => file.split('/')[1] ?? []));
  const there = directoryFiles(root);
  const record = Object.fromEntries(
    files.map(({ file, content }) => [file, 'text' in content ? content.text : '']),
  );
  const before = new Set((await errorsIn(there, { only, files: [] }, session)).map(identityOf));
  const errors = await errorsIn(overlayFiles(there, record), { only, files }, session);
  const news = errors.filter(
    (error) => folders.has(folderOf(error.place.file)) && !before.has(identityOf(error)),
  );
  const refused = new Map(news.toReversed().map((error) => [folderOf(error.place.file), error]));
  const left = [...refused].flatMap(([folder, error]) => leftIn(folders.get(folder) ?? [], error, session));
  return { files: withoutEmptyExtensions(files.filter(({ file }) => !refused.has(folderOf(file)))), left };
}

const folderOf = (file: string): string => file.slice(0, file.lastIndexOf('/'));

const identityOf = ({ code, place }: Problem): string => `${code} ${place.file}`;

interface Looked {
  readonly only: ReadonlySet<string>;
  readonly files: readonly PlannedFile[];
}

async function errorsIn(
  source: TreeFiles,
  { only, files }: Looked,
  { world }: Session,
): Promise<readonly Problem<ProblemCode>[]> {
  const { tree, problems } = await readReleaseTree(source, { only });
  if (tree === undefined) return [];
  const inspected = new Map(files.flatMap(({ file, content }) => inspectedAs(file, content)));
  const found: readonly Problem<ProblemCode>[] = [
    ...problems,
    ...runChecks({ tree, only, inspected, now: dayOf(world.now()) }),
  ];
  return found.filter(({ code, severity }) => severity === 'error' && !WRITTEN_LATER.has(code));
}

/** A file that was read already; a protected one is what it is by making. */
function inspectedAs(
  file: string,
  content: PlannedFile['content'],
): readonly (readonly [string, InspectedFile])[] {
  if (!('copyOf' in content)) return [];
  const { sha256, length, facts } = content.copyOf;
  return [[file, { sha256, length, facts }]];
}

function leftIn(
  files: readonly PlannedFile[],
  error: Problem<ProblemCode>,
  { locale }: Session,
): readonly LeftFile[] {
  const { message, cure } = wordProblem(error, locale);
  const why = `${error.code}: ${[message, cure].filter((sentence) => sentence !== '').join(' → ')}`;
  return files.flatMap(({ content, of }) => {
    const file = 'copyOf' in content ? content.copyOf : of;
    return file === undefined ? [] : [{ file, why }];
  });
}

/** A manifest of an extension none of whose releases is left describes nothing. */
function withoutEmptyExtensions(files: readonly PlannedFile[]): readonly PlannedFile[] {
  const inhabited = new Set(
    files.filter(({ file }) => file.split('/').length > 3).map(({ file }) => file.split('/')[1]),
  );
  return files.filter(({ file }) => inhabited.has(file.split('/')[1]));
}
