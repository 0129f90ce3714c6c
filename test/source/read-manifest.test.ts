import { describe, expect, test } from 'vitest';
import { parseRange } from '../../scripts/model/version-range.ts';
import { parseVersion } from '../../scripts/model/version.ts';
import { LIMITS } from '../../scripts/source/limits.ts';
import { nearestName } from '../../scripts/model/nearest-name.ts';
import { readManifest } from '../../scripts/source/manifest/read-manifest.ts';
import {
  CONFIGURATIONS,
  EXTENSION,
  PUBLISHER,
  RELEASE,
  type ManifestShape,
} from '../../scripts/source/schema/written-schemas.ts';
import type { SourceProblem } from '../../scripts/source/source-problem.ts';
import {
  CONFIGURATIONS_YAML,
  EXTENSION_YAML,
  PUBLISHER_YAML,
  RELEASE_YAML,
  SHA256,
  spoiled,
} from './written-manifests.ts';

function read<T>(shape: ManifestShape<T>, text: string) {
  const problems: SourceProblem[] = [];
  const manifest = readManifest(shape, { path: 'm.yaml', bytes: new TextEncoder().encode(text) }, problems);
  return { manifest, problems };
}

const releaseProblems = (text: string): SourceProblem[] => read(RELEASE, text).problems;

