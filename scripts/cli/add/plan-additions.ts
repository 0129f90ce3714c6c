import type { ExtensionEntry } from '../../model/release-tree.ts';
import { WrongUse } from '../session/exit-code.ts';
import type { Session } from '../session/session.ts';
import type { AdditionContext } from './addition-context.ts';
import { checkAdditions } from './check-additions.ts';
import { configurationsOf } from './build-configurations.ts';
import { extensionId } from './extension-id.ts';
import { newExtension } from './new-extension.ts';
import type { LeftFile, OfferedFile } from './offered-file.ts';
import { placeBuilds } from './place-builds.ts';
import { releaseOf, type PlannedFile } from './plan-release.ts';
import { planVersion, type VersionContext } from './plan-version.ts';
import { productsOf, protectorOf } from './protection.ts';

/** What `add` will write, the files that stand in the tree already, and those that it cannot add. */
export interface Additions {
  readonly files: readonly PlannedFile[];
  readonly known: readonly OfferedFile[];
  readonly left: readonly LeftFile[];
}

/**
 * Plans everything before anything is written. What is missing for one of several files stops no others. Throws
 * `WrongUse` where nothing at all can be added, with all that is missing.
 */
export async function planAdditions(
  offered: readonly OfferedFile[],
  context: AdditionContext,
  session: Session,
): Promise<Additions> {
  const byName = Map.groupBy(offered, ({ facts }) => facts.name);
  if (context.options.extension !== undefined && byName.size > 1) {
    throw new WrongUse(session.text.add.manyNames([...byName.keys()].join(', ')));
  }
  const protect = protectorOf(context, session);
  const taken = new Set<string>();
  const additions: Additions[] = [];
  for (const files of byName.values()) {
    const planned = await planExtension(files, { ...context, protect, offered, taken }, session);
    additions.push(planned);
  }
  const whole = joined(additions);
  const checked = await checkAdditions(whole.files, context.root, session);
  const planned = { ...whole, files: checked.files, left: [...whole.left, ...checked.left] };
  const [first] = planned.left;
  if (first !== undefined && planned.files.length === 0 && planned.known.length === 0) {
    throw new WrongUse([...new Set(planned.left.map(({ why }) => why))].join('\n'));
  }
  return planned;
}

const joined = (additions: readonly Additions[]): Additions => ({
  files: additions.flatMap(({ files }) => files),
  known: additions.flatMap(({ known }) => known),
  left: additions.flatMap(({ left }) => left),
});

type ExtensionContext = AdditionContext &
  Pick<VersionContext, 'protect' | 'offered'> & {
    /** Ids that this run gave to other extensions. */
    readonly taken: Set<string>;
  };

async function planExtension(
  files: readonly OfferedFile[],
  context: ExtensionContext,
  session: Session,
): Promise<Additions> {
  const [first] = files;
  if (first === undefined) return { files: [], known: [], left: [] };
  const missing: string[] = [];
  const { tree, options, taken } = context;
  const asked = { asked: options.extension, tree, taken, yes: options.yes };
  const id = await attempt(() => extensionId(first.facts.name, asked, session), missing);
  const extension = tree.extensions.find((entry) => entry.id === id);
  const products = await attempt(async () => productsOf(extension, context, session), missing);
  const about = { id: id ?? '', products: products ?? [], facts: first.facts, told: first.told };
  const head = extension ?? (await attempt(() => newExtension(about, context, session), missing));
  const known = files.filter((file) => isKnown(file, extension));
  const placed = await placeBuilds(
    files.filter((file) => !known.includes(file)),
    (file) => configurationsOf(file, { options, extension, offered: context.offered }, session),
    { options, extension, text: session.text },
  );
  const missed = [...missing, ...(missing.length > 0 ? placed.left.map(({ why }) => why) : [])].join('\n');
  if (id === undefined || products === undefined || head === undefined) {
    const fresh = files.filter((file) => !known.includes(file));
    // Nothing is wrong with any file: what was asked for cannot be done.
    if (fresh.length === 0) throw new WrongUse(missed);
    return { files: [], known, left: fresh.map((file) => ({ file, why: missed })) };
  }
  taken.add(id);
  const releases: PlannedFile[] = [];
  for (const builds of placed.releases)
    releases.push(...(await planVersion(builds, { ...context, id, extension, products }, session)));
  const opening = 'content' in head && releases.length > 0 ? [head] : [];
  return { files: [...opening, ...releases], known, left: placed.left };
}

/** The answer, or a further sentence about what is missing. */
async function attempt<T>(answer: () => Promise<T>, missing: string[]): Promise<T | undefined> {
  try {
    return await answer();
  } catch (error) {
    if (!(error instanceof WrongUse)) throw error;
    missing.push(error.message);
    return undefined;
  }
}

const isKnown = (file: OfferedFile, extension: ExtensionEntry | undefined): boolean =>
  releaseOf(extension, file.version.text)?.manifest.value.builds.some(
    ({ sha256, clear }) => (clear?.sha256 ?? sha256) === file.sha256,
  ) === true;
