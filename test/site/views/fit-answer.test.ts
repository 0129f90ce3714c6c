import { describe, expect, test } from 'vitest';
import type { Offer } from '../../../scripts/decide/offer.ts';
import type { Verdict } from '../../../scripts/decide/partly-known.ts';
import { fitAnswer } from '../../../site/views/fit-answer.ts';
import { allProducts, fitQuestion } from '../../../site/views/fit-question.ts';
import {
  build,
  catalog,
  catalogExtension,
  CONFIGURATIONS,
  ENGLISH_BELOW,
  release,
  RUSSIAN,
} from '../fixtures/documents.ts';

const EXTENSION: Offer['extension'] = { id: 'some', name: 'Некое', title: { ru: 'Некое' }, price: 'free' };

const install = (rest: Partial<Offer> = {}): Offer => ({
  extension: EXTENSION,
  status: 'install',
  release: release('1.2'),
  build: build(),
  reasons: [],
  ...rest,
});

const verdict = (offer: Offer): Verdict => ({
  answer: offer.status === 'install' ? 'fits' : 'refused',
  offer,
  missing: [],
  possible: [],
});

const answer = (offers: readonly Offer[], open: readonly Verdict[] = []) =>
  fitAnswer(
    { verdicts: [...offers.map(verdict), ...open], nearest: [] },
    { configurations: CONFIGURATIONS, reader: RUSSIAN },
  );

describe('fitAnswer', () => {
  test('what does not fit has no file to download, and stands after what fits', () => {
    const refused = install({ extension: { ...EXTENSION, id: 'a' }, status: 'unavailable' });
    const { cards, summary } = answer([refused, install()]);
    expect(cards.map(({ verdict, download }) => [verdict.text, download?.href])).toEqual([
      ['подходит', '/files/some/1.2/some.cfe'],
      ['не подходит', undefined],
    ]);
    expect(summary).toBe('Подходит 1 расширение, не подходит — 1.');
  });

  test('a protected file is not offered for download', () => {
    const paid = install({
      extension: { ...EXTENSION, price: 'paid' },
      build: build({ unlock: [{ product: 'some', month: '2026-11', sealed: '' }] }),
    });
    expect(answer([paid]).cards[0]).toMatchObject({ verdict: { text: 'подходит, нужна лицензия' } });
    expect(answer([paid]).cards[0]?.download).toBeUndefined();
  });

  test.each<[Offer['reasons'][number], string, string]>([
    [
      {
        code: 'configuration-too-old',
        args: {
          release: '2',
          configuration: 'БухгалтерияПредприятия',
          version: '3.0.1',
          range: '>=3.0.140 <3.1',
        },
      },
      'Для версии 2 нужна Бухгалтерия предприятия, редакция 3.0 «от 3.0.140 до 3.1 (не включая)», а у вас 3.0.1.',
      'title and range in words',
    ],
    [
      { code: 'ssl-too-old', args: { release: '2', required: '>=3.1.5', ssl: '3.0' } },
      'а у вас 3.0',
      'it was typed',
    ],
  ])('words the reason — %#', (reason, sentence) => {
    const { cards } = answer([install({ status: 'unavailable', reasons: [reason] })]);
    expect(cards[0]?.reasons.join()).toContain(sentence);
  });

  test('an open question is neither a refusal nor a file: it says what to find out, and what each release needs', () => {
    const newest = release('2.0', { requires: { ssl: '>=3.1.5' } });
    const open: Verdict = {
      answer: 'clarify',
      offer: install({ release: newest }),
      missing: ['ssl'],
      possible: [newest, release('1.0')],
    };
    const { cards, summary } = answer([], [open]);
    expect(summary).toBe('Пока нельзя сказать точно, нужно уточнить — 1.');
    expect(cards[0]).toMatchObject({ verdict: { text: 'нужно уточнить', tone: 'neutral' } });
    expect(cards[0]?.download).toBeUndefined();
    expect(cards[0]?.reasons.slice(0, 3)).toEqual([
      'Это зависит от того, какая у вас версия БСП. Введите — и ответ станет точным.',
      'Выпуск 2.0 подойдет, если БСП — от 3.1.5.',
      'Выпуск 1.0 подойдет в остальных случаях.',
    ]);
  });

  test('nothing made: says so, and what is near', () => {
    const extension = catalogExtension('b');
    const near = fitAnswer(
      {
        verdicts: [],
        nearest: [
          {
            extension,
            configurations: ['БухгалтерияПредприятия'],
            reason: 'family',
            shared: [],
            refusals: [],
          },
        ],
      },
      { configurations: CONFIGURATIONS, reader: ENGLISH_BELOW },
    );
    expect(near.summary).toBe('Nothing was made for this configuration.');
    expect(near.nearest[0]).toMatchObject({
      extension: { href: '/repo/en/extensions/b/' },
      reasons: ['Made for: Accounting, edition 3.0'],
    });
  });

  test('what is near says its file and what the file adopts; a protected file has its release alone', () => {
    const near = (unlock: Pick<ReturnType<typeof build>, 'unlock'>) =>
      fitAnswer(
        {
          verdicts: [],
          nearest: [
            {
              extension: catalogExtension('b'),
              configurations: [],
              reason: 'subsystems',
              shared: ['CRM'],
              refusals: [],
              chosen: { extension: 'b', release: release('1.2'), build: build(unlock) },
              adapts: { adopts: ['Catalog.Контрагенты'], intercepts: [] },
            },
          ],
        },
        { configurations: CONFIGURATIONS, reader: ENGLISH_BELOW },
      ).nearest[0];
    expect(near({})).toMatchObject({
      verdict: { text: 'shared subsystems' },
      release: { text: '1.2' },
      download: { href: '/repo/files/b/1.2/some.cfe' },
      reasons: ['Adopts subsystems that you have: CRM', 'Adopts: Catalog.Контрагенты'],
    });
    expect(near({ unlock: [{ product: 'b', month: '2026-11', sealed: '' }] })?.download).toBeUndefined();
  });

  test('nothing at all is said in one sentence more', () => {
    expect(answer([]).summary).toBe(
      'Для этой конфигурации ничего не выпускалось. Похожих расширений тоже нет.',
    );
  });
});

test('the form knows configurations that only an extension names', () => {
  const configurations = [{ name: 'Своя', version: '*' }];
  const view = fitQuestion(catalog([catalogExtension('a', { configurations })]), RUSSIAN);
  expect(view.configurations.map(({ title }) => title)).toEqual([
    'Бухгалтерия предприятия, редакция 3.0',
    'Своя',
    'Управление торговлей 11',
  ]);
  expect(view.channels.map(({ value }) => value)).toEqual(['stable', 'beta']);
});

test('products are named once', () => {
  const both = ['a', 'b'].map((id) => catalogExtension(id, { products: ['one', id] }));
  expect(allProducts(catalog(both))).toEqual(['a', 'b', 'one']);
});
