import path from 'node:path';
import type { Statistics } from '../../model/statistics.ts';
import { addCounts } from '../../statistics/add-counts.ts';
import { countedFiles } from '../../statistics/counted-file.ts';
import {
  DownloadCounter,
  MAX_CLIENTS,
  TooManyClients,
  type Tally,
} from '../../statistics/download-counter.ts';
import { parseLogLine } from '../../statistics/log-request.ts';
import { WrongUse } from '../session/exit-code.ts';
import { fileSize } from '../../disk/files.ts';
import { dayOf } from '../../model/day.ts';
import { momentOf } from '../session/moment.ts';
import { startProgress } from '../session/progress.ts';
import type { Session } from '../session/session.ts';
import { readKept, writeKept, type Kept } from './kept-statistics.ts';
import { logLines } from './log-lines.ts';

/** What `statistics logs` may be told. */
export interface LogOptions {
  readonly releases: string;
  readonly source: string;
  readonly prefix?: string;
  readonly now?: string;
  readonly dryRun?: true;
}

/**
 * Counts downloads in access logs. Whole days are counted, each once: a log that is read again adds nothing. Of whoever
 * downloaded nothing is kept; addresses are told apart by a keyed hash whose key lives as long as this run.
 */
export async function countLogs(
  named: readonly string[],
  options: LogOptions,
  session: Session,
): Promise<void> {
  const { world } = session;
  const kept = await readKept(options.releases, session);
  const counter = counterFor(kept, options, session);
  const unreadable = await readLogs(await logFiles(named, session), counter, session);
  const statistics = counted(kept.statistics, counter, options.source);
  if (options.dryRun === undefined) await writeKept(kept, statistics);
  report({ counter, tally: counter.tally, unreadable }, session);
  if (options.dryRun) world.out(session.text.add.wouldWrite);
}

function counterFor({ tree, statistics }: Kept, options: LogOptions, session: Session): DownloadCounter {
  const { pathname } = new URL(tree.publisher.value.url);
  return new DownloadCounter({
    files: countedFiles(tree),
    prefix: options.prefix ?? decodeURI(pathname),
    through: statistics.sources.find(({ name }) => name === options.source)?.through,
    today: dayOf(momentOf(options.now, session)),
    key: session.world.random(32),
  });
}

const counted = (kept: Statistics, counter: DownloadCounter, name: string): Statistics =>
  counter.lastDay === undefined
    ? kept
    : addCounts(kept, { counts: counter.counts(), source: { name, through: counter.lastDay } });

interface LogFile {
  readonly file: string;
  readonly size: number;
}

async function logFiles(named: readonly string[], { world, text }: Session): Promise<readonly LogFile[]> {
  const files = new Set(named.map((name) => path.resolve(world.cwd, name)));
  const sized = [...files].map(async (file) => {
    const size = await fileSize(file);
    if (size === undefined) throw new WrongUse(text.message.noFile(path.relative(world.cwd, file)));
    return { file, size };
  });
  return Promise.all(sized);
}

/** Feeds every line to the counter; tells how many were in no known format. */
async function readLogs(
  files: readonly LogFile[],
  counter: DownloadCounter,
  { world, text }: Session,
): Promise<number> {
  const progress = startProgress(text.message.reading, world);
  const total = files.reduce((sum, { size }) => sum + size, 0);
  let [done, unreadable] = [0, 0];
  try {
    for (const { file } of files) {
      for await (const line of logLines(file, (bytes) => progress.step((done += bytes), total))) {
        const request = parseLogLine(line);
        if (request !== undefined) counter.count(request);
        else if (line.trim() !== '') unreadable++;
      }
    }
  } catch (error) {
    if (error instanceof TooManyClients) throw new WrongUse(text.statistics.tooMany(MAX_CLIENTS));
    throw error;
  } finally {
    progress.end();
  }
  return unreadable;
}

interface Counted {
  readonly counter: DownloadCounter;
  readonly tally: Tally;
  readonly unreadable: number;
}

function report({ counter, tally, unreadable }: Counted, { world, text }: Session): void {
  const downloads = counter.counts().reduce((sum, count) => sum + count.downloads, 0);
  world.out(text.statistics.counted(downloads, counter.lastDay));
  world.out(text.statistics.lines({ ...tally, unreadable }));
}
