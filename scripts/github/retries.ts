import { GithubError, type GithubErrorCode } from './error.ts';

/** The clock and the patience of whoever asks. */
export interface Waiting {
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly sleep: (milliseconds: number) => Promise<void>;
}

/** Tries altogether. */
const TRIES = 4;

/** Longest wait before one try, in milliseconds; who must wait longer is told instead. */
const MAX_WAIT = 90_000;

/**
 * Does something on GitHub, again after failures that pass: no connection, 5xx, rate limits (primary and secondary, as
 * GitHub's «Best practices for using the REST API» describe them).
 */
export async function withRetries<T>(action: string, work: () => Promise<T>, waiting: Waiting): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await work();
    } catch (error) {
      const answer = answerOf(error);
      const wait = waitAfter(answer, attempt, waiting.now());
      if (wait === undefined || wait > MAX_WAIT || attempt >= TRIES) throw errorOf(action, answer, error);
      await waiting.sleep(wait);
    }
  }
}

/** What GitHub answered; status 0 where nothing came back. */
interface Answer {
  readonly status: number;
  readonly headers: ReadonlyMap<string, string>;
}

function answerOf(error: unknown): Answer {
  const status = member(error, 'status');
  const headers = member(member(error, 'response'), 'headers');
  const listed = typeof headers === 'object' && headers !== null ? Object.entries(headers) : [];
  return {
    // Octokit gives a failed connection the status 500 and no response.
    status: typeof status === 'number' && member(error, 'response') !== undefined ? status : 0,
    headers: new Map(listed.map(([name, value]) => [name.toLowerCase(), String(value)])),
  };
}

const member = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null
    ? Object.entries(value).find(([key]) => key === name)?.[1]
    : undefined;

const isRateLimit = ({ status, headers }: Answer): boolean =>
  status === 429 ||
  (status === 403 && (headers.has('retry-after') || headers.get('x-ratelimit-remaining') === '0'));

/** Milliseconds to wait before the next try; `undefined` where another try would end the same. */
function waitAfter(answer: Answer, attempt: number, now: number): number | undefined {
  const backoff = 1_000 * 2 ** (attempt - 1);
  if (isRateLimit(answer)) {
    const after = seconds(answer.headers.get('retry-after'));
    const reset = seconds(answer.headers.get('x-ratelimit-reset'));
    return after ?? (reset === undefined ? 60_000 : Math.max(reset - now, backoff));
  }
  return answer.status === 0 || answer.status >= 500 ? backoff : undefined;
}

const seconds = (text: string | undefined): number | undefined =>
  text !== undefined && /^\d{1,12}$/.test(text) ? Number(text) * 1_000 : undefined;

function errorOf(action: string, answer: Answer, cause: unknown): GithubError {
  return new GithubError(codeOf(answer), { action, status: answer.status }, { cause });
}

/** Codes of refused requests. */
type AnswerCode = Exclude<GithubErrorCode, 'github-event-unusable' | 'github-not-configured'>;

function codeOf(answer: Answer): AnswerCode {
  if (isRateLimit(answer)) return 'github-rate-limited';
  if (answer.status === 0 || answer.status >= 500) return 'github-unavailable';
  if (answer.status === 401 || answer.status === 403) return 'github-no-permission';
  return answer.status === 404 || answer.status === 410 ? 'github-not-found' : 'github-refused';
}
