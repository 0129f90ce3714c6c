import { createHash } from 'node:crypto';
import type { Configuration, Extension, Publisher } from '../model/extension.ts';
import { startOf } from '../model/problem.ts';
import type { Build, Release } from '../model/release.ts';
import type { ExtensionEntry, Manifest, Notes, ReleaseEntry, ReleaseTree } from '../model/release-tree.ts';
import { parseRange } from '../model/version-range.ts';
import type { VersionRange } from '../model/version-range.ts';
import { parseVersion } from '../model/version.ts';
import type { Version } from '../model/version.ts';

/** How much is generated. The same size gives the same tree. */
export interface GeneratedSize {
  readonly extensions: number;
  readonly releasesEach: number;
  /** Releases after which a build asks for newer configurations: so many are superseded by one. Absent: 10. */
  readonly releasesPerRange?: number;
  /** Characters of the notes of a release. Absent: 300. */
  readonly notesLength?: number;
  /** Where the files would be: no bytes are made for them. Absent: `repository`. */
  readonly files?: 'repository' | 'another-host';
}

/** A publisher with many extensions, as values. */
export function generatedTree(size: GeneratedSize): ReleaseTree {
  return {
    publisher: manifest('publisher.yaml', PUBLISHER),
    configurations: manifest('configurations.yaml', CONFIGURATIONS),
    extensions: Array.from({ length: size.extensions }, (_, at) => extensionEntry(at, size)),
  };
}

const PUBLISHER: Publisher = {
  id: 'generated',
  name: { ru: 'Большой издатель', en: 'A large publisher' },
  url: 'https://releases.example/',
  licensePrefix: 'GEN',
  channels: ['stable', 'beta'],
  locales: ['ru'],
  vendors: [],
};

const CONFIGURATIONS: readonly Configuration[] = [
  ['БухгалтерияПредприятия', 'Бухгалтерия предприятия', '3.0', 'accounting'],
  ['УправлениеТорговлей', 'Управление торговлей', '11', 'trade'],
  ['ЗарплатаИУправлениеПерсоналом', 'Зарплата и управление персоналом', '3.1', 'payroll'],
  ['КомплекснаяАвтоматизация', 'Комплексная автоматизация', '2', 'trade'],
].map(([name = '', title = '', edition = '', family = '']) => ({
  name,
  title: { ru: title },
  edition,
  family,
}));

const manifest = <T>(file: string, value: T): Manifest<T> => ({ file, value, placeOf: () => startOf(file) });

/** Shared, because a hundred thousand empty maps are forty megabytes. */
const NOTHING = new Map<string, never>();

function extensionEntry(at: number, size: GeneratedSize): ExtensionEntry {
  const id = `ext-${at + 1}`;
  const value: Extension = {
    id,
    name: `Расширение${at + 1}`,
    title: { ru: `Обмен с сервисом ${at + 1}`, en: `Exchange with service ${at + 1}` },
    summary: {
      ru: 'Передаёт документы и справочники и принимает статусы.',
      en: 'Sends documents, receives their states.',
    },
    vendor: { name: { ru: 'Поставщик' }, url: 'https://vendor.example/' },
    price: 'free',
    products: [],
    conflicts: [],
    owners: [],
  };
  return {
    id,
    manifest: manifest(`extensions/${id}/extension.yaml`, value),
    eula: new Map(),
    releases: Array.from({ length: size.releasesEach }, (_, number) => releaseEntry(id, number, size)),
  };
}

function releaseEntry(id: string, number: number, size: GeneratedSize): ReleaseEntry {
  const version = versionOf(`1.${Math.floor(number / 100)}.${number % 100}`);
  const folder = `extensions/${id}/${version.text}`;
  const value: Release = {
    version,
    date: new Date(Date.UTC(2020, 0, 1 + (number % 2500))).toISOString().slice(0, 10),
    channel: number % 10 === 5 ? 'beta' : 'stable',
    importance: number % 50 === 49 ? 'critical' : 'normal',
    requires: {},
    install: { safeMode: true, dangerousActionsProtection: true, exclusive: 'auto', publish: [] },
    builds: [buildOf(`${id}/${version.text}`, number, size)],
  };
  return {
    folder: version.text,
    manifest: manifest(`${folder}/release.yaml`, value),
    notes: [notesOf(folder, number, size)],
    artifacts: NOTHING,
    passports: NOTHING,
  };
}

function buildOf(place: string, number: number, { releasesPerRange = 10, files }: GeneratedSize): Build {
  const least = 100 + 5 * Math.floor(number / releasesPerRange);
  return {
    file: 'extension.cfe',
    urls: files === 'another-host' ? [`https://files.example/${place}/extension.cfe`] : [],
    sha256: createHash('sha256').update(place).digest('hex'),
    length: 200_000 + number,
    configurations: CONFIGURATIONS.slice(0, 2).map(({ name }) => ({
      name,
      version: rangeOf(`>=3.0.${least} <3.1`),
      tested: versionOf(`3.0.${least + 20}`),
    })),
  };
}

const SENTENCE = 'Исправлена передача документов с несколькими ставками налога. ';

function notesOf(folder: string, number: number, { notesLength = 300 }: GeneratedSize): Notes {
  const text = `Выпуск ${number + 1}. ${SENTENCE.repeat(Math.ceil(notesLength / SENTENCE.length))}`;
  return { locale: 'ru', format: 'md', file: `${folder}/notes.ru.md`, text: text.slice(0, notesLength) };
}

/** Reads a text that this file wrote; what is the same in many releases is one value, as `source/` has it. */
function reading<T>(parse: (text: string) => T | undefined): (text: string) => T {
  const known = new Map<string, T>();
  return (text) => {
    const value = known.get(text) ?? parse(text);
    if (value === undefined) throw new RangeError(text);
    known.set(text, value);
    return value;
  };
}

const versionOf: (text: string) => Version = reading(parseVersion);
const rangeOf: (text: string) => VersionRange = reading(parseRange);