describe('problems stand where the mistake is and carry the cure', () => {
  test.each<[string, string, string, object]>([
    [
      'a mistyped field, which is then not missing',
      spoiled(RELEASE_YAML, 'channel:', 'chanel:'),
      'schema-unknown-field 3:1+6',
      { field: 'chanel', nearest: 'channel' },
    ],
    [
      'a field in the wrong case',
      `${RELEASE_YAML}updatefrom: ">=1"\n`,
      'schema-unknown-field 10:1+10',
      { nearest: 'updateFrom' },
    ],
    [
      'a field that resembles nothing, with all that may stand there',
      `${RELEASE_YAML}install: {zzz: 1}\n`,
      'schema-unknown-field 10:11+3',
      { nearest: '', known: ['safeMode', 'dangerousActionsProtection', 'exclusive', 'publish'] },
    ],
    [
      'a field of a choice of shapes',
      `${RELEASE_YAML}withdrawn: {date: 2026-11-09, reason: {ru: Да, rus: Да}}\n`,
      'schema-unknown-field 10:48+3',
      { known: ['ru', 'en'], nearest: 'ru' },
    ],
    [
      'a missing field: its mapping',
      spoiled(RELEASE_YAML, '    length: 286542\n', ''),
      'schema-required 5:5+13',
      { field: 'length' },
    ],
    [
      'a text where a number belongs',
      spoiled(RELEASE_YAML, '286542', '280 KB'),
      'schema-type 7:13+6',
      { field: 'length', expected: ['integer'], received: 'text' },
    ],
    [
      'neither of two shapes',
      `${RELEASE_YAML}install: {safeMode: [x]}\n`,
      'schema-type 10:21+3',
      { field: 'safeMode', expected: ['boolean', 'text'], received: 'list' },
    ],
    [
      'nothing after the colon',
      spoiled(RELEASE_YAML, 'channel: stable', 'channel:'),
      'schema-type 3:1+7',
      { received: 'null' },
    ],
    [
      'a mistyped word',
      `${RELEASE_YAML}importance: crytical\n`,
      'schema-choice 10:13+8',
      { value: 'crytical', nearest: 'critical', choices: ['normal', 'recommended', 'critical'] },
    ],
    [
      'a word that is not text',
      `${RELEASE_YAML}importance: [critical]\n`,
      'schema-choice 10:13+10',
      { value: '', nearest: '' },
    ],
    [
      'a wrong spelling',
      spoiled(RELEASE_YAML, '1.4.2.7', '1.4.2.7.1'),
      'schema-format 1:10+9',
      { field: 'version', value: '1.4.2.7.1', format: 'version' },
    ],
    [
      'a day that does not exist',
      spoiled(RELEASE_YAML, '2026-11-01', '2026-02-30'),
      'schema-format 2:7+10',
      { format: 'date', value: '2026-02-30' },
    ],
    [
      'a range that does not parse, in the second of two lists',
      spoiled(RELEASE_YAML, '>=3.0.140 <3.1', '>=3.0 <'),
      'schema-format 9:49+9',
      { field: 'version', format: 'range' },
    ],
    [
      'a number beyond its bound',
      `${RELEASE_YAML}rollout: {percent: 101}\n`,
      'schema-size 10:20+3',
      { field: 'percent', bound: 'most', limit: 100, unit: 'value' },
    ],
    [
      'a list without items',
      spoiled(RELEASE_YAML, 'file: crm.cfe', 'urls: []'),
      'schema-size 5:11+2',
      { bound: 'least', limit: 1, unit: 'items' },
    ],
    [
      'a text that is too long',
      `${RELEASE_YAML}channel2: x\n`.replace('stable', 'a'.repeat(40)),
      'schema-size 3:10+40',
      { bound: 'most', limit: 32, unit: 'characters' },
    ],
    [
      'a word twice in a list',
      `${RELEASE_YAML}install: {publish: [httpServices, httpServices]}\n`,
      'schema-duplicate 10:35+12',
      { field: 'publish', value: 'httpServices' },
    ],
    [
      'neither file nor addresses',
      spoiled(RELEASE_YAML, 'file: crm.cfe\n    ', ''),
      `schema-either 5:5+${'sha256: '.length + SHA256.length}`,
      { fields: ['file', 'urls'] },
    ],
    [
      'an address that names no file',
      spoiled(RELEASE_YAML, 'file: crm.cfe', 'urls: [https://a.example/get?id=7]'),
      'schema-format 5:12+26',
      { field: 'urls', format: 'file-name' },
    ],
  ])('%s', (_reason, text, expected, args) => {
    const [problem] = releaseProblems(text);
    const { line, column, length } = problem?.place ?? { line: 0, column: 0, length: 0 };
    expect(`${problem?.code ?? ''} ${line}:${column}+${length}`).toBe(expected);
    expect(problem).toMatchObject({ severity: 'error', args });
    expect(problem?.place.file).toBe('m.yaml');
  });

  test('all mistakes of a file are told at once', () => {
    const text = `${RELEASE_YAML}importance: x\n`.replace('stable', 'НЕТ').replace('crm.cfe', 'crm.exe');
    expect(releaseProblems(text).map(({ code, place }) => `${code} ${place.line}`)).toEqual([
      'schema-format 3',
      'schema-choice 10',
      'schema-format 5',
    ]);
  });

  test('one mistake is told once', () => {
    expect(releaseProblems(spoiled(RELEASE_YAML, '1.4.2.7', '[1]'))).toHaveLength(1);
    expect(releaseProblems(spoiled(RELEASE_YAML, 'channel:', 'chanel:'))).toHaveLength(1);
  });

  test('a configuration that stands twice is told at the second', () => {
    const { problems } = read(CONFIGURATIONS, CONFIGURATIONS_YAML + CONFIGURATIONS_YAML);
    expect(problems.map(({ code, place }) => `${code} ${place.line}`)).toEqual([
      'schema-duplicate 9',
      'schema-duplicate 13',
    ]);
  });

  test('a thousand mistakes give a list that can be read', () => {
    const items = '- name: 1\n'.repeat(1000);
    const { problems } = read(CONFIGURATIONS, items);
    expect(problems).toHaveLength(LIMITS.problemsPerFile + 1);
    expect(problems.at(-1)?.code).toBe('problems-omitted');
  });

  test('a wrong value is shown in part, however long', () => {
    const text = spoiled(RELEASE_YAML, 'crm.cfe', `${'я'.repeat(118)}!`);
    expect(String(releaseProblems(text)[0]?.args['value'])).toBe('я'.repeat(80));
  });

  test.each([
    ['an empty file', ''],
    ['only a comment', '# nothing yet\n'],
    ['a list', '- a\n'],
    ['a text', 'release\n'],
  ])('%s is not a mapping', (_reason, text) => {
    expect(releaseProblems(text)).toMatchObject([
      { code: 'schema-type', place: { line: 1, column: 1 }, args: { field: '', expected: ['mapping'] } },
    ]);
  });
});

