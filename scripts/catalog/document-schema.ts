import { z } from 'zod';
import type {
  CatalogConfiguration,
  CatalogDocument,
  CatalogExtension,
  ConfigurationDocument,
  ConfigurationExtension,
  ExtensionDocument,
  ExtensionHead,
  FileVersionDocument,
  LatestRelease,
  LicensingDocument,
} from '../model/documents.ts';
import { conflict, migrationHead } from './migration-schema.ts';
import { release, withdrawnVersion } from './release-schema.ts';
import {
  channels,
  configuration,
  day,
  fileVersion,
  formatVersion,
  listOf,
  localizedText,
  objectOf,
  pinnedFile,
  publisher,
  range,
  vendor,
  version,
} from './schema-pieces.ts';
import type { ShapeOf } from './schema-pieces.ts';

const head: ShapeOf<ExtensionHead> = {
  id: z.string().regex(/^[a-z0-9-]{2,64}$/),
  name: z.string().describe('Inner name, Расширение.Имя in an infobase.'),
  title: localizedText,
  price: z.enum(['free', 'paid']),
  products: listOf(z.string()).exactOptional().describe('Products whose licence opens a paid extension.'),
  conflicts: listOf(conflict).exactOptional().describe('Modules that it cannot stay beside.'),
};

/** `extensions/<id>.json`. */
export const extensionDocument = objectOf<ExtensionDocument>()({
  type: z.literal('extension'),
  formatVersion,
  ...head,
  summary: localizedText,
  vendor,
  eula: objectOf<NonNullable<ExtensionDocument['eula']>>()({
    ru: pinnedFile.exactOptional(),
    en: pinnedFile.exactOptional(),
  })
    .exactOptional()
    .describe('Licence agreement by language, at files/<id>/eula.<language>.md.'),
  channels,
  migrations: listOf(migrationHead)
    .exactOptional()
    .describe('Older modules that one can move from; how, says extensions/<id>.migrate.<from>.json.'),
  releases: listOf(release).describe('The whole history, newest release first.'),
}).describe('One extension with its whole history.');

const configurationExtension = objectOf<ConfigurationExtension>()({
  ...head,
  releases: listOf(release).describe('Releases that some infobase could still be offered, newest first.'),
  withdrawn: listOf(withdrawnVersion).exactOptional().describe('To be told to an infobase that runs one.'),
  fileVersions: listOf(objectOf<FileVersionDocument>()({ version, fileVersion }))
    .exactOptional()
    .describe(
      'What files of releases that are left out here say of their version, where it is another text.',
    ),
});

/** `configurations/<Имя>.json`. */
export const configurationDocument = objectOf<ConfigurationDocument>()({
  type: z.literal('configuration'),
  formatVersion,
  configuration,
  channels,
  extensions: listOf(configurationExtension).describe('Sorted by id.'),
}).describe('What is made for one configuration.');

const catalogExtension = objectOf<CatalogExtension>()({
  ...head,
  summary: localizedText,
  vendor,
  latest: z
    .record(
      z.string(),
      objectOf<LatestRelease>()({ version, fileVersion: fileVersion.exactOptional(), date: day }),
    )
    .describe('Newest standing release by channel.'),
  configurations: listOf(
    objectOf<CatalogConfiguration>()({
      name: z.string().describe('Метаданные.Имя, or * for every configuration.'),
      version: range.describe('Every version that some release is made for.'),
      tested: version.exactOptional().describe('Newest version that some release was tried with.'),
    }),
  ).describe('What the extension is made for, sorted by name.'),
  subsystems: listOf(z.string())
    .exactOptional()
    .describe('Subsystems that the newest files adopt: what an infobase of another configuration may share.'),
});

/** `catalog.json`. */
export const catalogDocument = objectOf<CatalogDocument>()({
  type: z.literal('catalog'),
  formatVersion,
  publisher,
  configurations: listOf(configuration).describe('Sorted by name.'),
  extensions: listOf(catalogExtension).describe('Sorted by id.'),
}).describe('All extensions, in short.');

/** `licensing.json`. */
export const licensingDocument = objectOf<LicensingDocument>()({
  type: z.literal('licensing'),
  formatVersion,
  licensePrefix: z.string().describe('First part of licence keys.'),
  keys: listOf(
    objectOf<LicensingDocument['keys'][number]>()({
      keyid: z.string().describe('How envelopes of licences name the key.'),
      keytype: z.literal('ed25519'),
      public: z.string().describe('32 bytes in hexadecimal.'),
    }),
  ).describe('Keys that sign licences.'),
  products: listOf(
    objectOf<LicensingDocument['products'][number]>()({ id: z.string(), title: localizedText }),
  ).describe('What licences are sold for.'),
}).describe('What a client needs to check a licence.');
