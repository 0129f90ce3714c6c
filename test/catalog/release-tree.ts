import type { Passport } from '../../scripts/model/passport.ts';
import type { Configuration, Extension, Publisher } from '../../scripts/model/extension.ts';
import type { Licensing } from '../../scripts/model/licensing.ts';
import { startOf } from '../../scripts/model/problem.ts';
import type { Build, BuildConfiguration, Release } from '../../scripts/model/release.ts';
import type {
  ExtensionEntry,
  Manifest,
  Notes,
  ReleaseEntry,
  ReleaseTree,
} from '../../scripts/model/release-tree.ts';
import type { Locale } from '../../scripts/model/text.ts';
import { parseRange } from '../../scripts/model/version-range.ts';
import { compareVersions, parseVersion } from '../../scripts/model/version.ts';

/** A release as a test says it: versions and ranges as text, everything but the version optional. */
export interface ReleaseSketch extends Partial<
  Omit<Release, 'version' | 'builds' | 'updateFrom' | 'requires'>
> {
  readonly version: string;
  readonly updateFrom?: string;
  readonly requires?: { readonly platform?: string; readonly ssl?: string };
  readonly builds?: readonly BuildSketch[];
  readonly notes?: Partial<Record<Locale, string>>;
  readonly passports?: Readonly<Record<string, Passport>>;
  /** Contents of files in the folder, by name. */
  readonly artifacts?: Readonly<Record<string, string>>;
}

/** A build as a test says it: `{ БухгалтерияПредприятия: '>=3.0.140 <3.1' }`, the tested version after `tested`. */
export interface BuildSketch extends Partial<Omit<Build, 'configurations'>> {
  readonly made?: Readonly<Record<string, string>>;
  readonly tested?: string;
}

export interface ExtensionSketch extends Partial<Extension> {
  readonly id: string;
  readonly releases?: readonly ReleaseSketch[];
  readonly eula?: Partial<Record<Locale, string>>;
}

export interface TreeSketch {
  readonly publisher?: Partial<Publisher>;
  readonly configurations?: readonly string[];
  readonly extensions?: readonly ExtensionSketch[];
  readonly licensing?: Licensing;
}

/** A release tree in one literal. */
export function releaseTree(sketch: TreeSketch = {}): ReleaseTree {
  const publisher: Publisher = {
    id: 'demo',
    name: { ru: 'Демо' },
    url: 'https://demo.example/',
    licensePrefix: 'DEMO',
    channels: ['stable', 'beta'],
    locales: ['ru'],
    vendors: [],
    ...sketch.publisher,
  };
  const names = sketch.configurations ?? ['БухгалтерияПредприятия', 'УправлениеТорговлей'];
  return {
    publisher: manifest('publisher.yaml', publisher),
    configurations: manifest('configurations.yaml', names.map(configuration)),
    ...(sketch.licensing && { licensing: manifest('licensing.yaml', sketch.licensing) }),
    extensions: (sketch.extensions ?? []).map(extensionEntry),
  };
}

const manifest = <T>(file: string, value: T): Manifest<T> => ({ file, value, placeOf: () => startOf(file) });

const configuration = (name: string): Configuration => ({
  name,
  title: { ru: name },
  edition: '3.0',
  family: 'accounting',
});

function extensionEntry({ id, releases = [], eula = {}, ...rest }: ExtensionSketch): ExtensionEntry {
  const extension: Extension = {
    id,
    name: `Расширение_${id.replaceAll('-', '_')}`,
    title: { ru: `Расширение ${id}` },
    summary: { ru: 'Делает полезное.' },
    vendor: { name: { ru: 'Поставщик' } },
    price: 'free',
    products: [],
    conflicts: [],
    owners: [],
    ...rest,
  };
  const entries = releases.map((release) => releaseEntry(id, release));
  return {
    id,
    manifest: manifest(`extensions/${id}/extension.yaml`, extension),
    eula: new Map(Object.entries(eula) as [Locale, string][]),
    releases: entries.toSorted((a, b) => compareVersions(a.manifest.value.version, b.manifest.value.version)),
  };
}

function releaseEntry(id: string, sketch: ReleaseSketch): ReleaseEntry {
  const {
    version,
    updateFrom,
    requires = {},
    builds = [{}],
    notes = {},
    passports = {},
    artifacts = {},
    ...rest
  } = sketch;
  const folder = `extensions/${id}/${version}`;
  const release: Release = {
    version: parseVersion(version)!,
    date: '2026-11-01',
    channel: 'stable',
    importance: 'normal',
    install: { safeMode: true, dangerousActionsProtection: true, exclusive: 'auto', publish: [] },
    builds: builds.map((build) => buildOf(id, build)),
    ...rest,
    ...(updateFrom && { updateFrom: parseRange(updateFrom)! }),
    requires: {
      ...(requires.platform && { platform: parseRange(requires.platform)! }),
      ...(requires.ssl && { ssl: parseRange(requires.ssl)! }),
    },
  };
  return {
    folder: version,
    manifest: manifest(`${folder}/release.yaml`, release),
    notes: Object.entries(notes).map(([locale, text]): Notes => {
      const file = `${folder}/notes.${locale}.md`;
      return { locale: locale as Locale, format: 'md', file, text };
    }),
    artifacts: new Map(
      Object.entries(artifacts).map(([name, text]) => {
        const bytes = new TextEncoder().encode(text);
        return [name, { file: `${folder}/${name}`, length: bytes.length, read: async () => bytes }];
      }),
    ),
    passports: new Map(Object.entries(passports)),
  };
}

const buildOf = (id: string, { made, tested, ...rest }: BuildSketch): Build => ({
  file: `${id}.cfe`,
  urls: [],
  sha256: 'ab'.repeat(32),
  length: 1000,
  configurations: Object.entries(made ?? { БухгалтерияПредприятия: '>=3.0.140' }).map(
    ([name, range]): BuildConfiguration => ({
      name,
      version: parseRange(range)!,
      ...(tested && { tested: parseVersion(tested)! }),
    }),
  ),
  ...rest,
});

/** A passport of a file that changes the data structure, or does not. */
export const passport = (changesDataStructure: boolean): Passport => ({
  formatVersion: 1,
  sha256: 'cd'.repeat(32),
  length: 900,
  name: 'Расширение',
  synonym: {},
  version: '1.0',
  vendor: '',
  prefix: 'р_',
  purpose: 'AddOn',
  compatibilityMode: 'Version8_3_24',
  extensionCompatibilityMode: 'Version8_3_24',
  changesDataStructure,
  objects: [],
  httpServices: [],
  interceptions: [],
  defaultRoles: [],
});
