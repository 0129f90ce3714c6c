import type { ExtensionFacts } from '../../cfe/index.ts';
import { proposeVersion, versionOfMoment, type ProposedVersion } from '../../model/file-version.ts';
import { parseVersion, type Version } from '../../model/version.ts';
import { WrongUse } from '../session/exit-code.ts';
import type { Session } from '../session/session.ts';
import type { AddOptions } from './options.ts';

/** Under which version a file is released, and what it says of itself where that is another text. */
export interface ReleaseVersion {
  readonly version: Version;
  readonly fileVersion?: string;
  /** The version is a day, not what the vendor counts by. */
  readonly isDated?: true;
}

/** What a person says about versions. */
type VersionOptions = Pick<AddOptions, 'version' | 'versionFrom' | 'yes'>;

/**
 * The version of a file: as asked for, as the file says it, or as a person answers; told where it is not what the file
 * says. `undefined` where nobody can say. Throws `WrongUse` for options that cannot be read.
 */
export async function releaseVersion(
  shown: string,
  facts: Pick<ExtensionFacts, 'version' | 'entryTimes'>,
  { options, session }: { readonly options: VersionOptions; readonly session: Session },
): Promise<ReleaseVersion | undefined> {
  const { world, text } = session;
  const asked = askedVersion(options, session);
  if (asked !== undefined) return named(asked, facts.version);
  const proposed = proposalOf(facts, options);
  if (proposed?.because === 'spelling') return named(proposed.version, facts.version);
  const version = options.yes
    ? proposed?.version
    : await answeredVersion(text.add.askVersion(shown, facts.version), proposed, session);
  if (version === undefined) return undefined;
  if (proposed?.version.text !== version.text) return named(version, facts.version);
  const { because } = proposed;
  world.err(text.add.versionProposed(shown, { told: facts.version, version: version.text, because }));
  const isDated = because === 'date' || because === 'entry-time';
  return { ...named(version, facts.version), ...(isDated && { isDated }) };
}

function askedVersion({ version: written }: VersionOptions, { text }: Session): Version | undefined {
  if (written === undefined) return undefined;
  const version = parseVersion(written);
  if (version === undefined) throw new WrongUse(text.message.badVersion('--version', written));
  return version;
}

/** An empty version is told by the day on which the file was saved where somebody wants that. */
function proposalOf(
  { version, entryTimes }: Pick<ExtensionFacts, 'version' | 'entryTimes'>,
  { versionFrom, yes }: VersionOptions,
): ProposedVersion | undefined {
  const proposed = versionFrom === 'date' ? undefined : proposeVersion(version);
  const mayTakeDate = versionFrom === 'date' || yes === true;
  return proposed ?? (mayTakeDate && entryTimes ? versionOfMoment(entryTimes[1]) : undefined);
}

/** Asked until the answer is a version; where nobody sits, the proposal is taken. */
async function answeredVersion(
  question: string,
  proposed: ProposedVersion | undefined,
  { world, text }: Session,
): Promise<Version | undefined> {
  if (world.terminal === undefined) return proposed?.version;
  for (;;) {
    const answer = await world.terminal.ask(question, proposed?.version.text);
    const version = parseVersion(answer);
    if (version !== undefined) return version;
    world.err(`${text.message.badVersion('', answer)}\n`);
  }
}

/** Readers compare texts to the letter, so what they could not read as this version is written down. */
function named(version: Version, told: string): ReleaseVersion {
  const canonical = version.raw === undefined ? version : (parseVersion(version.text) ?? version);
  const read = parseVersion(told);
  const isSame = read !== undefined && read.text === canonical.text;
  return { version: canonical, ...(!isSame && { fileVersion: told }) };
}
