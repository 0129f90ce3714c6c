import type { ReasonCode } from '../../decide/offer.ts';
import { say, type Untyped, type Words } from '../wording.ts';

/** Why something is not offered to an infobase, or what to know about it, in English. */
export const REASONS_EN: Words<Untyped<ReasonCode>> = {
  'basic-version': () => ({
    message: say`A basic version of the program does not attach extensions.`,
    cure: say`Move to the PROF version.`,
  }),
  cloud: () => ({
    message: say`The infobase runs in a cloud, where the service installs extensions itself.`,
    cure: say`Ask the support of the cloud.`,
  }),
  'configuration-too-new': ({ release, configuration, version, range }) => ({
    message: say`Version ${release} is not ready for ${configuration} ${version} yet: it is made for “${range}”.`,
    cure: say`Wait for a release for your version of the configuration.`,
  }),
  'configuration-too-old': ({ release, configuration, version, range }) => ({
    message: say`Version ${release} needs ${configuration} “${range}”, you have ${version}.`,
    cure: say`Update the configuration first.`,
  }),
  'configuration-unsupported': ({ configuration, version, range }) => ({
    message:
      range === undefined
        ? say`There is no such extension for the configuration ${configuration}.`
        : say`There is no such extension for ${configuration} ${version}: it is made for “${range}”.`,
    cure: say`Download the nearest one and adapt it, or ask its vendor.`,
  }),
  'configuration-untested': ({ release, configuration, version, tested }) => ({
    message: say`Version ${release} was tried with ${configuration} ${tested}, you have ${version}.`,
    cure: say`Switch on “show untested” and try it in a copy of the infobase.`,
  }),
  conflict: ({ name, action, ru, en }) =>
    action === 'warn'
      ? { message: say`Mind ${name}: ${en ?? ru}`, cure: say`Read what that means before you install.` }
      : {
          message: say`${name} is in the way: ${en ?? ru}`,
          cure: say`Remove what is in the way, or move from it as its vendor describes.`,
        },
  'less-stable-channel': ({ release, channel }) => ({
    message: say`Version ${release} is in the channel “${channel}” only.`,
    cure: say`Choose that channel in the settings if you are ready for pre-releases.`,
  }),
  'license-not-for-product': ({ products }) => ({
    message: say`Your licence does not open this extension: one for ${products} is needed.`,
    cure: say`Buy a licence or extend yours.`,
  }),
  'license-required': () => ({
    message: say`The extension is paid, and no licence was entered.`,
    cure: say`Enter the licence key.`,
  }),
  'license-revoked': () => ({
    message: say`The licence was revoked.`,
    cure: say`Ask whoever issued it.`,
  }),
  'license-window-ended': ({ release, updatesUntil, validUntil, open }) => ({
    message:
      updatesUntil === undefined
        ? say`The licence was valid until ${validUntil}.`
        : say`The licence brought updates until ${updatesUntil}, version ${release} is later.`,
    cure:
      open === undefined
        ? say`Extend the licence.`
        : say`Extend the licence, or install version ${open}, which is open to you.`,
  }),
  'platform-too-old': ({ release, platform, required }) => ({
    message: say`Version ${release} needs platform “${required}”, you have ${platform}.`,
    cure: say`Update the 1C:Enterprise platform.`,
  }),
  'rollout-waiting': ({ release, percent, pausedAt }) => ({
    message:
      pausedAt === undefined
        ? say`Version ${release} is released step by step (now to ${percent} % of infobases), and your turn has not come yet.`
        : say`The release of version ${release} was paused on ${pausedAt}.`,
    cure: say`Wait, or ask for the update by hand if you need it now.`,
  }),
  'ssl-too-old': ({ release, ssl, required }) => ({
    message:
      ssl === undefined
        ? say`Version ${release} needs БСП “${required}”, and your configuration does not have it.`
        : say`Version ${release} needs БСП “${required}”, you have ${ssl}.`,
    cure: say`Update the configuration.`,
  }),
  'step-required': ({ release, updateFrom, step }) => ({
    message: say`Only versions “${updateFrom}” update to ${release}.`,
    cure:
      step === undefined
        ? say`There is no version in between: ask the vendor how to move.`
        : say`Install ${step} first.`,
  }),
  withdrawn: ({ release, replacement }) => ({
    message: say`Version ${release} was withdrawn by its vendor.`,
    cure: replacement === undefined ? say`Do not install it.` : say`Install ${replacement} instead.`,
  }),
};
