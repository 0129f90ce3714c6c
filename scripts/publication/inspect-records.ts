import { archiveFaultOf, LicenseError } from '../license/error.ts';
import { MAX_RECORD_BYTES, requireRecord } from '../license/license-record.ts';
import type { ReleaseTree } from '../model/release-tree.ts';
import type { ChangedFile, TreeFiles } from '../source/index.ts';

/** What a record's path is, below the release tree. */
const RECORD = /^licenses\/[0-9a-f]{2}\/[0-9a-f]{40}\.zip$/;

/** Paths of all records of a tree. */
export const recordsOf = ({ licenses = [] }: ReleaseTree): readonly string[] =>
  licenses.map(({ file }) => file);

/** Paths of the records among files that changed. */
export const recordsAmong = (changes: readonly ChangedFile[]): readonly string[] =>
  changes.flatMap(({ file, change }) => (change !== 'deleted' && RECORD.test(file) ? [file] : []));

/** Those records that anybody could open, or nobody; by path, and why. One at a time: there may be thousands. */
export async function findOpenRecords(
  records: readonly string[],
  files: TreeFiles,
): Promise<ReadonlyMap<string, string>> {
  const open = new Map<string, string>();
  for (const record of records) {
    const reason = await oddityOf(record, files);
    if (reason !== undefined) open.set(record, reason);
  }
  return open;
}

async function oddityOf(record: string, files: TreeFiles): Promise<string | undefined> {
  if ((await files.size(record)) > MAX_RECORD_BYTES) return 'too large';
  try {
    await requireRecord(await files.read(record, MAX_RECORD_BYTES), record);
    return undefined;
  } catch (error) {
    if (error instanceof LicenseError) return archiveFaultOf(error);
    throw error;
  }
}
