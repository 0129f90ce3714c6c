import type { Interval } from '../model/interval.ts';
import type { ModuleSignDocument } from '../model/migration-document.ts';
import { compareText } from '../model/problem.ts';
import type { IsoDate } from '../model/release.ts';
import {
  infobasesOf,
  type ExtensionChange,
  type Infobases,
  type InstalledKind,
  type SslKind,
} from './infobase.ts';
import { MAX_DECISIONS } from './limits.ts';
import { newsOf, offerKey, outcomeOf, toldKey, toldOf, type Told } from './outcome.ts';
import { configurationIn, extensionIn, type Publication } from './publication.ts';

/** Infobases for whom a merge changes something, joined where they are told the same. */
export interface ChangedInfobases {
  readonly extension: string;
  readonly configurations: readonly string[];
  readonly versions: readonly Interval[];
  readonly platforms: readonly Interval[];
  readonly channels: readonly string[];
  /** What they run of the extension; `undefined` for those that do not have it. */
  readonly installed: readonly (InstalledKind | undefined)[];
  /** Versions of БСП; `undefined` where no answer depends on it. */
  readonly ssl: readonly (SslKind | undefined)[];
  /** Another module that they have; absent where nothing is said of one. */
  readonly beside?: ModuleSignDocument;
  readonly before: Told;
  readonly after: Told;
}

/** What a merge changes for installed bases. */
export interface Reach {
  readonly changed: readonly ChangedInfobases[];
  /** Extensions of which only the newest and the changed releases were looked at as installed ones. */
  readonly sampled: readonly string[];
  /** Extensions of which nothing was worked out, because the change is too large. */
  readonly skipped: readonly string[];
}

/** Works out what every kind of infobase is offered before and after, and keeps what differs. */
export async function whoGetsThis(
  before: Publication | undefined,
  now: Publication,
  today: IsoDate,
): Promise<Reach> {
  const changed: ChangedInfobases[] = [];
  const sampled: string[] = [];
  const skipped: string[] = [];
  const { channels } = now.tree.publisher.value;
  let left = MAX_DECISIONS;
  for (const change of changedExtensions(before, now)) {
    const all = atMost(left + 1, infobasesOf(change, channels, { isWhole: true }));
    const isWhole = all.length <= left;
    const infobases = isWhole ? all : atMost(left + 1, infobasesOf(change, channels, { isWhole: false }));
    if (infobases.length > left) {
      skipped.push(change.id);
      continue;
    }
    if (!isWhole) sampled.push(change.id);
    left -= infobases.length;
    changed.push(...joined(await differing(infobases, { id: change.id, before, now, today })));
  }
  return { changed, sampled, skipped };
}

/** The first of them: a hostile manifest could describe millions. */
function atMost<T>(limit: number, all: Iterable<T>): readonly T[] {
  const taken: T[] = [];
  for (const one of all) {
    if (taken.length >= limit) break;
    taken.push(one);
  }
  return taken;
}

/** Extensions whose published document differs, in order of their ids. */
export function changedExtensions(
  before: Publication | undefined,
  now: Publication,
): readonly ExtensionChange[] {
  const entries = [...(before?.tree.extensions ?? []), ...now.tree.extensions];
  const ids = [...new Set(entries.map(({ id }) => id))].sort(compareText);
  return ids.flatMap((id) => {
    const [old, young] = [extensionIn(before, id), extensionIn(now, id)];
    if (JSON.stringify(old) === JSON.stringify(young)) return [];
    return [{ id, ...(old && { before: old }), ...(young && { now: young }) }];
  });
}

interface Comparison {
  readonly id: string;
  readonly before: Publication | undefined;
  readonly now: Publication;
  readonly today: IsoDate;
}

async function differing(
  infobases: readonly Infobases[],
  { id, before, now, today }: Comparison,
): Promise<readonly Cell[]> {
  const cells: Cell[] = [];
  for (const [configuration, alike] of Map.groupBy(infobases, (one) => one.configuration)) {
    const [old, young] = [configurationIn(before, configuration), configurationIn(now, configuration)];
    for (const one of alike) {
      const question = { id, infobases: one, today };
      const told = [
        toldOf(await outcomeOf(old, question)),
        toldOf(await outcomeOf(young, question)),
      ] as const;
      if (offerKey(told[0]) !== offerKey(told[1])) cells.push(cellOf(question, told[0], newsOf(...told)));
    }
  }
  return cells;
}

/** Infobases told the same: every dimension a list, so that cells can be joined along it. */
interface Cell extends ChangedInfobases {
  readonly said: string;
}

const cellOf = (
  { id, infobases }: { readonly id: string; readonly infobases: Infobases },
  before: Told,
  after: Told,
): Cell => ({
  extension: id,
  configurations: [infobases.configuration],
  versions: [infobases.versions],
  platforms: [infobases.platforms],
  channels: [infobases.channel],
  installed: [infobases.installed],
  ssl: [infobases.ssl],
  before,
  after,
  ...(infobases.beside && { beside: infobases.beside }),
  said: JSON.stringify([before.offered, toldKey(after), infobases.beside]),
});

type Dimension = 'platforms' | 'ssl' | 'versions' | 'channels' | 'installed' | 'configurations';

/**
 * Joins cells that differ along one dimension only, dimension after dimension. Configurations come last and only where
 * all of their versions agree, because a range of versions belongs to one configuration.
 */
const joined = (cells: readonly Cell[]): readonly Cell[] => DIMENSIONS.reduce(joinedAlong, cells);

function joinedAlong(cells: readonly Cell[], along: Dimension): readonly Cell[] {
  const groups = Map.groupBy(cells, (cell) =>
    JSON.stringify(
      [DIMENSIONS.map((dimension) => dimension !== along && cell[dimension]), cell.said],
      withInfinity,
    ),
  );
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    return first === undefined
      ? []
      : [{ ...first, [along]: group.flatMap((cell): readonly unknown[] => cell[along]) }];
  });
}

const DIMENSIONS: readonly Dimension[] = [
  'platforms',
  'ssl',
  'versions',
  'channels',
  'installed',
  'configurations',
];

/** JSON writes infinity as null: an open end must not look like nothing. */
const withInfinity = (_key: string, value: unknown): unknown => (value === Infinity ? 'end' : value);
