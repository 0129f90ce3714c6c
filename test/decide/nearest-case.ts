import { readFileSync } from 'node:fs';
import type { CatalogDocument, CatalogExtension } from '../../scripts/model/documents.ts';
import { EXTENSION } from './samples.ts';

interface NearestVectors {
  readonly catalogs: Readonly<
    Record<
      string,
      {
        readonly configurations: readonly (readonly [name: string, family: string])[];
        readonly extensions: readonly (readonly [id: string, ...configurations: string[]])[];
        readonly subsystems?: Readonly<Record<string, readonly string[]>>;
      }
    >
  >;
  readonly cases: readonly {
    readonly reason: string;
    readonly catalog: string;
    readonly configuration: string;
    readonly present?: readonly string[];
    readonly near: readonly (readonly string[])[];
  }[];
}

/** The vectors that BSL runs too. */
export const vectors = JSON.parse(
  readFileSync(new URL('../vectors/nearest.json', import.meta.url), 'utf8'),
) as NearestVectors;

/** A catalogue of the vectors as it is published. */
export function catalogOf(name: string): CatalogDocument {
  const { configurations = [], extensions = [], subsystems = {} } = vectors.catalogs[name] ?? {};
  return {
    type: 'catalog',
    formatVersion: 1,
    publisher: {
      ...{ id: 'demo', name: { ru: '' }, url: 'https://example.com/', licensePrefix: 'DEMO' },
      ...{ channels: ['stable'], locales: ['ru'] },
    },
    configurations: configurations.map(([own, family]) => ({
      name: own,
      family,
      edition: '3.0',
      title: { ru: own },
    })),
    extensions: extensions.map(([id, ...names]) => ({
      ...extensionOf(id, names),
      ...(subsystems[id] && { subsystems: subsystems[id] }),
    })),
  };
}

const extensionOf = (id: string, names: readonly string[]): CatalogExtension => ({
  ...{ id, name: id, title: EXTENSION.title, price: 'free' },
  summary: { ru: '' },
  vendor: { name: { ru: '' } },
  latest: {},
  configurations: names.map((name) => ({ name, version: '*' })),
});
