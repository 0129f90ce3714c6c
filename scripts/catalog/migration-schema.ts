import { z } from 'zod';
import type {
  ConflictDocument,
  MigrationDocument,
  MigrationHead,
  ModuleSignDocument,
  ScenarioDocument,
  StepDocument,
} from '../model/migration-document.ts';
import {
  FIELD_TYPES,
  STEP_KINDS,
  STORE_KINDS,
  type IdentifierField,
  type IdentifierMapping,
  type IdentifierStore,
  type MigrationLimit,
} from '../model/migration.ts';
import { formatVersion, listOf, localizedText, objectOf, range } from './schema-pieces.ts';

const extensionSign = z.object({
  extension: z.string().describe('Inner name, Расширение.Имя.'),
  versions: range.exactOptional(),
});
const subsystemSign = z.object({ subsystem: z.string().describe('Subsystems with dots between them.') });
const objectSign = z.object({ object: z.string().describe('ПолноеИмя() of a metadata object.') });

/** How a module is recognised in an infobase. */
const moduleSign: z.ZodType<ModuleSignDocument> = z
  .union([extensionSign.readonly(), subsystemSign.readonly(), objectSign.readonly()])
  .describe('What shows that a module is there.');

const answer = {
  action: z.enum(['refuse', 'warn']).describe('refuse: not offered beside it. warn: the user is told.'),
  reason: localizedText,
};

/** Another module beside which an extension must not, or should not, be installed. */
export const conflict: z.ZodType<ConflictDocument> = z.union([
  extensionSign.extend(answer).readonly(),
  subsystemSign.extend(answer).readonly(),
  objectSign.extend(answer).readonly(),
]);

const headShape = {
  from: z.string().describe('Name of the older module in addresses.'),
  title: localizedText,
  recognize: listOf(moduleSign).describe('The older module is there when any of these is.'),
};

/** What an extension's document says of a migration. */
export const migrationHead = objectOf<MigrationHead>()(headShape);

const step = objectOf<StepDocument>()({
  id: z.string(),
  kind: z.enum(STEP_KINDS),
  title: localizedText,
  where: z.enum(['working', 'copy']).exactOptional().describe('Infobase; working when absent.'),
  who: z.enum(['administrator', 'user', 'vendor']).exactOptional().describe('administrator when absent.'),
  needs: listOf(z.string()).exactOptional().describe('Earlier steps that must be done before.'),
  verify: z
    .enum(['module-absent', 'module-present', 'extension-installed', 'identifiers-loaded'])
    .exactOptional()
    .describe('What an installer can see for itself.'),
  mapping: z.string().exactOptional().describe('Mapping that unload and load carry over.'),
  onFailure: localizedText,
  text: localizedText.exactOptional().describe('Longer text, Markdown.'),
});

const scenario = objectOf<ScenarioDocument>()({
  id: z.string(),
  title: localizedText,
  summary: localizedText,
  steps: listOf(step).describe('In the order in which they are done.'),
});

const store = objectOf<IdentifierStore>()({
  kind: z.enum(STORE_KINDS),
  name: z.string(),
  owner: z.string().exactOptional().describe('Whose objects carry the additional attribute.'),
  columns: z.record(z.string(), z.string()).describe('Column by name of the field.'),
});

const mapping = objectOf<IdentifierMapping>()({
  id: z.string(),
  revision: z.int().min(1).describe('Files of another revision are refused.'),
  title: localizedText,
  fields: listOf(
    objectOf<IdentifierField>()({ name: z.string(), type: z.enum(FIELD_TYPES), key: z.boolean() }),
  ),
  source: store,
  target: store,
  existing: z.enum(['keep', 'replace', 'report']),
});

/** `extensions/<id>.migrate.<from>.json`. */
export const migrationDocument = objectOf<MigrationDocument>()({
  type: z.literal('migration'),
  formatVersion,
  extension: z.string().describe('Id of the extension.'),
  ...headShape,
  scenarios: listOf(scenario).describe('The recommended one first.'),
  limits: listOf(
    objectOf<MigrationLimit>()({ id: z.string(), what: localizedText, consequence: localizedText }),
  ).describe('What is not carried over.'),
  mappings: listOf(mapping).describe('What is carried over.'),
}).describe('How to move from an older module to an extension.');
