import { lstat, readFile } from 'node:fs/promises';
import path from 'node:path';
import { upsertComment } from '../../github/comment.ts';
import { defused, MAX_BODY, shortened } from '../../github/defused.ts';
import { parseFinishedRun } from '../../github/finished-run.ts';
import { findPullRequest } from '../../github/pull-request.ts';
import { WrongUse } from '../session/exit-code.ts';
import { readBounded } from '../session/read-bounded.ts';
import type { Session } from '../session/session.ts';
import { repositoryOf, variable } from './repository-of.ts';

/** First line of the comment, by which it is found again. */
export const REPORT_MARKER = '<!-- vypusk:report -->';

/** Bytes of a report file that are believed: the longest comment, all of it outside ASCII. */
const MAX_FILE = 4 * MAX_BODY;

/** Posts the report of a finished check. The file is a stranger's; the event that says whose it is, GitHub's. */
export async function postReport(file: string, session: Session): Promise<void> {
  const { world, text } = session;
  const repository = repositoryOf(world);
  const run = parseFinishedRun(await readFile(variable('GITHUB_EVENT_PATH', world), 'utf8'));
  const number = await findPullRequest(repository, run);
  if (number === undefined) return world.out(text.github.noPullRequest);
  const server = world.environment['GITHUB_SERVER_URL'] ?? 'https://github.com';
  const address = `${server}/${repository.owner}/${repository.repo}/actions/runs/${run.id}`;
  const made = text.github.made(address, run.headSha.slice(0, 12));
  const bytes = await reportBytes(path.resolve(world.cwd, file), text.message.noFile(file));
  const report = defused(new TextDecoder().decode(bytes));
  const room = MAX_BODY - REPORT_MARKER.length - made.length - 10;
  // Above the report: a fence that a stranger leaves open would hide whatever follows it.
  const body = `${made}\n\n${shortened(report, room, text.github.cut)}`;
  world.out(text.github.commented[await upsertComment(repository, { number, marker: REPORT_MARKER, body })]);
}

/** A stranger made the archive that the file was in: a link in it could name the secrets of this machine. */
async function reportBytes(file: string, missing: string): Promise<Uint8Array<ArrayBuffer>> {
  const isFile = (await lstat(file).catch(() => undefined))?.isFile() ?? false;
  if (!isFile) throw new WrongUse(missing);
  return readBounded(file, MAX_FILE);
}
