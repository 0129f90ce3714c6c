import { isForConfiguration } from '../model/any-configuration.ts';
import type { CatalogDocument, CatalogExtension } from '../model/documents.ts';
import type { Environment } from '../model/environment.ts';
import type { Configuration } from '../model/extension.ts';
import { compareText } from '../model/problem.ts';

/** An extension that is not made for a configuration and could be adapted to it. */
export interface Nearest {
  readonly extension: CatalogExtension;
  /** Names of the configurations that make it near: of the same family, or else all that it is made for. */
  readonly configurations: readonly string[];
  /**
   * `family`: made for a configuration of the same family. `subsystems`: adopts subsystems that the infobase has.
   * `reach`: made for many configurations.
   */
  readonly reason: (typeof REASONS)[number];
  /** Subsystems of the infobase that it adopts, as the extension names them. */
  readonly shared: readonly string[];
}

/** The nearest first. */
const REASONS = ['family', 'subsystems', 'reach'] as const;

/**
 * What to offer for download and adaptation where nothing is made for a configuration (`formats.md`, section 4):
 * extensions for configurations of the same family first, then those that adopt subsystems of the infobase, the most of
 * them first, then those with the widest reach; at equal places by id. Extensions that are made for the configuration
 * itself are not near but there, and left out.
 */
export function nearest(
  catalog: CatalogDocument,
  { configuration, present = [] }: NearestQuestion,
): readonly Nearest[] {
  const kin = new Set(kinOf(catalog.configurations, configuration.name));
  const subsystems = subsystemNames(present);
  return catalog.extensions
    .filter(
      (extension) => !extension.configurations.some((made) => isForConfiguration(made, configuration.name)),
    )
    .map((extension) => nearnessOf(extension, kin, subsystems))
    .toSorted(byNearness);
}

/** What nearness depends on. */
export interface NearestQuestion {
  readonly configuration: Pick<Environment['configuration'], 'name'>;
  readonly present?: readonly string[];
}

function kinOf(configurations: readonly Configuration[], name: string): readonly string[] {
  const family = configurations.find((configuration) => configuration.name === name)?.family;
  return configurations.filter((other) => other.family === family).map((other) => other.name);
}

/** Own names of the subsystems among what is there: a passport names a nested one without those around it. */
const subsystemNames = (present: readonly string[]): ReadonlySet<string> =>
  new Set(
    present
      .map((name) => name.toLowerCase())
      .filter((name) => name.startsWith('подсистема.'))
      .map((name) => name.slice(name.lastIndexOf('.') + 1)),
  );

function nearnessOf(
  extension: CatalogExtension,
  kin: ReadonlySet<string>,
  subsystems: ReadonlySet<string>,
): Nearest {
  const names = namesOf(extension);
  const related = names.filter((name) => kin.has(name));
  const shared = (extension.subsystems ?? []).filter((name) => subsystems.has(name.toLowerCase()));
  if (related.length > 0) return { extension, configurations: related, reason: 'family', shared };
  return { extension, configurations: names, reason: shared.length > 0 ? 'subsystems' : 'reach', shared };
}

const namesOf = ({ configurations }: CatalogExtension): readonly string[] => [
  ...new Set(configurations.map(({ name }) => name)),
];

const byNearness = (a: Nearest, b: Nearest): number =>
  REASONS.indexOf(a.reason) - REASONS.indexOf(b.reason) ||
  b.shared.length - a.shared.length ||
  namesOf(b.extension).length - namesOf(a.extension).length ||
  compareText(a.extension.id, b.extension.id);
