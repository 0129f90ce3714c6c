import { Document } from 'yaml';
import type { WrittenConfigurations } from '../schema/configurations-schema.ts';
import type { WrittenExtension } from '../schema/extension-schema.ts';
import type { WrittenLicensing } from '../schema/licensing-schema.ts';
import type { WrittenPublisher } from '../schema/publisher-schema.ts';
import type { WrittenRelease } from '../schema/release-schema.ts';
import { schemaFile, type ManifestKind } from '../schema/written-schemas.ts';
import { manifestNode, TO_STRING } from './manifest-node.ts';

/** Text of a new `extensions/<id>/<version>/release.yaml`; reads back as the same value. */
export const newReleaseManifest = (written: WrittenRelease): string =>
  newManifest('release', written, '../../../');

/** Text of a new `extensions/<id>/extension.yaml`. */
export const newExtensionManifest = (written: WrittenExtension): string =>
  newManifest('extension', written, '../../');

/** Text of a new `publisher.yaml`. */
export const newPublisherManifest = (written: WrittenPublisher): string =>
  newManifest('publisher', written, '');

/** Text of a new `configurations.yaml`. */
export const newConfigurationsManifest = (written: WrittenConfigurations): string =>
  newManifest('configurations', written, '');

/** Text of a new `licensing.yaml`. */
export const newLicensingManifest = (written: WrittenLicensing): string =>
  newManifest('licensing', written, '');

/** The first line tells editors where the schema lies, so that they complete fields and show their descriptions. */
function newManifest(kind: ManifestKind, written: object, toTree: string): string {
  const body = new Document(manifestNode(kind, written, [])).toString(TO_STRING);
  return `# yaml-language-server: $schema=${toTree}${schemaFile(kind)}\n${body}`;
}
