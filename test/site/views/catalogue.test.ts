import { describe, expect, test } from 'vitest';
import { catalogueView } from '../../../site/views/catalogue.ts';
import { catalog, catalogExtension, ENGLISH_BELOW, RUSSIAN } from '../fixtures/documents.ts';

describe('catalogueView', () => {
  test('an empty catalogue says nothing that is not so', () => {
    const view = catalogueView(catalog([]), RUSSIAN);
    expect(view.facts).toEqual([]);
    expect(view.cards).toEqual([]);
    expect(view.sections).toEqual([]);
  });

  test('cards stand by title', () => {
    const titles = catalogueView(
      catalog([
        catalogExtension('a', { title: { ru: 'Яблоко' } }),
        catalogExtension('b', { title: { ru: 'Арбуз' } }),
      ]),
      RUSSIAN,
    ).cards.map(({ title }) => title);
    expect(titles).toEqual(['Арбуз', 'Яблоко']);
  });

  test('newest releases stand by stability, whatever the order of the document', () => {
    const latest = {
      beta: { version: '2.0.0-beta.1', date: '2026-11-10' },
      stable: { version: '1.2', date: '2026-10-01' },
      unknown: { version: '9', date: '2026-11-11' },
    };
    const [card] = catalogueView(catalog([catalogExtension('a', { latest })]), RUSSIAN).cards;
    expect(card?.latest.map(({ channel, release }) => [channel, release.text])).toEqual([
      ['стабильный', '1.2'],
      ['бета', '2.0.0-beta.1'],
    ]);
  });

  test('a beta older than the stable release is not shown', () => {
    const latest = {
      beta: { version: '0.9', date: '2026-03-01' },
      stable: { version: '1.10', date: '2026-10-01' },
    };
    const [card] = catalogueView(catalog([catalogExtension('a', { latest })]), RUSSIAN).cards;
    expect(card?.latest.map(({ release }) => release.text)).toEqual(['1.10']);
  });

  test('an extension without releases has a card and promises nothing', () => {
    const [card] = catalogueView(
      catalog([catalogExtension('a', { latest: {}, configurations: [] })]),
      RUSSIAN,
    ).cards;
    expect(card).toMatchObject({ latest: [], configurations: [] });
  });

  test('a configuration lists what is made for it, and only configurations with something are listed', () => {
    const view = catalogueView(catalog([catalogExtension('a')]), ENGLISH_BELOW);
    expect(view.sections).toEqual([
      {
        page: {
          text: 'Accounting, edition 3.0',
          href: `/repo/en/configurations/${encodeURIComponent('БухгалтерияПредприятия')}/`,
        },
        rows: [
          {
            extension: { text: 'Расширение a', href: '/repo/en/extensions/a/' },
            versions: 'from 3.0.140',
            release: { text: '1.2', href: '/repo/en/extensions/a/1.2/' },
          },
        ],
      },
    ]);
  });

  test('facts count and name the newest day', () => {
    const view = catalogueView(catalog([catalogExtension('a'), catalogExtension('b')]), RUSSIAN);
    expect(view.facts).toEqual(['2 расширения для 1 конфигурации', 'последний выпуск — 1 октября 2026 г.']);
  });
});
