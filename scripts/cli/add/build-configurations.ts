import { ANY_CONFIGURATION } from '../../model/any-configuration.ts';
import { clearName } from '../../license/protected-name.ts';
import type { ExtensionEntry } from '../../model/release-tree.ts';
import type { WrittenBuild } from '../../source/index.ts';
import { WrongUse } from '../session/exit-code.ts';
import type { Session } from '../session/session.ts';
import type { OfferedFile } from './offered-file.ts';
import type { AddOptions } from './options.ts';

type WrittenConfigurations = WrittenBuild['configurations'];

/**
 * Configurations that a file is made for, which it cannot say itself: as the options say; else as for the file of the
 * same name (or the only file) in the newest earlier release; else as a person answers. Throws `WrongUse`.
 */
export async function configurationsOf(
  file: OfferedFile,
  { options, extension }: { readonly options: AddOptions; readonly extension: ExtensionEntry | undefined },
  session: Session,
): Promise<WrittenConfigurations> {
  if (options.configuration.length > 0) return fromOptions(options, session);
  const before = extension && fromEarlierRelease(file, extension);
  if (before !== undefined) return withTested(before, pairsOf(options.tested, '--tested', session));
  const { world, text } = session;
  const answer = await world.terminal?.ask(text.add.askConfigurations(file.name));
  if (answer === undefined || answer === '') throw new WrongUse(text.add.configurationsNeeded(file.name));
  return fromOptions({ ...options, configuration: answer.split(/\s*;\s*/) }, session);
}

function fromOptions(options: AddOptions, session: Session): WrittenConfigurations {
  const ranges = pairsOf(options.configuration, '--configuration', session);
  const configurations = [...ranges].map(([name, version]) => ({ name, version }));
  return withTested(configurations, pairsOf(options.tested, '--tested', session));
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
    if (build.configurations.some(({ name }) => name === ANY_CONFIGURATION)) return 'any';
    return build.configurations.map(({ name, version, tested }) => ({
      name,
      version: version.text,
      ...(tested && { tested: tested.text }),
    }));
  }
  return undefined;
}
