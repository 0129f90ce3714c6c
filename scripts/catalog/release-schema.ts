import { z } from 'zod';
import type {
  BuildConfigurationDocument,
  BuildDocument,
  InstallDocument,
  ReleaseDocument,
  UnlockDocument,
  WithdrawalDocument,
} from '../model/documents.ts';
import type { Rollout } from '../model/release.ts';
import {
  day,
  digest,
  fileVersion,
  listOf,
  localizedText,
  objectOf,
  pinnedFile,
  range,
  version,
} from './schema-pieces.ts';

const unlock = objectOf<UnlockDocument>()({
  product: z.string(),
  month: z
    .string()
    .regex(/^\d{4}-\d{2}$/)
    .describe('Month of the release, YYYY-MM.'),
  sealed: z.string().describe('Base64 of 32 bytes.'),
}).describe('How a licence for the product opens the file.');

const buildConfiguration = objectOf<BuildConfigurationDocument>()({
  name: z
    .string()
    .exactOptional()
    .describe(
      'Метаданные.Имя, or * for every configuration. Absent in a configuration document: its own configuration.',
    ),
  version: range.describe('Range of versions that the build is made for.'),
  tested: version
    .exactOptional()
    .describe('Newest version it was tried with. Absent: take the range at its word.'),
}).describe('Versions of one configuration that a build is made for.');

const build = objectOf<BuildDocument>()({
  fileVersion: fileVersion
    .exactOptional()
    .describe('Version as this file says it. Absent: as the release says.'),
  file: z
    .string()
    .describe('It lies at files/<id>/<version>/<file> below the public address, unless urls says otherwise.'),
  length: z.int().min(0).describe('Bytes.'),
  sha256: digest,
  urls: listOf(z.string()).exactOptional().describe('Addresses of the file, the preferred one first.'),
  configurations: listOf(buildConfiguration).describe('What the file is made for.'),
  exclusive: z
    .boolean()
    .exactOptional()
    .describe('Every other session must leave the infobase first. Absent: false.'),
  unlock: listOf(unlock).exactOptional().describe('Present when the file is protected.'),
  clear: pinnedFile.exactOptional().describe('The .cfe inside a protected file.'),
  passport: pinnedFile
    .exactOptional()
    .describe('What the file says about itself, at <file>.passport.json. Only in extension documents.'),
}).describe('One file of a release, pinned.');

const install = objectOf<InstallDocument>()({
  safeMode: z
    .union([z.boolean(), z.string()])
    .exactOptional()
    .describe('false switches safe mode off, a text names a security profile. Absent: true.'),
  dangerousActionsProtection: z.boolean().exactOptional().describe('Absent: true.'),
  publish: listOf(z.enum(['httpServices', 'clientAccess']))
    .exactOptional()
    .describe('What an administrator still has to publish by hand. Absent: nothing.'),
}).describe('What to set when the extension is written into an infobase.');

const rollout = objectOf<Rollout>()({
  percent: z.number().min(0).max(100).describe('Share of infobases that are offered the release by itself.'),
  pausedAt: day.nullable().describe('Day on which the rollout was stopped; null while it goes on.'),
}).describe('Staged rollout. Ignored for critical releases and requests by hand.');

const withdrawalShape = { date: day, reason: localizedText, replacement: version.exactOptional() };

/** Why a release was withdrawn, in the history of an extension. */
export const withdrawal = objectOf<WithdrawalDocument>()(withdrawalShape).describe(
  'Why the release must not be installed any more, and what to install instead.',
);

/** A withdrawn release in the document of a configuration. */
export const withdrawnVersion = objectOf<WithdrawalDocument & { readonly version: string }>()({
  version,
  ...withdrawalShape,
});

/** A release, in the history of an extension and in the document of a configuration. */
export const release = objectOf<ReleaseDocument>()({
  version,
  fileVersion: fileVersion
    .exactOptional()
    .describe('Version as the files say it, to the letter. Absent: version.'),
  date: day,
  channel: z.string(),
  importance: z.enum(['normal', 'recommended', 'critical']).exactOptional().describe('Absent: normal.'),
  updateFrom: range
    .exactOptional()
    .describe(
      'Installed versions that may be updated; others pass through an earlier release first. Absent: any.',
    ),
  requires: objectOf<NonNullable<ReleaseDocument['requires']>>()({
    platform: range.exactOptional().describe('Versions of the platform.'),
    ssl: range.exactOptional().describe('Versions of БСП, the standard subsystems library.'),
  })
    .exactOptional()
    .describe('Absent: nothing is required.'),
  install: install.exactOptional(),
  rollout: rollout.exactOptional(),
  withdrawn: withdrawal.exactOptional(),
  brief: localizedText.exactOptional().describe('First lines of the notes as plain text. Absent: no notes.'),
  notes: localizedText
    .exactOptional()
    .describe('Whole notes as Markdown by a stranger: never HTML, never code. Only in extension documents.'),
  builds: listOf(build).describe('Files of the release; each fits other configurations.'),
}).describe('One release of an extension.');
