import type { ReleaseCheckCode } from '../check-groups.ts';
import { say, sayReason, type Untyped, type Words } from '../wording.ts';
import { NOTES_EN } from './notes.ts';

/** Checks of what people write about extensions and releases, in English. */
export const RELEASE_CHECKS_EN: Words<Untyped<ReleaseCheckCode>> = {
  'any-configuration-unproved': ({ file, objects, count }) => ({
    message: say`configurations: any promises ${file} to every infobase, but it adopts objects of a configuration (${count}: ${objects}), which another one does not have.`,
    cure: say`List the configurations that it is made for: - {name: …, version: …}.`,
  }),
  'builds-overlap': ({ name, range, other, otherRange }) => ({
    message: say`Versions “${range}” of ${name} already belong to ${other} (“${otherRange}”): nobody can tell which of the two to install.`,
    cure: say`Part the ranges so that each version of ${name} lies in one of them only.`,
  }),
  'channel-unknown': ({ channel, nearest, channels }) => ({
    message: say`publisher.yaml has no channel “${channel}”: nobody would see this release.`,
    cure:
      nearest === ''
        ? say`Write one of the channels: ${channels}; or add a new one to publisher.yaml.`
        : say`Write channel: ${nearest}; or add the channel to publisher.yaml (there are: ${channels}).`,
  }),
  'configuration-unknown': ({ name, nearest, known, file }) => ({
    message: say`${file} has no configuration “${name}”.`,
    cure:
      nearest === ''
        ? say`Correct the name (Метаданные.Имя; known: ${known}) or describe the configuration in ${file}.`
        : say`Write name: ${nearest}, or describe a new configuration in ${file}.`,
  }),
  'conflict-itself': ({ name }) => ({
    message: say`The extension “${name}” is said to conflict with itself: nobody could update it.`,
    cure: say`Name another module, or remove this entry.`,
  }),
  'conflict-one-sided': ({ name, other, manifest }) => ({
    message: say`“${name}” cannot stay beside “${other}”, and “${other}” does not know: it will be installed beside it.`,
    cure: say`Add such an entry with extension: ${name} to ${manifest}.`,
  }),
  'date-before-release': ({ field, date, released }) => ({
    message: say`The date ${date} in ${field} is before the day of the release, ${released}.`,
    cure: say`Correct one of the dates: ${field} cannot be before ${released}.`,
  }),
  'date-in-future': ({ field, date, now }) => ({
    message: say`The date ${date} in ${field} has not come yet: today is ${now}.`,
    cure: say`Write ${field}: ${now} or an earlier date.`,
  }),
  'eula-missing': ({ file }) => ({
    message: say`A paid extension without a licence agreement: there is no ${file}.`,
    cure: say`Put the text of the agreement into ${file}.`,
  }),
  'extension-name-duplicate': ({ name, other }) => ({
    message: say`The extension ${other} already has the name “${name}”: in one infobase they would replace each other.`,
    cure: say`Rename the extension in the Designer and write its new name here.`,
  }),
  'folder-version-mismatch': ({ version, folder }) => ({
    message: say`The folder is called “${folder}”, the manifest says version ${version}.`,
    cure: say`Rename the folder to ${version} or correct the version field.`,
  }),
  'license-record-open': ({ file, reason }) => ({
    message: say`The record of a licence, ${file}, is not encrypted as records are (${reason}): anybody can read it.`,
    cure: say`Write it anew: vypusk license extend. If git has it already, replace the secret: vypusk license rotate.`,
  }),
  'notes-forbidden-markup': (args) => sayReason(NOTES_EN, args),
  'notes-missing': ({ locale, file }) => ({
    message: say`There are no release notes in the language “${locale}”.`,
    cure: say`Write in ${file} what changed, for the person who installs it.`,
  }),
  'notes-picture-missing': ({ picture }) => ({
    message: say`The notes show the picture ${picture}, and the folder of the release has no such file.`,
    cure: say`Put the picture beside the notes or into the folder images, or take it out of the text.`,
  }),
  'notes-placeholder': ({ file }) => ({
    message: say`There is nothing in ${file} yet: only a heading, or a word left for later.`,
    cure: say`Write into ${file} what changed, for those who will update.`,
  }),
  'prefix-of-1c-patch': ({ name, prefix }) => ({
    message: say`The name “${name}” starts with “${prefix}”: patches by 1C are called so, and БСП removes them by itself when the configuration is updated.`,
    cure: say`Rename the extension in the Designer: its name must not start with “${prefix}”.`,
  }),
  'prerelease-in-stable': ({ version, channel, others }) => ({
    message: say`The pre-release ${version} goes to the channel “${channel}”, which everybody gets.`,
    cure: say`Write another channel (${others}) or release a version without the tag after the dash.`,
  }),
  'price-products-mismatch': ({ price }) =>
    price === 'paid'
      ? {
          message: say`The extension is paid, but nothing says a licence for which products opens it.`,
          cure: say`Add products: [name-of-product] or write price: free.`,
        }
      : {
          message: say`The extension is free, but it has a list of products.`,
          cure: say`Delete the products field or write price: paid.`,
        },
  'product-unknown': ({ product, nearest, known }) => ({
    message: say`The product “${product}” is none of those that licences are issued for.`,
    cure:
      nearest === ''
        ? say`Write one of the known products: ${known}.`
        : say`Write ${nearest}; known products: ${known}.`,
  }),
  'range-admits-nothing': ({ field, range }) => ({
    message: say`No version lies in the range “${range}” (${field}).`,
    cure: say`Check its signs and bounds: for example, ">=1.2 <2" instead of ">2 <1.2".`,
  }),
  'release-unreachable': ({ version, by }) => ({
    message: say`No infobase will ever be offered ${version}: the newer ${by} fits everybody whom it fits.`,
    cure: say`Give it a version above ${by}, or narrow the ranges of ${by} if some infobases are to get ${version}.`,
  }),
  'replacement-missing': ({ replacement, why }) => ({
    message:
      why === 'withdrawn'
        ? say`The replacement ${replacement} was itself withdrawn.`
        : say`There is no release ${replacement} to replace this one.`,
    cure: say`Name a release in replacement that exists and is not withdrawn, or delete the field.`,
  }),
  'replacement-not-newer': ({ replacement, version }) => ({
    message: say`The replacement ${replacement} is not newer than the withdrawn ${version}: updates only go up, so nobody would be offered it.`,
    cure: say`Release a correction with a version above ${version} and name it in replacement.`,
  }),
  'rollout-ignored': ({ percent }) => ({
    message: say`A critical release goes to everybody at once: the rollout (${percent} %) has no effect.`,
    cure: say`Delete rollout or write importance: recommended.`,
  }),
  'screenshot-refused': ({ file, reason, width, height, least, most }) => ({
    message:
      reason === 'missing'
        ? say`The folder screenshots has no ${file}.`
        : reason === 'size'
          ? say`The screenshot ${file} has ${width} by ${height} pixels: a side has from ${least} to ${most}.`
          : say`What is inside of ${file} is no PNG, JPEG or WebP, whatever its name says.`,
    cure: say`Put the picture into the folder screenshots of the extension, or take this line out.`,
  }),
  'step-dead-end': ({ version, range, versions, more }) => ({
    message: say`Only versions “${range}” update to ${version}, and ${versions}${andMore(more)} have no way there: no release in between takes them.`,
    cure: say`Widen updateFrom, or release a version in between to which they may move.`,
  }),
  'step-unreachable': ({ version, range, newest }) => ({
    message: say`Only versions “${range}” update to ${version}, and there is no such release: nobody could update.`,
    cure: say`Let updateFrom include a release that exists, for example updateFrom: ">=${newest}".`,
  }),
  'tested-outside-range': ({ name, tested, range }) => ({
    message: say`The file was tried with ${name} ${tested}, but the range “${range}” does not admit that version.`,
    cure: say`Correct tested, or widen version so that ${tested} lies in it.`,
  }),
  'text-untranslated': ({ field, file }) => ({
    message: say`The field ${field} is not translated: English readers would see Russian text.`,
    cure:
      file === undefined
        ? say`Write ${field}: {ru: …, en: …}.`
        : say`Put the file ${file} beside the manifest.`,
  }),
  'unlock-mismatch': ({ file, field, state }) =>
    state === 'missing'
      ? {
          message: say`The file ${file} is protected, and the manifest has no ${field}: no client will open it.`,
          cure: say`Add the file with vypusk add: it writes clear and unlock.`,
        }
      : {
          message: say`The file ${file} is open; ${field} means nothing here.`,
          cure: say`Delete the field ${field}.`,
        },
  'unlock-month-mismatch': ({ file, written, date, month }) => ({
    message: say`The file ${file} is sealed for ${written}, and the release is dated ${date}: licences count by its month.`,
    cure: say`Put the date back into ${written}, or delete this build and add the file again: vypusk add seals it for ${month}.`,
  }),
  'unlock-product-unlisted': ({ file, product, manifest }) => ({
    message: say`The file ${file} opens for the product “${product}”, which the extension does not list: customers are not told.`,
    cure: say`Add ${product} to products in ${manifest}, or delete this entry.`,
  }),
  'version-duplicate': ({ version, other }) => ({
    message: say`Version ${version} was already released in ${other}: missing parts count as zeros.`,
    cure: say`Release the next version, or delete one of the two releases if it was not published.`,
  }),
  'version-not-increasing': ({ version, date, other, otherDate, channel }) => ({
    message: say`Version ${version} was released on ${date}, later than the greater version ${other} (${otherDate}) in the same channel “${channel}”: nobody would be offered it.`,
    cure: say`Give the release a version above ${other}, or correct its date.`,
  }),
  'version-spelling': ({ written, folder, version }) => ({
    message:
      folder === ''
        ? say`The version is written “${written}” and spelled ${version}: a version has one spelling.`
        : say`The folder is called “${folder}” and the version is spelled ${version}: a version has one spelling.`,
    cure:
      folder === ''
        ? say`Write version: ${version}.`
        : say`Write version: ${version} and rename the folder to ${version}.`,
  }),
};

const andMore = (count: unknown): string =>
  typeof count === 'number' && count > 0 ? ` and ${count} more` : '';