describe('normalised values', () => {
  test('a release has every field that the program believes in', () => {
    expect(read(RELEASE, RELEASE_YAML).manifest?.value).toEqual({
      version: parseVersion('1.4.2.7'),
      date: '2026-11-01',
      channel: 'stable',
      importance: 'normal',
      requires: {},
      install: { safeMode: true, dangerousActionsProtection: true, exclusive: 'auto', publish: [] },
      builds: [
        {
          file: 'crm.cfe',
          urls: [],
          sha256: SHA256,
          length: 286542,
          configurations: [
            {
              name: 'БухгалтерияПредприятия',
              version: parseRange('>=3.0.140 <3.1'),
              tested: parseVersion('3.0.171.9'),
            },
          ],
        },
      ],
    });
  });

  test('an install without some fields has the others by default', () => {
    const { manifest } = read(RELEASE, `${RELEASE_YAML}install: {safeMode: false}\n`);
    expect(manifest?.value.install).toEqual({
      safeMode: false,
      dangerousActionsProtection: true,
      exclusive: 'auto',
      publish: [],
    });
  });

  test.each([
    ['https://a.example/files/crm.cfe?token=1', 'crm.cfe'],
    ['https://a.example/%D0%A0%D0%BE%D0%BC%D0%B0%D1%88%D0%BA%D0%B0.cfe.zip', 'Ромашка.cfe.zip'],
  ])('a file at %s is called %s', (url, file) => {
    const { manifest } = read(RELEASE, spoiled(RELEASE_YAML, 'file: crm.cfe', `urls: ["${url}"]`));
    expect(manifest?.value.builds[0]).toMatchObject({ file, urls: [url] });
  });

  test('versions that look like numbers are taken as they were typed', () => {
    const text = spoiled(spoiled(RELEASE_YAML, '1.4.2.7', '1.10'), '">=3.0.140 <3.1"', '3.10');
    const release = read(RELEASE, `${text}withdrawn: {date: 2026-11-09, reason: Ошибка, replacement: 2}\n`);
    expect(release.manifest?.value.version.text).toBe('1.10');
    expect(release.manifest?.value.builds[0]?.configurations[0]?.version.text).toBe('3.10');
    expect(release.manifest?.value.withdrawn?.replacement?.text).toBe('2');
  });

  test('a plain text is Russian, and lines are one line', () => {
    const text = spoiled(EXTENSION_YAML, 'Передаёт заказы в CRM.', '>\n  Передаёт\n  заказы\n\n  в CRM.\n');
    expect(read(EXTENSION, text).manifest?.value).toEqual({
      name: 'РомашкаCRM',
      title: { ru: 'Коннектор CRM', en: 'CRM connector' },
      summary: { ru: 'Передаёт заказы в CRM.' },
      vendor: { name: { ru: 'Ромашка Софт' }, url: 'https://romashka.example/' },
      price: 'free',
      products: [],
      conflicts: [],
      owners: [],
    });
  });

  test('a publisher has a stable channel and Russian by default', () => {
    const { manifest } = read(PUBLISHER, 'id: ab\nname: А\nurl: https://a.b/\nlicensePrefix: AB\n');
    expect(manifest?.value).toMatchObject({ channels: ['stable'], locales: ['ru'] });
    expect(read(PUBLISHER, PUBLISHER_YAML).manifest?.value.channels).toEqual(['stable', 'beta']);
  });

  test('a threshold is a number, one when it is not said', () => {
    const key = SHA256;
    const vendors = `vendors:\n  - {id: acme, keys: [${key}], threshold: 2}\n  - {id: other, keys: [${key}]}\n`;
    expect(read(PUBLISHER, PUBLISHER_YAML + vendors).manifest?.value.vendors).toEqual([
      { id: 'acme', keys: [key], threshold: 2 },
      { id: 'other', keys: [key], threshold: 1 },
    ]);
  });

  test('a configuration is called by its synonym', () => {
    expect(read(CONFIGURATIONS, CONFIGURATIONS_YAML).manifest?.value[1]).toEqual({
      name: 'УправлениеТорговлей',
      title: { ru: 'Управление торговлей' },
      edition: '11',
      family: 'trade',
    });
  });
});

describe('a manifest knows where its values stand', () => {
  const { manifest } = read(RELEASE, RELEASE_YAML);
  const other = read(CONFIGURATIONS, CONFIGURATIONS_YAML).manifest;

  test.each([
    [['version'], '1:10+7'],
    [['builds', 0, 'configurations', 0, 'tested'], '9:75+9'],
    [['withdrawn', 'reason', 'ru'], '1:1+16'],
  ])('%j at %s', (path, expected) => {
    const place = manifest?.placeOf(...path);
    expect(place && `${place.line}:${place.column}+${place.length}`).toBe(expected);
  });

  test('asking two manifests by turns gives each its own places', () => {
    for (let turn = 0; turn < 2; turn++) {
      expect(other?.placeOf(1, 'title')).toMatchObject({ line: 6, column: 12, length: 20 });
      expect(manifest?.placeOf('date')).toMatchObject({ line: 2, column: 7, length: 10 });
    }
  });
});

describe('nearestName', () => {
  const fields = ['version', 'date', 'channel', 'importance', 'updateFrom', 'rollout'];

  test.each<[string, string, string | undefined]>([
    ['nothing typed', '', undefined],
    ['too long to compare', 'x'.repeat(1_000_000), undefined],
    ['another word', 'sha512', undefined],
    ['a letter missing', 'chanel', 'channel'],
    ['a letter extra', 'channnel', 'channel'],
    ['a letter wrong', 'chennel', 'channel'],
    ['two letters swapped', 'chnanel', 'channel'],
    ['another case', 'updatefrom', 'updateFrom'],
    ['a capital', 'Date', 'date'],
    ['half a word is not a mistake of typing', 'roll', undefined],
  ])('%s', (_reason, typed, meant) => expect(nearestName(typed, fields)).toBe(meant));
});
