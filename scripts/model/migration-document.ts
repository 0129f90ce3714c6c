import type { Conflict } from './extension.ts';
import type { FORMAT_VERSION } from './format-version.ts';
import type { IdentifierMapping, MigrationLimit, MigrationStep, Scenario } from './migration.ts';
import type { LocalizedText } from './text.ts';

/** How a module is recognised, as published; ranges are texts on the wire. */
export type ModuleSignDocument =
  | { readonly extension: string; readonly versions?: string }
  | { readonly subsystem: string }
  | { readonly object: string };

/** Another module beside which an extension must not, or should not, be installed, as published. */
export type ConflictDocument = ModuleSignDocument & Pick<Conflict, 'action' | 'reason'>;

/** A way to move, as an extension's document names it: enough to recognise the old module. */
export interface MigrationHead {
  readonly from: string;
  readonly title: LocalizedText;
  readonly recognize: readonly ModuleSignDocument[];
}

/** A step as published. `where`: `working` when absent. `who`: `administrator` when absent. `needs`: nothing. */
export type StepDocument = Pick<MigrationStep, 'id' | 'kind' | 'title' | 'onFailure' | 'verify' | 'mapping'> &
  Partial<Pick<MigrationStep, 'where' | 'who' | 'needs'>> & {
    /** Longer text, Markdown. */
    readonly text?: LocalizedText;
  };

/** A scenario as published. */
export type ScenarioDocument = Omit<Scenario, 'steps'> & { readonly steps: readonly StepDocument[] };

/** `extensions/<id>.migrate.<from>.json`: how to move from one older module to an extension. */
export interface MigrationDocument extends MigrationHead {
  readonly type: 'migration';
  readonly formatVersion: typeof FORMAT_VERSION;
  /** Id of the extension. */
  readonly extension: string;
  readonly scenarios: readonly ScenarioDocument[];
  readonly limits: readonly MigrationLimit[];
  readonly mappings: readonly IdentifierMapping[];
}
