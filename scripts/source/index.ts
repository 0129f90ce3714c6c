export { directoryFiles } from './files/directory-files.ts';
export { gitChanges, mergeBase, type ChangedFile } from './files/git-changes.ts';
export { gitIn, type Git } from './files/git-command.ts';
export { gitFiles, type GitFiles } from './files/git-files.ts';
export { memoryFiles, type FileRecord } from './files/memory-files.ts';
export { overlayFiles } from './files/overlay-files.ts';
export type { TreeEntry, TreeEntryKind, TreeFiles } from './files/tree-files.ts';
export { LIMITS } from './limits.ts';
export type { ValueType } from './manifest/value-type.ts';
export type { WrittenBuild } from './schema/build-schema.ts';
export type { WrittenConfigurations } from './schema/configurations-schema.ts';
export type { WrittenExtension } from './schema/extension-schema.ts';
export type { WrittenLicensing } from './schema/licensing-schema.ts';
export type { WrittenPublisher } from './schema/publisher-schema.ts';
export type { WrittenRelease, WrittenWithdrawal } from './schema/release-schema.ts';
export type { TextFormat } from './schema/text-format.ts';
export { schemaFile, schemaFileText, writtenSchemas, type ManifestKind } from './schema/written-schemas.ts';
export { SourceError, type SourceErrorArguments, type SourceErrorCode } from './source-error.ts';
export type { SourceProblem, SourceProblemCode } from './source-problem.ts';
export { readReleaseTree } from './tree/read-release-tree.ts';
export { parsePassport, PASSPORT_ENDING } from './tree/release-passports.ts';
export type { TreeReading, TreeReadingOptions } from './tree/tree-reading.ts';
export type { YamlFault } from './yaml/read-yaml.ts';
export { appendItem, type AppendedItem } from './write/append-item.ts';
export { extendReleaseManifest } from './write/extend-release-manifest.ts';
export {
  newConfigurationsManifest,
  newExtensionManifest,
  newLicensingManifest,
  newPublisherManifest,
  newReleaseManifest,
} from './write/new-manifest.ts';
export { setField, type NewField } from './write/set-field.ts';
export { setItems, type NewItems } from './write/set-items.ts';
export { withdrawRelease } from './write/withdraw-release.ts';
