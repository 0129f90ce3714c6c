import { describe, expect, test } from 'vitest';
import { compatibilityRows } from '../../../site/views/compatibility.ts';
import { extensionView } from '../../../site/views/extension.ts';
import { newestByChannel } from '../../../site/views/newest-by-channel.ts';
import {
  build,
  CONFIGURATIONS,
  ENGLISH_BELOW,
  extension,
  pageOf,
  release,
  RUSSIAN,
} from '../fixtures/documents.ts';

const WITHDRAWN = { date: '2026-11-05', reason: { ru: 'Ошибка.' } };

describe('newestByChannel', () => {
  test.each([
    [[], [], 'nothing was released'],
    [[release('2'), release('1')], ['2'], 'the newest of a channel'],
    [[release('2', { withdrawn: WITHDRAWN }), release('1')], ['1'], 'never a withdrawn one'],
    [[release('2', { channel: 'beta' }), release('1')], ['1', '2'], 'stable first, then a newer beta'],
    [
      [release('2'), release('1', { channel: 'beta' })],
      ['2'],
      'a beta older than stable has nothing to offer',
    ],
    [[release('1', { channel: 'beta' })], ['1'], 'a beta alone'],
  ])('%# gives %j — %s', (releases, versions) => {
    expect(newestByChannel(extension(releases)).map(({ version }) => version)).toEqual(versions);
  });
});

describe('compatibilityRows', () => {
  const rowsOf = (...releases: readonly Parameters<typeof extension>[0][number][]) =>
    compatibilityRows(extension(releases), CONFIGURATIONS, RUSSIAN).map((row) => [
      row.configuration,
      row.release.text,
    ]);
  const trade = build({ configurations: [{ name: 'УправлениеТорговлей', version: '>=11.5' }] });

  test('an older release is listed only for configurations that newer ones left out', () => {
    expect(rowsOf(release('2'), release('1', { builds: [build(), trade] }))).toEqual([
      ['Бухгалтерия предприятия, редакция 3.0', '2'],
      ['Управление торговлей 11', '1'],
    ]);
  });

  test('several files of one release for one configuration are all listed', () => {
    const older = build({
      file: 'old.cfe',
      configurations: [{ name: 'БухгалтерияПредприятия', version: '<3.0.140' }],
    });
    expect(rowsOf(release('2', { builds: [build(), older] }))).toHaveLength(2);
  });

  test('stable comes before a newer beta, and an older beta is hidden', () => {
    const releases = [release('3', { channel: 'beta' }), release('2'), release('1', { channel: 'beta' })];
    expect(rowsOf(...releases).map(([, version]) => version)).toEqual(['2', '3']);
  });

  test('withdrawn releases never appear', () => {
    expect(rowsOf(release('2', { withdrawn: WITHDRAWN }))).toEqual([]);
  });
});

describe('extensionView', () => {
  test('an extension without releases has no sections', () => {
    const view = extensionView(pageOf(extension([])), RUSSIAN);
    expect(view.sections).toEqual([]);
    expect(view.guide).toBeUndefined();
  });

  test('sections that exist are linked', () => {
    const view = extensionView(pageOf(extension([release('1')])), RUSSIAN);
    expect(view.sections.map(({ href }) => href)).toEqual(['#fits', '#install', '#releases']);
  });

  test('an address of the vendor that is not a web page is not linked', () => {
    const document = extension([], { vendor: { name: { ru: 'Р' }, url: 'javascript:alert(1)' } });
    expect(extensionView(pageOf(document), RUSSIAN).vendor).toEqual({ name: 'Р' });
  });

  test('the agreement is the one in the reader’s language, else the Russian one', () => {
    const pin = { length: 1, sha256: '00' };
    const both = pageOf(extension([], { eula: { ru: pin, en: pin } }));
    const russian = pageOf(extension([], { eula: { ru: pin } }));
    expect(extensionView(both, ENGLISH_BELOW).agreement?.file.href).toBe('/repo/files/some/eula.en.md');
    expect(extensionView(russian, ENGLISH_BELOW).agreement?.file.href).toBe('/repo/files/some/eula.ru.md');
    expect(extensionView(pageOf(extension([])), RUSSIAN).agreement).toBeUndefined();
  });

  test('a list of releases keeps withdrawn ones, marked', () => {
    const view = extensionView(pageOf(extension([release('1', { withdrawn: WITHDRAWN })])), RUSSIAN);
    expect(view.newest).toEqual([]);
    expect(view.releases).toMatchObject([
      { isWithdrawn: true, marks: [{ text: 'отозван', tone: 'danger' }, { text: 'стабильный' }] },
    ]);
  });
});
