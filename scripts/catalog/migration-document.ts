import { FORMAT_VERSION } from '../model/format-version.ts';
import type { Conflict } from '../model/extension.ts';
import type {
  ConflictDocument,
  MigrationDocument,
  MigrationHead,
  ModuleSignDocument,
  ScenarioDocument,
  StepDocument,
} from '../model/migration-document.ts';
import type {
  IdentifierMapping,
  IdentifierStore,
  Migration,
  MigrationStep,
  Scenario,
} from '../model/migration.ts';
import type { ModuleSign } from '../model/module-sign.ts';
import { compareText } from '../model/problem.ts';
import type { MigrationEntry } from '../model/release-tree.ts';
import { textDocument } from './identity-document.ts';
import { notesOf } from './release-texts.ts';

/** A way to move, in short. */
export const migrationHead = ({ from, title, recognize }: Migration): MigrationHead => ({
  from,
  title: textDocument(title),
  recognize: recognize.map(signDocument),
});

/** `extensions/<id>.migrate.<from>.json`. */
export function migrationDocument(extension: string, entry: MigrationEntry): MigrationDocument {
  const migration = entry.manifest.value;
  return {
    type: 'migration',
    formatVersion: FORMAT_VERSION,
    extension,
    ...migrationHead(migration),
    scenarios: migration.scenarios.map((scenario) => scenarioDocument(scenario, entry)),
    limits: migration.limits.map(({ id, what, consequence }) => ({
      id,
      what: textDocument(what),
      consequence: textDocument(consequence),
    })),
    mappings: migration.mappings.map(mappingDocument),
  };
}

/** A sign as published. */
export function signDocument(sign: ModuleSign): ModuleSignDocument {
  if (!('extension' in sign)) return sign;
  const { extension, versions } = sign;
  return { extension, ...(versions && { versions: versions.text }) };
}

/** A conflict as published. */
export const conflictDocument = ({ with: sign, action, reason }: Conflict): ConflictDocument => ({
  ...signDocument(sign),
  action,
  reason: textDocument(reason),
});

const scenarioDocument = (
  { id, title, summary, steps }: Scenario,
  { texts }: MigrationEntry,
): ScenarioDocument => ({
  id,
  title: textDocument(title),
  summary: textDocument(summary),
  steps: steps.map((step) => {
    const text = notesOf(texts.get(`${id}.${step.id}`) ?? []);
    return { ...stepDocument(step), ...(text && { text }) };
  }),
});

const stepDocument = (step: MigrationStep): StepDocument => ({
  id: step.id,
  kind: step.kind,
  title: textDocument(step.title),
  ...(step.where !== 'working' && { where: step.where }),
  ...(step.who !== 'administrator' && { who: step.who }),
  ...(step.needs.length > 0 && { needs: step.needs }),
  ...(step.verify && { verify: step.verify }),
  ...(step.mapping !== undefined && { mapping: step.mapping }),
  onFailure: textDocument(step.onFailure),
});

const mappingDocument = (mapping: IdentifierMapping): IdentifierMapping => ({
  id: mapping.id,
  revision: mapping.revision,
  title: textDocument(mapping.title),
  fields: mapping.fields.map(({ name, type, key }) => ({ name, type, key })),
  source: storeDocument(mapping.source),
  target: storeDocument(mapping.target),
  existing: mapping.existing,
});

// Members of a record are sorted: their order in the manifest says nothing.
const storeDocument = ({ kind, name, owner, columns }: IdentifierStore): IdentifierStore => ({
  kind,
  name,
  ...(owner !== undefined && { owner }),
  columns: Object.fromEntries(Object.entries(columns).sort(([a], [b]) => compareText(a, b))),
});
