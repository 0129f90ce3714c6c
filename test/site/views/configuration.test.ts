import { describe, expect, test } from 'vitest';
import { catalogueFilters, facetsOf } from '../../../site/views/catalogue-filters.ts';
import { configurationView, servedConfigurations } from '../../../site/views/configuration.ts';
import { configurationPaths } from '../../../site/routes/configuration-paths.ts';
import { catalog, catalogExtension, ENGLISH_BELOW, RUSSIAN } from '../fixtures/documents.ts';

const TRADE = catalogExtension('b', { configurations: [{ name: 'УправлениеТорговлей', version: '~11.5' }] });

describe('the page of a configuration', () => {
  test('shows what is made for it and nothing else', () => {
    const view = configurationView('УправлениеТорговлей', catalog([catalogExtension('a'), TRADE]), RUSSIAN);
    expect(view.title).toBe('Расширения для «Управление торговлей 11»');
    expect(view.cards.map(({ id }) => id)).toEqual(['b']);
    expect(view.section?.rows.map(({ versions }) => versions)).toEqual(['от 11.5 до 11.6 (не включая)']);
    expect(view.fit.href).toBe(`/fit/#configuration=${encodeURIComponent('УправлениеТорговлей')}`);
  });

  test('exists where something is made, in both languages', () => {
    const made = catalog([TRADE]);
    expect(servedConfigurations(made)).toEqual(['УправлениеТорговлей']);
    expect(
      configurationPaths({ catalog: made, extensions: [], installer: [] }).map(({ params }) => params),
    ).toEqual([
      { locale: undefined, name: 'УправлениеТорговлей' },
      { locale: 'en', name: 'УправлениеТорговлей' },
    ]);
  });
});

describe('catalogueFilters', () => {
  test('a filter that leaves nothing out is no filter', () => {
    expect(catalogueFilters(catalog([catalogExtension('a'), TRADE]), RUSSIAN)).toEqual([]);
  });

  test('prices and channels in the order of the publisher', () => {
    const latest = {
      beta: { version: '2', date: '2026-11-01' },
      stable: { version: '1', date: '2026-10-01' },
    };
    const many = catalog([catalogExtension('a', { price: 'paid', latest }), TRADE]);
    expect(catalogueFilters(many, ENGLISH_BELOW)).toEqual([
      {
        name: 'price',
        label: 'Price',
        choices: [
          { value: 'free', text: 'free' },
          { value: 'paid', text: 'needs a licence' },
        ],
      },
      {
        name: 'channel',
        label: 'Has releases',
        choices: [
          { value: '0', text: 'stable' },
          { value: '1', text: 'beta' },
        ],
      },
    ]);
  });

  test('a channel named after something of every object is not there by itself', () => {
    const odd = catalog([TRADE]);
    const publisher = { ...odd.publisher, channels: ['stable', 'constructor'] };
    expect(facetsOf(TRADE, { ...odd, publisher }).channels).toEqual([0]);
  });
});
