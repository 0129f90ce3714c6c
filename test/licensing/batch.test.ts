import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readBatch } from '../../scripts/licensing/batch.ts';
import { formatCsv, parseCsv } from '../../scripts/licensing/csv.ts';
import { endOf, readTerms, type WrittenTerms } from '../../scripts/licensing/terms.ts';

const TODAY = '2026-11-20';
const context = { products: ['crm', 'tags'], today: TODAY };

describe('a table of customers', () => {
  test.each<[string, readonly [number, string][], string]>([
    [
      '',
      [
        [1, 'column-missing'],
        [1, 'column-missing'],
      ],
      'nothing',
    ],
    ['licensee;until\nA;2027-01', [[1, 'column-missing']], 'no column of products'],
    ['licensee;products;till\nA;crm;2027-01', [[1, 'column-unknown']], 'a column that means nothing'],
    ['licensee;products;until\n;crm;2027-01', [[2, 'licensee-missing']], 'nobody'],
    ['licensee;products;until\nA;crn;2027-01', [[2, 'product-unknown']], 'a product that is not sold'],
    ['licensee;products;until\nA;;2027-01', [[2, 'product-unknown']], 'no product'],
    ['licensee;products;until\nA;crm;2027-13', [[2, 'month-wrong']], 'no month'],
    ['licensee;products;until\nA;crm;', [[2, 'terms-not-one']], 'no terms'],
    ['licensee;products;until;trial\nA;crm;2027-01;30', [[2, 'terms-not-one']], 'two terms'],
    ['licensee;products;trial\nA;crm;0', [[2, 'days-wrong']], 'a trial of no days'],
    ['licensee;products;until\n"A;crm;2027-01', [[2, 'quote-open']], 'a quote that is never closed'],
    ['licensee;products;until\n"A\nB";crm;2027-01', [[2, 'text-not-line']], 'a customer of two lines'],
    ['licensee;products;until\nA\u001b[2J;crm;2027-01', [[2, 'text-not-line']], 'one who clears the screen'],
    ['licensee;products;until\nA\u202eB;crm;2027-01', [[2, 'text-not-line']], 'one who is read backwards'],
    [`licensee;products;until\n${'A'.repeat(201)};crm;2027-01`, [[2, 'text-not-line']], 'a name without end'],
    ['licensee;products;until;note\nA;crm;2027-01;"x\ty"', [[2, 'text-not-line']], 'a note with a tab'],
    [
      'licensee;products;until\nA;crm;soon\n\n"B\nC";crm;2027-01\n;crm;2027-01',
      [
        [2, 'month-wrong'],
        [4, 'text-not-line'],
        [6, 'licensee-missing'],
      ],
      'everything is collected, with the lines of the file',
    ],
  ])('%# is refused whole: %j', (text, expected) => {
    const { requests, problems } = readBatch(text, context);
    expect(requests).toEqual([]);
    expect(problems.map(({ line, code }) => [line, code])).toEqual(expected);
  });

  test.each([
    [';', '\n', 'as a Russian spreadsheet saves it'],
    [',', '\r\n', 'as an English one does'],
    ['\t', '\n', 'copied from a window'],
  ])('is read with %j between cells — %s', (separator, end) => {
    const lines = [
      ['licensee', 'products', 'until', 'trial', 'note'],
      ['"ООО ""Лютик"""', 'crm tags', '2027-11', '', 'заказ 17'],
      ['ИП Пион', 'crm', 'perpetual', '', ''],
      ['АО Роза', 'tags tags', '', '30', ''],
    ];
    const text = `\ufeff${lines.map((cells) => cells.join(separator)).join(end)}${end}`;
    const crm = { id: 'crm', trial: false, updatesUntil: '2027-11' };
    expect(readBatch(text, context)).toEqual({
      problems: [],
      requests: [
        { licensee: 'ООО "Лютик"', products: [crm, { ...crm, id: 'tags' }], note: 'заказ 17' },
        { licensee: 'ИП Пион', products: [{ ...crm, updatesUntil: '2099-12' }] },
        {
          licensee: 'АО Роза',
          products: [{ id: 'tags', trial: true, updatesUntil: '2026-12', validUntil: '2026-12-20' }],
        },
      ],
    });
  });
});

