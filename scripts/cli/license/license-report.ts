import { endOf } from '../../licensing/terms.ts';
import type { LicenseEntry } from '../../licensing/license-entry.ts';
import { formatCsv } from '../../licensing/csv.ts';
import { LAST_MONTH } from '../../license/month.ts';
import { forTerminal } from '../../wording/index.ts';
import type { Session } from '../session/session.ts';

/** Whether a report may show keys, which are as secret as at the customers. */
export type KeysShown = 'with-keys' | 'without-keys';

/** A licence as programs read it. */
export const licenseJson = ({ key, ...license }: LicenseEntry, keys: KeysShown): object =>
  keys === 'with-keys' ? { key, ...license } : license;

/** A licence for a person, one thing a line. */
export function licenseText(license: LicenseEntry, keys: KeysShown, { text }: Session): string {
  const { labels, statuses } = text.license;
  const rows: (readonly [string, string])[] = [
    ...(keys === 'with-keys' ? [[labels.key, license.key] as const] : []),
    [labels.id, license.id],
    [labels.licensee, license.licensee],
    [labels.status, statuses[license.status]],
    ...license.products.map((product) => [labels.product, termsText(product, text)] as const),
    [labels.revision, String(license.revision)],
    [labels.issued, license.issued],
    ...(license.note === undefined ? [] : [[labels.note, license.note] as const]),
  ];
  return rows.map(([label, value]) => `${label.padEnd(10)} ${forTerminal(value)}\n`).join('');
}

/** A licence in one line of a list. */
export function licenseLine(license: LicenseEntry, keys: KeysShown, { text }: Session): string {
  const cells = [
    license.id,
    ...(keys === 'with-keys' ? [license.key] : []),
    ...(license.status === 'revoked' ? [text.license.statuses.revoked] : []),
    license.licensee,
    license.products.map((product) => termsText(product, text)).join('; '),
  ];
  return `${cells.map(forTerminal).join('  ')}\n`;
}

/** Licences as a table for a spreadsheet. */
export const licensesCsv = (licenses: readonly LicenseEntry[], keys: KeysShown): string =>
  formatCsv([HEAD, ...licenses.map(cellsOf)].map((cells) => (keys === 'with-keys' ? cells : cells.slice(1))));

const HEAD = [
  'key',
  'id',
  'licensee',
  'status',
  'products',
  'updatesUntil',
  'ends',
  'revision',
  'issued',
  'note',
];

const cellsOf = (license: LicenseEntry): readonly string[] => [
  license.key,
  license.id,
  license.licensee,
  license.status,
  license.products.map(({ id }) => id).join(' '),
  license.products.map(({ updatesUntil }) => updatesUntil).join(' '),
  license.products.map((product) => endOf(product) ?? '').join(' '),
  String(license.revision),
  license.issued,
  license.note ?? '',
];

const termsText = (
  { id, trial, updatesUntil, validUntil }: LicenseEntry['products'][number],
  { license }: Session['text'],
): string =>
  license.productTerms({
    id,
    trial,
    until: updatesUntil === LAST_MONTH ? undefined : updatesUntil,
    validUntil,
  });
