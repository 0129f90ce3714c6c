import type {
  MigrationDocument,
  ScenarioDocument,
  StepDocument,
} from '../../scripts/model/migration-document.ts';
import type { IdentifierMapping, IdentifierStore } from '../../scripts/model/migration.ts';
import type { LocalizedText } from '../../scripts/model/text.ts';
import type { Link } from './chip.ts';
import { migrationPicture, type MigrationPicture } from './migration-picture.ts';
import { signText } from './module-sign.ts';
import type { Reader } from './reader.ts';

/** A row of the table of what is carried over and what is not. */
export interface CarriedRow {
  readonly what: string;
  readonly isCarried: boolean;
  readonly means: string;
}

/** One step as the guide tells it. */
export interface StepView {
  /** Anchor, one in the page. */
  readonly id: string;
  readonly title: string;
  /** Where it happens, who does it, what it needs: short sentences. */
  readonly facts: readonly string[];
  readonly verification: string;
  readonly onFailure: string;
  /** Longer text by a stranger, Markdown: never drawn but through `notes-renderer`. */
  readonly text?: LocalizedText;
}

/** A way to move. */
export interface ScenarioView {
  readonly id: string;
  readonly title: string;
  readonly summary: string;
  readonly count: string;
  readonly isRecommended: boolean;
  readonly picture: MigrationPicture;
  readonly steps: readonly StepView[];
}

/** A guide for moving from an older module. */
export interface MigrationView {
  readonly title: string;
  readonly description: string;
  /** What shows that the guide is for this infobase. */
  readonly signs: readonly string[];
  readonly limits: readonly { readonly what: string; readonly consequence: string }[];
  readonly carried: readonly CarriedRow[];
  readonly scenarios: readonly ScenarioView[];
  readonly sections: readonly Link[];
}

/** The guide for a reader. What is lost comes before anything that can be begun. */
export function migrationView(
  migration: MigrationDocument,
  extension: LocalizedText,
  reader: Reader,
): MigrationView {
  const words = reader.texts.migration;
  const module = reader.say(migration.title);
  const limits = migration.limits.map(({ what, consequence }) => ({
    what: reader.say(what),
    consequence: reader.say(consequence),
  }));
  const scenarios = migration.scenarios.map((scenario, at) => scenarioView(scenario, at === 0, reader));
  return {
    title: words.title(module),
    description: words.description(reader.say(extension), module),
    signs: migration.recognize.map((sign) => signText(sign, reader)),
    limits,
    carried: [
      ...limits.map(({ what, consequence }) => ({ what, isCarried: false, means: consequence })),
      ...migration.mappings.map((mapping) => mappingRow(mapping, reader)),
    ],
    scenarios,
    sections: [
      ...(limits.length > 0 ? [{ text: words.limits, href: '#limits' }] : []),
      ...scenarios.map(({ id, title }) => ({ text: title, href: `#${id}` })),
    ],
  };
}

function mappingRow(mapping: IdentifierMapping, reader: Reader): CarriedRow {
  const words = reader.texts.migration;
  const store = ({ kind, name }: IdentifierStore): string => `${words.store[kind]} ${name}`;
  return {
    what: reader.say(mapping.title),
    isCarried: true,
    means: `${words.from(store(mapping.source), store(mapping.target))} ${words.existing[mapping.existing]}`,
  };
}

const scenarioView = (scenario: ScenarioDocument, isFirst: boolean, reader: Reader): ScenarioView => ({
  id: `scenario-${scenario.id}`,
  title: reader.say(scenario.title),
  summary: reader.say(scenario.summary),
  count: reader.texts.migration.steps(scenario.steps.length),
  isRecommended: isFirst,
  picture: migrationPicture(scenario, reader),
  steps: scenario.steps.map((step) => stepView(step, scenario, reader)),
});

function stepView(step: StepDocument, { id, steps }: ScenarioDocument, reader: Reader): StepView {
  const words = reader.texts.migration;
  const numbers = (step.needs ?? []).map((need) => steps.findIndex((other) => other.id === need) + 1);
  return {
    id: `step-${id}-${step.id}`,
    title: reader.say(step.title),
    facts: [
      words.where[step.where ?? 'working'],
      words.who[step.who ?? 'administrator'],
      ...(numbers.length > 0 ? [words.needs(numbers.toSorted((a, b) => a - b).join(', '))] : []),
    ],
    verification: verificationOf(step, reader),
    onFailure: reader.say(step.onFailure),
    ...(step.text && { text: step.text }),
  };
}

function verificationOf({ kind, verify }: StepDocument, { texts }: Reader): string {
  const words = texts.migration;
  const isOurs = kind === 'install' || kind === 'unload' || kind === 'load';
  const seen = verify === undefined ? [] : [words.verify[verify]];
  const sentences = isOurs ? [words.byInstaller, ...seen] : seen;
  return sentences.length === 0 ? words.byPerson : sentences.join(' ');
}
