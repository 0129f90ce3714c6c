import { createHmac } from 'node:crypto';
import type { IsoDate } from '../model/release.ts';
import type { CountedFile } from './counted-file.ts';
import type { LogRequest } from './log-request.ts';

/** Downloads of one release on one day. */
export interface Count {
  readonly id: string;
  readonly version: string;
  /** Absent for what was counted before anybody looked day by day. */
  readonly date?: IsoDate;
  readonly downloads: number;
}

/** What is counted, and which days. */
export interface Counting {
  readonly files: readonly CountedFile[];
  /** Path of the public address: everything before `files/…`, `/` for a site of its own. */
  readonly prefix: string;
  /** Last day that was counted before. */
  readonly through: IsoDate | undefined;
  /** Today: a day that is not over is not counted. */
  readonly today: IsoDate;
  /** Random, of this run alone: with it goes the last trace of who asked. */
  readonly key: Uint8Array;
}

/** What became of the lines. */
export interface Tally {
  /** Requests for a file of ours that count for a download, or a part of one. */
  counted: number;
  /** Requests of days that were counted before. */
  before: number;
  /** Requests of the day that is not over. */
  unfinished: number;
  /** Everything else: pages, robots, failures, other methods. */
  other: number;
}

/** Clients that one run can tell apart. More would take a gigabyte. */
export const MAX_CLIENTS = 2_000_000;

/** There are more clients in the logs than one run can tell apart. */
export class TooManyClients extends Error {
  override readonly name = 'TooManyClients';
}

/** Programs that look without a person who installs. */
const ROBOT =
  /bot\b|crawl|spider|slurp|archiver|headless|monitor|uptime|pingdom|preview|facebookexternalhit|scrapy|feedfetcher|lighthouse/i;

/**
 * Counts downloads. One is: on one day (UTC), one client (address and program) got a whole file, at once or in parts.
 * Only GET with 200 or 206 counts, and no robots; parts of one client add up until they are as long as the file, so a
 * broken download does not count, and a repeated one counts once.
 */
export class DownloadCounter {
  readonly tally: Tally = { counted: 0, before: 0, unfinished: 0, other: 0 };
  /** Last day of which there was any line and that is over. */
  lastDay: IsoDate | undefined;
  readonly #counting: Counting;
  readonly #files: ReadonlyMap<string, CountedFile>;
  /** Bytes that a client has of a file on a day; `DONE` when it is counted. */
  readonly #received = new Map<string, number>();
  readonly #counts = new Map<string, { file: CountedFile; date: IsoDate; downloads: number }>();

  constructor(counting: Counting) {
    this.#counting = counting;
    this.#files = new Map(counting.files.map((file) => [`${counting.prefix}${file.path}`, file]));
  }

  /** Takes one request. Throws `TooManyClients`. */
  count(request: LogRequest): void {
    const age = this.#ageOf(request.day);
    if (age !== 'new') {
      this.tally[age]++;
      return;
    }
    if (this.lastDay === undefined || request.day > this.lastDay) this.lastDay = request.day;
    const file = isDownload(request) ? this.#files.get(pathOf(request.target)) : undefined;
    this.tally[file === undefined ? 'other' : 'counted']++;
    if (file !== undefined) this.#receive(request, file);
  }

  #ageOf(day: IsoDate): 'new' | 'before' | 'unfinished' {
    const { through, today } = this.#counting;
    if (day >= today) return 'unfinished';
    return through !== undefined && day <= through ? 'before' : 'new';
  }

  /** Downloads by release and day, in the order in which they were first seen. */
  counts(): readonly Count[] {
    return [...this.#counts.values()].map(({ file, date, downloads }) => ({
      id: file.id,
      version: file.version,
      date,
      downloads,
    }));
  }

  #receive(request: LogRequest, file: CountedFile): void {
    const client = this.#clientKey(request, file);
    const before = this.#received.get(client) ?? 0;
    if (before === DONE) return;
    if (this.#received.size >= MAX_CLIENTS) throw new TooManyClients();
    const received = before + request.bytes;
    const isWhole = received >= file.length;
    this.#received.set(client, isWhole ? DONE : received);
    if (!isWhole) return;
    const place = `${request.day} ${file.id} ${file.version}`;
    const count = this.#counts.get(place) ?? { file, date: request.day, downloads: 0 };
    count.downloads++;
    this.#counts.set(place, count);
  }

  #clientKey({ client, agent, day }: LogRequest, file: CountedFile): string {
    const text = [day, file.path, client, agent].join('\n');
    return createHmac('sha256', this.#counting.key).update(text).digest('base64').slice(0, 20);
  }
}

const DONE = -1;

const isDownload = ({ method, status, agent }: LogRequest): boolean =>
  method === 'GET' && (status === 200 || status === 206) && !ROBOT.test(agent);

/** Path of a request; what cannot be decoded is no path of ours. */
function pathOf(target: string): string {
  try {
    return decodeURIComponent(target.replace(/[?#].*$/, ''));
  } catch {
    return '';
  }
}
