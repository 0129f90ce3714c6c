import type {
  ExistingRule,
  StepKind,
  StepPerformer,
  StepPlace,
  StepVerification,
  StoreKind,
} from '../../scripts/model/migration.ts';

/** Conflicts with other modules, and guides for moving from one. */
export interface MigrationTexts {
  /** Title of the section about other modules. */
  readonly conflicts: string;
  readonly extensionSign: (name: string) => string;
  readonly versions: (range: string) => string;
  readonly subsystemSign: (name: string) => string;
  readonly objectSign: (name: string) => string;
  readonly action: Readonly<Record<'refuse' | 'warn', string>>;
  readonly guideLink: (module: string) => string;
  /** Title of a guide. */
  readonly title: (module: string) => string;
  readonly description: (extension: string, module: string) => string;
  readonly recognized: string;
  readonly limits: string;
  readonly limitsLead: string;
  readonly carried: string;
  readonly columns: { readonly what: string; readonly carried: string; readonly means: string };
  readonly yes: string;
  readonly no: string;
  readonly from: (source: string, target: string) => string;
  readonly store: Readonly<Record<StoreKind, string>>;
  readonly existing: Readonly<Record<ExistingRule, string>>;
  readonly choose: string;
  readonly chooseLead: string;
  readonly recommended: string;
  readonly steps: (count: number) => string;
  readonly picture: string;
  readonly place: Readonly<Record<StepPlace, string>>;
  readonly where: Readonly<Record<StepPlace, string>>;
  readonly who: Readonly<Record<StepPerformer, string>>;
  /** Short names of steps, at most 12 letters: they stand in the picture. */
  readonly kind: Readonly<Record<StepKind, string>>;
  readonly file: string;
  readonly needs: (steps: string) => string;
  readonly verify: Readonly<Record<StepVerification, string>>;
  readonly byPerson: string;
  readonly byInstaller: string;
  readonly onFailure: string;
  readonly print: string;
}
