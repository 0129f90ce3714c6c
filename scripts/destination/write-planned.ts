import { sha256Hex } from '../verify/digest.ts';
import { sameBytes } from '../verify/same-bytes.ts';
import type { Upload, Writing } from './destination.ts';
import { DestinationError } from './error.ts';
import type { PlannedUpload } from './plan.ts';
import { requireOurs } from './require-ours.ts';
import { servedAs } from './served-as.ts';
import { isBeforeTimestamp } from './stage.ts';
import type { TreeFile } from './tree-file.ts';

/** Times that a page is tried when somebody else writes it too. */
const TRIES = 4;

/** Bytes of a file of somebody else that are looked at: as many as ours has, and those of any page. */
const LOOKED_AT = 8 * 1024 * 1024;

/**
 * Writes one file on its condition. When the condition does not hold, the same content may be there already: the answer
 * to an earlier try was lost, or another run has the same file. Other content is replaced by the run that has published,
 * and by no other. Throws `publication-overtaken`, `tree-changed`.
 */
export async function writePlanned(
  { file, stage, condition }: PlannedUpload,
  writing: Writing,
): Promise<void> {
  const { destination } = writing;
  const upload = await uploadOf(file);
  let expected = condition;
  for (let attempt = 0; attempt < TRIES; attempt++) {
    if ((await destination.write(upload, expected)) === 'written') return;
    const there = await destination.read(file.path, Math.max(file.length, LOOKED_AT));
    if (there !== undefined && sameBytes(there.bytes, upload.bytes)) return;
    if (isBeforeTimestamp(stage) || stage === 'timestamp') break;
    await requireOurs(writing);
    expected = there === undefined ? 'absent' : { etag: there.etag };
  }
  throw new DestinationError('publication-overtaken', { path: file.path });
}

/** A file with its bytes and the way it is served. Throws `tree-changed` when it is not what the plan was made for. */
export async function uploadOf({ path, sha256, read }: TreeFile): Promise<Upload> {
  const bytes = await read();
  if ((await sha256Hex(bytes)) !== sha256) throw new DestinationError('tree-changed', { path });
  return { path, bytes, sha256, ...servedAs(path) };
}