describe('tables', () => {
  const cell = fc
    .string({ unit: 'grapheme', maxLength: 12 })
    .map((text) => text.replaceAll(/[\r\0]/g, '').trim());

  test('what was written is read back, formulas aside', () =>
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.constant('x'), cell, cell), { minLength: 1, maxLength: 5 }),
        (rows) => {
          const read = parseCsv(formatCsv(rows)).map(({ cells }) => cells);
          const expected = rows.map((cells) =>
            cells.map((text) => text.replaceAll(/^\t|(?<=^|[,;\t"\n])[=+\-@＝＋－＠]/g, "'$&")),
          );
          expect(read).toEqual(expected);
        },
      ),
    ));

  test.each(['=HYPERLINK("http://x")', '+1', '-1', '@SUM(1)'])(
    'a formula is written as text: %s',
    (formula) => {
      expect(formatCsv([[formula]])).toContain(`'${formula.slice(0, 1)}`);
    },
  );

  test.each([
    ['A,=cmd()', "A,'=cmd()", 'a spreadsheet that begins a cell at a comma'],
    ['A\t@SUM(1)', "A\t'@SUM(1)", 'one that begins it at a tab'],
    ['A;=cmd()', "A;'=cmd()", 'one that passes quotes over'],
    ['"=cmd()', '"\'=cmd()', 'one that takes a quote for its own'],
    ['＝cmd()', "'＝cmd()", 'a Japanese one, which computes wide signs'],
  ])('a formula inside a cell is written as text: %j as %j — %s', (text, written) =>
    expect(parseCsv(formatCsv([['x', text]]))[0]?.cells).toEqual(['x', written]),
  );

  test.each(['a=b', 'x-y', 'a@b.ru', '1+1', 'ООО «А», - Москва'])('%j stays as it is', (text) =>
    expect(formatCsv([[text]])).toContain(text),
  );
});

describe('terms', () => {
  test.each<[WrittenTerms, string, string]>([
    [{}, 'terms-not-one', 'none'],
    [{ until: '2027-01', perpetual: true }, 'terms-not-one', 'two'],
    [{ until: '2027-1' }, 'month-wrong', 'a month of one digit'],
    [{ until: '2100-01' }, 'month-wrong', 'after the last key'],
    [{ trial: '-5' }, 'days-wrong', 'a trial that ended'],
    [{ trial: '99999' }, 'days-wrong', 'a trial for ever'],
    [{ trial: '30', validUntil: '2026-11-25' }, 'terms-not-one', 'a trial with two ends'],
    [{ until: '2027-01', validUntil: '2027-02-30' }, 'day-wrong', 'no day of the calendar'],
  ])('%j: %s — %s', (written, fault) => expect(readTerms(written, TODAY)).toBe(fault));

  test('a trial that ends after the last key: days-wrong', () => {
    expect(readTerms({ trial: '11' }, '2099-12-20')).toMatchObject({ validUntil: '2099-12-31' });
    expect(readTerms({ trial: '12' }, '2099-12-20')).toBe('days-wrong');
  });

  test.each<[WrittenTerms, string | undefined, string]>([
    [{ until: '2027-02' }, '2027-02-28', 'the last day of the month'],
    [{ until: '2028-02' }, '2028-02-29', 'of a leap year'],
    [{ perpetual: true }, undefined, 'never'],
    [{ perpetual: true, validUntil: '2027-05-01' }, '2027-05-01', 'a rent'],
    [{ until: '2027-02', validUntil: '2027-02-10' }, '2027-02-10', 'the earlier of two ends'],
    [{ trial: '30' }, '2026-12-20', 'a trial'],
  ])('%j end on %s — %s', (written, end) => {
    const terms = readTerms(written, TODAY);
    expect(typeof terms === 'string' ? terms : endOf(terms)).toBe(end);
  });
});
