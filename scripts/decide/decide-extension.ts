import type { ConfigurationExtension, ExtensionHead } from '../model/documents.ts';
import type { Environment } from '../model/environment.ts';
import { compareVersions } from '../model/version.ts';
import { candidatesOf } from './candidate.ts';
import type { Candidate, Case } from './candidate.ts';
import { admittedChannels } from './channel.ts';
import { chooseRelease } from './choose-release.ts';
import type { Choice } from './choose-release.ts';
import type { DecisionContext } from './context.ts';
import { explainAbsence } from './explain-absence.ts';
import { installedRelease } from './installed-release.ts';
import { withOpenVersion } from './license.ts';
import { REASON_CODES } from './offer.ts';
import type { Offer, Reason } from './offer.ts';
import type { Installed } from './step.ts';
import { withdrawalOf, withdrawnVersions } from './withdrawal.ts';
import type { WithdrawnVersion } from './withdrawal.ts';

/**
 * What one infobase should do about one extension (`formats.md`, section 4): the newest release that fits, or the
 * newest step on the way to it; never a withdrawn release, and never an older one than is installed. An installed
 * version that cannot be read (real extensions carry empty ones and dates) counts as older than everything.
 *
 * Takes an extension of a configuration document, or an extension document. Pure: the day, places in rollouts and the
 * verified licence come with the context.
 */
export function decideExtension(
  extension: ConfigurationExtension,
  environment: Environment,
  context: DecisionContext,
): Offer {
  const found = environment.installed.find(({ name }) => name === extension.name);
  const installed = found && installedRelease(found, extension);
  const withdrawn = withdrawnVersions(extension);
  const choice = choose({ extension, environment, context }, withdrawn, installed);
  const withdrawal = typeof installed === 'object' ? withdrawalOf(withdrawn, installed) : undefined;
  return {
    extension: headOf(extension),
    ...choice,
    reasons: choice.reasons.toSorted((a, b) => placeOf(a) - placeOf(b)),
    ...(found && { installed: found.version }),
    ...(withdrawal && { withdrawn: withdrawal }),
  };
}

function choose(subject: Case, withdrawn: readonly WithdrawnVersion[], installed: Installed): Choice {
  const channels = admittedChannels(subject.context.channels, subject.environment.channel);
  const made = candidatesOf(subject);
  const considered = made.filter(
    ({ release, version }) => channels.includes(release.channel) && !withdrawalOf(withdrawn, version),
  );
  const newer = considered.filter(({ version }) => isNewer(version, installed));
  const gone = withdrawnVersions({ ...subject.extension, releases: made.map(({ release }) => release) });
  const isKnown = made.length > 0 || gone.length > 0;
  if (newer.length === 0 && (installed === undefined || !isKnown)) return explainAbsence(subject, made, gone);
  const choice: Choice =
    newer.length > 0 ? chooseRelease(newer, installed) : { status: 'current', reasons: [] };
  const notes = choice.status === 'current' ? notesOnInstalled(made, installed) : [];
  const open = considered.find(({ refusals }) => !refusals.some(isOfLicense))?.release.version;
  return { ...choice, reasons: [...choice.reasons, ...notes].map((reason) => withOpenVersion(reason, open)) };
}

const isOfLicense = ({ code }: Reason): boolean => code.startsWith('license-');

const isNewer = (version: Candidate['version'], installed: Installed): boolean =>
  typeof installed !== 'object' || compareVersions(version, installed) > 0;

/** Whether the configuration was updated past what the installed release was tried with, or a module is in the way. */
function notesOnInstalled(made: readonly Candidate[], installed: Installed): readonly Reason[] {
  const same = made.find(
    ({ version }) => typeof installed === 'object' && compareVersions(version, installed) === 0,
  );
  return [...(same?.notes ?? []), ...(same?.refusals ?? [])].filter(
    ({ code }) => code.startsWith('configuration-') || code === 'conflict',
  );
}

const placeOf = ({ code }: Reason): number => REASON_CODES.indexOf(code);

const headOf = ({ id, name, title, price, products }: ExtensionHead): ExtensionHead => ({
  id,
  name,
  title,
  price,
  ...(products && { products }),
});
