import { USUAL_INSTALL, type ReleaseDocument } from '../../scripts/model/documents.ts';
import type { HttpService } from '../../scripts/model/passport.ts';
import type { StepText, TroubleText } from '../i18n/install-texts.ts';
import type { InstallerFile } from '../publication/read-installer.ts';
import { installerOffer, type InstallerOffer } from './installer.ts';
import { rangeText } from './range-text.ts';
import type { Reader } from './reader.ts';

/** A step of the guide. */
export interface StepView extends StepText {
  /** Conditions or addresses that belong to the step. */
  readonly details: readonly string[];
}

/** How to install one release by hand, generated from its manifest. */
export interface InstallGuide {
  readonly steps: readonly StepView[];
  readonly troubles: readonly TroubleText[];
  /** The installer that makes these steps itself; absent where the publisher hands none over. */
  readonly installer?: InstallerOffer;
  /** How far the guide can be relied on. */
  readonly reliability: string;
}

/** What a guide follows from besides the manifest. */
export interface GuideMaterial {
  readonly services: readonly HttpService[];
  /** Absent: the publisher hands none over. */
  readonly installer?: readonly InstallerFile[] | undefined;
}

/** The steps that this release asks for, in the order in which a person makes them. */
export function installGuide(
  release: ReleaseDocument,
  { services, installer = [] }: GuideMaterial,
  reader: Reader,
): InstallGuide {
  const offer = installerOffer(installer, reader);
  const words = reader.texts.install;
  const exclusive = release.builds.some((build) => build.exclusive === true);
  const { dangerousActionsProtection } = { ...USUAL_INSTALL, ...release.install };
  const steps: readonly (StepView | undefined)[] = [
    step(words.fit, requirements(release, reader)),
    release.updateFrom === undefined
      ? undefined
      : step(words.updateFrom(rangeText(release.updateFrom, reader))),
    step(words.copy),
    step(isSealed(release) ? reader.texts.purchase.step : words.download),
    exclusive ? step(words.exclusive) : undefined,
    step(words.add),
    safeModeStep(release, reader),
    dangerousActionsProtection ? undefined : step(words.protectionOff),
    step(words.restart),
    ...publicationSteps(release, services, reader),
  ];
  return {
    steps: steps.filter((one) => one !== undefined),
    troubles: words.troubleList,
    ...(offer && { installer: offer }),
    reliability: words.unverified,
  };
}

/** Whether no platform opens the files before a key does. */
const isSealed = ({ builds }: ReleaseDocument): boolean => builds.some(({ unlock }) => unlock !== undefined);

const step = (text: StepText, details: readonly string[] = []): StepView => ({ ...text, details });

function requirements({ requires }: ReleaseDocument, reader: Reader): readonly string[] {
  const words = reader.texts.install;
  return [
    ...(requires?.platform === undefined ? [] : [words.platform(rangeText(requires.platform, reader))]),
    ...(requires?.ssl === undefined ? [] : [words.ssl(rangeText(requires.ssl, reader))]),
  ];
}

function safeModeStep(release: ReleaseDocument, reader: Reader): StepView {
  const words = reader.texts.install;
  const { safeMode } = { ...USUAL_INSTALL, ...release.install };
  if (typeof safeMode === 'string') return step(words.securityProfile(safeMode));
  return step(safeMode ? words.safeModeOn : words.safeModeOff);
}

function publicationSteps(
  release: ReleaseDocument,
  services: readonly HttpService[],
  reader: Reader,
): readonly StepView[] {
  const words = reader.texts.install;
  return (release.install?.publish ?? []).map((publication) =>
    publication === 'httpServices'
      ? step(words.httpServices, [...new Set(services.map((service) => `/hs/${service.rootUrl}`))])
      : step(words.clientAccess),
  );
}
