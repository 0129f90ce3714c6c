import type { CatalogDocument, CatalogExtension } from '../model/documents.ts';
import type { Configuration } from '../model/extension.ts';
import { compareText } from '../model/problem.ts';

/** An extension that is not made for a configuration and could be adapted to it. */
export interface Nearest {
  readonly extension: CatalogExtension;
  /** Names of the configurations that make it near: of the same family, or else all that it is made for. */
  readonly configurations: readonly string[];
  /** `family`: made for a configuration of the same family. `reach`: made for many configurations. */
  readonly reason: 'family' | 'reach';
}

/**
 * What to offer for download and adaptation where nothing is made for a configuration (`formats.md`, section 4):
 * extensions for configurations of the same family first, then those with the widest reach; at equal places by id.
 * Extensions that are made for the configuration itself are not near but there, and left out.
 */
export function nearest(catalog: CatalogDocument, configuration: string): readonly Nearest[] {
  const kin = new Set(kinOf(catalog.configurations, configuration));
  return catalog.extensions
    .filter((extension) => !namesOf(extension).includes(configuration))
    .map((extension) => nearnessOf(extension, kin))
    .toSorted(byNearness);
}

function kinOf(configurations: readonly Configuration[], name: string): readonly string[] {
  const family = configurations.find((configuration) => configuration.name === name)?.family;
  return configurations.filter((other) => other.family === family).map((other) => other.name);
}

function nearnessOf(extension: CatalogExtension, kin: ReadonlySet<string>): Nearest {
  const names = namesOf(extension);
  const related = names.filter((name) => kin.has(name));
  return related.length > 0
    ? { extension, configurations: related, reason: 'family' }
    : { extension, configurations: names, reason: 'reach' };
}

const namesOf = ({ configurations }: CatalogExtension): readonly string[] => [
  ...new Set(configurations.map(({ name }) => name)),
];

function byNearness(a: Nearest, b: Nearest): number {
  if (a.reason !== b.reason) return a.reason === 'family' ? -1 : 1;
  const reach = namesOf(b.extension).length - namesOf(a.extension).length;
  return reach || compareText(a.extension.id, b.extension.id);
}
