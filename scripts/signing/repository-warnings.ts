import { daysUntil } from './lifetime.ts';
import type { Publication } from './publication.ts';
import type { RefusalArgs } from './publish-refusal.ts';

/** What a person should do soon; closed. `days` is how many are left. */
export type RepositoryWarningCode =
  /** Root keys must sign the next root. `days`. */
  | 'root-expires-soon'
  /** The vendor must sign his list again. `vendor`, `days`. */
  | 'vendor-expires-soon'
  /** Nothing was published for so long that clients stopped installing; or somebody shows us an old copy. `issued`. */
  | 'previous-expired';

/** Something that does not stop a publication yet. */
export interface RepositoryWarning {
  readonly code: RepositoryWarningCode;
  readonly args: RefusalArgs;
}

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
