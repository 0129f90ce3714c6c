import type { Migration, MigrationStep, Scenario } from '../model/migration.ts';
import type { ExtensionEntry, Manifest, MigrationEntry } from '../model/release-tree.ts';
import type { CheckContext } from './context.ts';
import { extensionsIn } from './scope.ts';

/** A way to move from an older module, with the extension that it leads to. */
export interface MigrationSite {
  readonly extension: ExtensionEntry;
  readonly entry: MigrationEntry;
  readonly manifest: Manifest<Migration>;
  readonly migration: Migration;
}

/** One step with its place in its scenario. */
export interface StepSite extends MigrationSite {
  readonly scenario: Scenario;
  readonly step: MigrationStep;
  /** Steps before it in the scenario. */
  readonly earlier: readonly MigrationStep[];
  /** Path of the step in the manifest. */
  readonly path: readonly ['scenarios', number, 'steps', number];
}

/** Migrations of the extensions whose problems are wanted. */
export function* migrationsIn(context: CheckContext): Generator<MigrationSite> {
  for (const extension of extensionsIn(context)) {
    for (const entry of extension.migrations ?? []) {
      yield { extension, entry, manifest: entry.manifest, migration: entry.manifest.value };
    }
  }
}

/** Their steps. */
export function* stepsIn(context: CheckContext): Generator<StepSite> {
  for (const site of migrationsIn(context)) {
    for (const [at, scenario] of site.migration.scenarios.entries()) {
      for (const [index, step] of scenario.steps.entries()) {
        const earlier = scenario.steps.slice(0, index);
        yield { ...site, scenario, step, earlier, path: ['scenarios', at, 'steps', index] };
      }
    }
  }
}
