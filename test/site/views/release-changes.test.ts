import { describe, expect, test } from 'vitest';
import type { Passport, PassportObject } from '../../../scripts/model/passport.ts';
import { releaseChanges } from '../../../site/views/release-changes.ts';
import { build, extension, pageOf, release, RUSSIAN } from '../fixtures/documents.ts';

const object = (name: string, belonging: PassportObject['belonging'] = 'own'): PassportObject => ({
  kind: 'Catalog',
  name,
  belonging,
});

const passport = (rest: Partial<Passport> = {}): Passport => ({
  formatVersion: 1,
  sha256: 'ab'.repeat(32),
  length: 1,
  name: 'Некое',
  synonym: {},
  version: '1',
  vendor: '',
  prefix: '',
  purpose: 'AddOn',
  compatibilityMode: 'Version8_3_20',
  extensionCompatibilityMode: 'Version8_3_20',
  changesDataStructure: false,
  objects: [],
  httpServices: [],
  interceptions: [],
  defaultRoles: [],
  ...rest,
});

/** What changed from an older passport to a newer one; both of `some.cfe` unless named otherwise. */
function changes(newer: Passport, older: Passport, olderFile = 'some.cfe') {
  const [now, before] = [release('1.2'), release('1.1', { builds: [build({ file: olderFile })] })];
  const passports = new Map([
    ['1.2', new Map([['some.cfe', newer]])],
    ['1.1', new Map([[olderFile, older]])],
  ]);
  const page = pageOf(extension([now, before]), {
    passportsOf: (version) => passports.get(version) ?? new Map(),
  });
  return releaseChanges(now, page, RUSSIAN)?.files[0];
}

const OTHER = { sha256: 'cd'.repeat(32) };

describe('releaseChanges', () => {
  test.each<[Partial<Passport>, Partial<Passport>, object, string]>([
    [{}, {}, { groups: [], facts: [] }, 'nothing that a passport knows'],
    [
      { objects: [object('Новый'), object('Общий')] },
      { objects: [object('Общий'), object('Старый')] },
      { groups: [{ title: 'Свои объекты', added: ['Справочник Новый'], removed: ['Справочник Старый'] }] },
      'objects of its own',
    ],
    [
      { objects: [object('Чужой', 'adopted')] },
      {},
      { groups: [{ title: 'Заимствованные объекты', added: ['Справочник Чужой'], removed: [] }] },
      'adopted objects',
    ],
    [
      { interceptions: [{ module: 'Document.А.ObjectModule', method: 'М', kind: 'After', handler: 'О' }] },
      { interceptions: [{ module: 'Document.А.ObjectModule', method: 'М', kind: 'Around', handler: 'О' }] },
      {
        groups: [
          {
            title: 'Вмешательства в код конфигурации',
            added: ['Документ А, модуль объекта: М (выполняется после)'],
            removed: ['Документ А, модуль объекта: М (выполняется вместо)'],
          },
        ],
      },
      'the way of an interception',
    ],
    [
      { httpServices: [{ name: 'С', rootUrl: 'a', routes: [{ template: '/b', methods: ['GET', 'POST'] }] }] },
      { httpServices: [{ name: 'С', rootUrl: 'a', routes: [{ template: '/b', methods: ['GET'] }] }] },
      { groups: [{ title: 'HTTP-адреса', added: ['GET, POST /hs/a/b'], removed: ['GET /hs/a/b'] }] },
      'a method of a route',
    ],
    [
      { defaultRoles: ['Все'] },
      {},
      { groups: [{ title: 'Роли для всех пользователей', added: ['Все'], removed: [] }] },
      'a role for everybody',
    ],
    [
      { changesDataStructure: true, extensionCompatibilityMode: 'Version8_3_24' },
      {},
      {
        facts: [
          'Теперь меняет структуру данных: при установке остальные должны выйти.',
          'Режим совместимости расширения: был Version8_3_20, стал Version8_3_24.',
        ],
      },
      'the file as a whole',
    ],
  ])('%# tells %s', (newer, older, expected) => {
    expect(changes(passport({ ...OTHER, ...newer }), passport(older))).toMatchObject(expected);
  });

  test('the same bytes are the same file', () => {
    expect(changes(passport(), passport())?.facts).toEqual(['Файл тот же самый, байт в байт.']);
  });

  test('a file that was renamed is compared with the one for the same configuration', () => {
    expect(changes(passport(OTHER), passport(), 'old-name.cfe')?.file).toBe('some.cfe');
  });

  test.each([
    [[release('1.2')], 'the first release'],
    [
      [release('1.2'), release('1.1', { withdrawn: { date: '2026-11-01', reason: { ru: '' } } })],
      'a withdrawn one before',
    ],
    [[release('1.2'), release('1.1-beta', { channel: 'beta' })], 'a beta before a stable one'],
  ])('nothing to compare with — %#', (releases) => {
    const page = pageOf(extension(releases), { passportsOf: () => new Map([['some.cfe', passport()]]) });
    const [newest = release('1.2')] = releases;
    expect(releaseChanges(newest, page, RUSSIAN)).toBeUndefined();
  });
});
