import type { Coded, CodeOf } from '../model/coded-error.ts';
import { daysUntil } from './lifetime.ts';
import type { Publication } from './publication.ts';

/** What a person should do soon, and the arguments of each; `days` is how many are left. */
export interface RepositoryWarningArguments {
  /** Root keys must sign the next root. */
  'root-expires-soon': { days: number };
  /** The vendor must sign his list again. */
  'vendor-expires-soon': { vendor: string; days: number };
  /** Nothing was published for so long that clients stopped installing; or somebody shows us an old copy. */
  'previous-expired': { issued: string };
}

/** What a person should do soon. */
export type RepositoryWarningCode = CodeOf<RepositoryWarningArguments>;

/** Something that does not stop a publication yet. */
export type RepositoryWarning = Coded<RepositoryWarningArguments>;

/** Days before the end of a root at which people should begin to gather its successor's signatures. */
export const ROOT_WARNING_DAYS = 90;

const VENDOR_WARNING_DAYS = 30;

/** What should be done before it is too late. */
export function repositoryWarnings(
  { root, vendors, previous }: Publication,
  now: Date,
): readonly RepositoryWarning[] {
  const warnings: RepositoryWarning[] = [];
  const rootDays = daysUntil(root.expires, now);
  if (rootDays < ROOT_WARNING_DAYS) warnings.push({ code: 'root-expires-soon', args: { days: rootDays } });
  for (const { vendor, file } of vendors) {
    const days = daysUntil(file.signed.expires, now);
    if (days < VENDOR_WARNING_DAYS) warnings.push({ code: 'vendor-expires-soon', args: { vendor, days } });
  }
  if (previous && daysUntil(previous.timestamp.signed.expires, now) < 0) {
    const issued = previous.timestamp.signed['x-issued'] ?? '';
    warnings.push({ code: 'previous-expired', args: { issued } });
  }
  return warnings;
}
