import { ANY_CONFIGURATION } from '../../model/any-configuration.ts';
import { clearName } from '../../license/protected-name.ts';
import type { ExtensionEntry } from '../../model/release-tree.ts';
import type { BuildConfiguration } from '../../model/release.ts';
import type { WrittenBuild } from '../../source/index.ts';
import { WrongUse } from '../session/exit-code.ts';
import type { Session } from '../session/session.ts';
import type { OfferedFile } from './offered-file.ts';
import type { AddOptions } from './options.ts';

type WrittenConfigurations = WrittenBuild['configurations'];

/** What is known of a file besides itself. */
interface Surroundings {
  readonly options: AddOptions;
  readonly extension: ExtensionEntry | undefined;
  /** All files of this run. */
  readonly offered: readonly OfferedFile[];
}

/**
 * Configurations that a file is made for: as the options say; else as for the file of the same name (or the only file)
 * in the newest earlier release; else any, where the file adopts nothing but the language; else as a person answers.
 * Throws `WrongUse`.
 */
export async function configurationsOf(
  file: OfferedFile,
  { options, extension, offered }: Surroundings,
  session: Session,
): Promise<WrittenConfigurations> {
  const tested = pairsOf(options.tested, '--tested', session);
  const asked = askedFor(file, options, offered, session);
  if (asked !== undefined) return withTested(asked, tested);
  const before = extension && fromEarlierRelease(file, extension);
  if (before !== undefined) return withTested(before, tested);
  const { world, text } = session;
  const proposal = fitsEvery(file) ? 'any' : undefined;
  if (options.yes || world.terminal === undefined) {
    if (proposal !== undefined) return proposal;
    throw new WrongUse(text.add.configurationsNeeded(file.name));
  }
  const answer = await world.terminal.ask(text.add.askConfigurations(file.name), proposal);
  if (answer === '') throw new WrongUse(text.add.configurationsNeeded(file.name));
  return withTested(written(answer.split(/\s*;\s*/), session), tested);
}

/** Whether a file needs nothing of a configuration: it adopts the language and nothing else. */
export const fitsEvery = ({ facts }: Pick<OfferedFile, 'facts'>): boolean =>
  facts.objects.every(({ kind, belonging }) => belonging !== 'adopted' || kind === 'Language');

/** Whether two builds are for one configuration, or one of them for every one. */
export function sharesConfiguration(
  made: WrittenConfigurations,
  standing: readonly BuildConfiguration[],
): boolean {
  const names = standing.map(({ name }) => name);
  if (made === 'any' || names.includes(ANY_CONFIGURATION)) return true;
  return made.some(({ name }) => names.includes(name));
}

/**
 * What the options say of this file: `FILE:Name=range` speaks of one file, `Name=range` of the only file, or of all files
 * where it is the only one of its kind. Several configurations for several files are nobody's guess. Throws `WrongUse`.
 */
function askedFor(
  file: OfferedFile,
  { configuration }: AddOptions,
  offered: readonly OfferedFile[],
  session: Session,
): WrittenConfigurations | undefined {
  const names = offered.map(({ name }) => name);
  const scoped = configuration.flatMap((pair) => {
    const name = names.find((candidate) => pair.startsWith(`${candidate}:`));
    return name === undefined ? [] : [{ name, pair: pair.slice(name.length + 1) }];
  });
  const own = scoped.filter(({ name }) => name === file.name).map(({ pair }) => pair);
  if (own.length > 0) return written(own, session);
  const forAll = configuration.filter((pair) => !names.some((name) => pair.startsWith(`${name}:`)));
  if (forAll.length === 0) return undefined;
  if (forAll.length > 1 && new Set(names).size > 1)
    throw new WrongUse(session.text.add.manyConfigurations([...new Set(names)].join(', ')));
  return written(forAll, session);
}

function written(pairs: readonly string[], session: Session): WrittenConfigurations {
  if (pairs.length === 1 && pairs[0] === 'any') return 'any';
  const ranges = pairsOf(pairs, '--configuration', session);
  return [...ranges].map(([name, version]) => ({ name, version }));
}

const withTested = (
  configurations: WrittenConfigurations,
  tested: ReadonlyMap<string, string>,
): WrittenConfigurations =>
  configurations === 'any'
    ? configurations
    : configurations.map((configuration) => {
        const version = tested.get(configuration.name);
        return version === undefined ? configuration : { ...configuration, tested: version };
      });

/** `Name=value` by name. Ranges hold `=` themselves, so only the first one divides. */
function pairsOf(pairs: readonly string[], option: string, { text }: Session): ReadonlyMap<string, string> {
  return new Map(
    pairs.map((pair) => {
      const at = pair.indexOf('=');
      if (at < 1) throw new WrongUse(text.message.badPair(option, pair));
      return [pair.slice(0, at).trim(), pair.slice(at + 1).trim()];
    }),
  );
}

function fromEarlierRelease(file: OfferedFile, extension: ExtensionEntry): WrittenConfigurations | undefined {
  for (const { manifest } of extension.releases.toReversed()) {
    const { builds } = manifest.value;
    const build =
      builds.find((candidate) => clearName(candidate.file) === file.name) ??
      (builds.length === 1 ? builds[0] : undefined);
    if (build === undefined) continue;
    const fitted = build.configurations.some(({ name }) => name === ANY_CONFIGURATION);
    // What the next file adopts may be more than the one before did.
    if (fitted) return fitsEvery(file) ? 'any' : undefined;
    return build.configurations.map(({ name, version, tested }) => ({
      name,
      version: version.text,
      ...(tested && { tested: tested.text }),
    }));
  }
  return undefined;
}
