import type { IsoDate } from '../model/release.ts';
import { CsvFault, parseCsv, type CsvRow } from './csv.ts';
import type { LicenseRequest } from './issue-license.ts';
import { isPlainLine } from './plain-line.ts';
import { readTerms, type TermsFault, type WrittenTerms } from './terms.ts';

/** Why a table of customers cannot be taken. Closed; arguments are named after each code. */
export type BatchFault =
  /** A quote is never closed. */
  | 'quote-open'
  /** The first line lacks a column. `column`. */
  | 'column-missing'
  /** The first line has a column that means nothing. `column`, `known`. */
  | 'column-unknown'
  /** A line without a customer. */
  | 'licensee-missing'
  /** A line without a product, or with one that is not sold. `product`, `known`. */
  | 'product-unknown'
  /** A cell with line breaks or characters that drive a terminal, or one that is too long. `column`. */
  | 'text-not-line'
  | TermsFault;

/** Something wrong with a line of the table. */
export interface BatchProblem {
  readonly code: BatchFault;
  readonly line: number;
  readonly args: Readonly<Record<string, string>>;
}

/** A table of customers: what to issue, or everything that is wrong with it. */
export interface Batch {
  readonly requests: readonly LicenseRequest[];
  readonly problems: readonly BatchProblem[];
}

/** Columns of the table; those without a value in a line may be left empty there. */
export const BATCH_COLUMNS = ['licensee', 'products', 'until', 'trial', 'validUntil', 'note'] as const;

type Column = (typeof BATCH_COLUMNS)[number];

/** What a table is read against. */
export interface BatchContext {
  /** Ids of products that are sold. */
  readonly products: readonly string[];
  readonly today: IsoDate;
}

/** Reads a table of customers. Every line is looked at before anything is issued. */
export function readBatch(text: string, context: BatchContext): Batch {
  let rows: readonly CsvRow[];
  try {
    rows = parseCsv(text);
  } catch (error) {
    if (!(error instanceof CsvFault)) throw error;
    return { requests: [], problems: [{ code: 'quote-open', line: error.line, args: {} }] };
  }
  const [head, ...body] = rows;
  const columns = head?.cells ?? [];
  const problems = columnProblems(columns);
  if (problems.length > 0) return { requests: [], problems };
  const requests: LicenseRequest[] = [];
  for (const row of body) {
    const read = readRow(row, columns, context);
    if ('code' in read) problems.push({ line: row.line, ...read });
    else requests.push(read);
  }
  return { requests: problems.length > 0 ? [] : requests, problems };
}

function columnProblems(columns: readonly string[]): BatchProblem[] {
  const known = BATCH_COLUMNS.join(', ');
  const missing = (['licensee', 'products'] as const).filter((column) => !columns.includes(column));
  const unknown = columns.filter((column) => column !== '' && !BATCH_COLUMNS.some((name) => name === column));
  return [
    ...missing.map((column) => ({ code: 'column-missing', line: 1, args: { column } }) as const),
    ...unknown.map((column) => ({ code: 'column-unknown', line: 1, args: { column, known } }) as const),
  ];
}

function readRow(
  { cells }: CsvRow,
  columns: readonly string[],
  { products: sold, today }: BatchContext,
): LicenseRequest | Omit<BatchProblem, 'line'> {
  const cell = (column: Column): string => cells[columns.indexOf(column)] ?? '';
  const licensee = cell('licensee');
  if (licensee === '') return { code: 'licensee-missing', args: {} };
  const note = cell('note');
  const odd = (['licensee', 'note'] as const).find(
    (column) => cell(column) !== '' && !isPlainLine(cell(column)),
  );
  if (odd !== undefined) return { code: 'text-not-line', args: { column: odd } };
  const ids = [...new Set(cell('products').split(/[\s,;]+/))].filter(Boolean);
  const stranger = ids.length === 0 ? '' : ids.find((id) => !sold.includes(id));
  if (stranger !== undefined) {
    return { code: 'product-unknown', args: { product: stranger, known: sold.join(', ') } };
  }
  const terms = readTerms(writtenTerms(cell), today);
  if (typeof terms === 'string') return { code: terms, args: {} };
  return { licensee, products: ids.map((id) => ({ id, ...terms })), ...(note !== '' && { note }) };
}

const writtenTerms = (cell: (column: Column) => string): WrittenTerms => ({
  ...(cell('until') !== '' && { until: cell('until') }),
  ...(cell('trial') !== '' && { trial: cell('trial') }),
  ...(cell('validUntil') !== '' && { validUntil: cell('validUntil') }),
});
