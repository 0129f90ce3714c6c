import { describe, expect, test } from 'vitest';
import { nearest } from '../../scripts/decide/nearest.ts';
import { catalogOf, vectors } from './nearest-case.ts';

test.each(vectors.cases)('nearest.json: $reason', ({ catalog, configuration, present = [], near }) => {
  const found = nearest(catalogOf(catalog), { configuration: { name: configuration }, present });
  expect(
    found.map(({ extension: { id }, configurations, reason }) => [id, reason, ...configurations]),
  ).toEqual(near);
});

describe('subsystems that an infobase shares', () => {
  const usual = catalogOf('usual');
  const catalog = {
    ...usual,
    extensions: usual.extensions.map((extension) =>
      extension.id === 'narrow' ? { ...extension, subsystems: ['CRM', 'Продажи'] } : extension,
    ),
  };
  const near = (name: string, present: readonly string[]) =>
    nearest(catalog, { configuration: { name }, present }).map(({ extension, reason, shared }) => [
      extension.id,
      reason,
      ...shared,
    ]);

  test.each<[readonly string[], readonly (readonly string[])[], string]>([
    [
      ['Подсистема.Прочее.продажи'],
      [
        ['narrow', 'subsystems', 'Продажи'],
        ['wide', 'reach'],
        ['a-narrow', 'reach'],
      ],
      'a nested one, in any case, goes before a wide reach',
    ],
    [
      ['Справочник.CRM', 'Подсистема.CRM.Прочее', 'ПодсистемаCRM'],
      [
        ['wide', 'reach'],
        ['a-narrow', 'reach'],
        ['narrow', 'reach'],
      ],
      'a catalogue of the name, a subsystem inside it and a name that only looks like one count for nothing',
    ],
    [
      [],
      [
        ['wide', 'reach'],
        ['a-narrow', 'reach'],
        ['narrow', 'reach'],
      ],
      'nothing is known of the infobase',
    ],
  ])('%j: %j — %s', (present, expected) => {
    expect(near('Неизвестная', present)).toEqual(expected);
  });

  test('the same family goes before shared subsystems, and among kin the one that shares goes first', () => {
    expect(near('Розница', ['Подсистема.CRM'])).toEqual([
      ['wide', 'family'],
      ['narrow', 'subsystems', 'CRM'],
    ]);
    expect(near('БухгалтерияКОРП', ['Подсистема.CRM'])[0]).toEqual(['narrow', 'family', 'CRM']);
  });
});
