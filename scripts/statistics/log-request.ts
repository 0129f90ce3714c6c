import type { IsoDate } from '../model/release.ts';

/** One request as a log tells of it. Every text is a stranger's. */
export interface LogRequest {
  /** UTC. */
  readonly day: IsoDate;
  /** Address of whoever asked. Never kept, printed or passed on but through `clientKey`. */
  readonly client: string;
  readonly method: string;
  /** As it was asked for: percent-encoded, with a query. */
  readonly target: string;
  readonly status: number;
  /** Bytes of the body that were sent. */
  readonly bytes: number;
  /** Empty where the log does not tell. */
  readonly agent: string;
}

const TIME = String.raw`\[(\d{2})\/(\w{3})\/(\d{4}):(\d{2}):(\d{2}):(\d{2}) ([+-])(\d{2})(\d{2})\]`;
/** What follows the address begins with a space: else a long address could end anywhere, and each end would be tried. */
const REQUEST = String.raw`"([A-Z]+) ([^\s"]+)(?:\s[^"]*)?"`;
const QUOTED = String.raw`"((?:[^"\\]|\\.)*)"`;

/** NCSA common and combined: `%h %l %u %t "%r" %>s %b "%{Referer}i" "%{User-agent}i"` (Apache, nginx, Caddy). */
const COMMON = new RegExp(
  String.raw`^(\S+) \S+ \S+ ${TIME} ${REQUEST} (\d{3}) (\d+|-)(?: ${QUOTED} ${QUOTED})?`,
);

/** «Amazon S3 server access log format»: owner, bucket, time, address, requester, id, operation, key, request, … */
const S3 = new RegExp(
  String.raw`^\S+ \S+ ${TIME} (\S+) \S+ \S+ (?:REST|WEBSITE)\.[A-Z]+\.OBJECT (\S+) ${REQUEST} (\d{3}) \S+ (\d+|-) \S+ \S+ \S+ ${QUOTED} ${QUOTED}`,
);

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** The request of a line, in either format; `undefined` where it is in neither. */
export function parseLogLine(line: string): LogRequest | undefined {
  return commonRequest(line) ?? s3Request(line);
}

function commonRequest(line: string): LogRequest | undefined {
  const [whole, client = '', ...rest] = COMMON.exec(line) ?? [];
  if (whole === undefined) return undefined;
  const [method = '', target = '', status, bytes, , agent = ''] = rest.slice(9);
  return requestOf(rest.slice(0, 9), {
    client,
    method,
    target,
    status: Number(status),
    bytes: size(bytes),
    agent,
  });
}

function s3Request(line: string): LogRequest | undefined {
  const [whole, ...rest] = S3.exec(line) ?? [];
  if (whole === undefined) return undefined;
  const [client = '', key = '', method = '', , status, bytes, , agent = ''] = rest.slice(9);
  // The request line may name a bucket first; the key does not.
  const target = `/${key}`;
  return requestOf(rest.slice(0, 9), {
    client,
    method,
    target,
    status: Number(status),
    bytes: size(bytes),
    agent,
  });
}

const size = (text: string | undefined): number => (text === undefined || text === '-' ? 0 : Number(text));

function requestOf(time: readonly string[], request: Omit<LogRequest, 'day'>): LogRequest | undefined {
  const [day, month = '', year, hour, minute, second, sign, zoneHours, zoneMinutes] = time;
  const at = Date.UTC(
    Number(year),
    MONTHS.indexOf(month),
    Number(day),
    Number(hour),
    Number(minute),
    Number(second),
  );
  const zone = (Number(zoneHours) * 60 + Number(zoneMinutes)) * 60_000 * (sign === '-' ? -1 : 1);
  if (!MONTHS.includes(month) || Number.isNaN(at)) return undefined;
  return { day: new Date(at - zone).toISOString().slice(0, 10), ...request };
}
