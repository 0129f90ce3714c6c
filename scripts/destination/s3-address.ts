import { DestinationError } from './error.ts';

/** A place in a bucket, and how to reach it. */
export interface S3Address {
  readonly bucket: string;
  /** Beginning of every key: empty, or ends with `/`. */
  readonly prefix: string;
  /** Address of the service, without a path. */
  readonly endpoint: URL;
  readonly region: string;
}

/** Where AWS answers for a region; every other store has an address of its own. */
const awsEndpoint = (region: string): string => `https://s3.${region}.amazonaws.com`;

const DEFAULT_REGION = 'us-east-1';

const PARAMETERS: readonly string[] = ['endpoint', 'region'];

/**
 * Reads `s3://bucket/prefix?endpoint=https://…&region=…`. Throws `destination-address-invalid`, which never repeats the
 * address: somebody may have written a key into it.
 */
export function parseS3Address(text: string): S3Address {
  if (!URL.canParse(text)) throw invalid('address');
  const url = new URL(text);
  if (url.username !== '' || url.password !== '') throw invalid('user:password');
  if (url.hash !== '' || url.port !== '') throw invalid('address');
  if (!/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/.test(url.hostname)) throw invalid('bucket');
  const unknown = [...url.searchParams.keys()].find((name) => !PARAMETERS.includes(name));
  if (unknown !== undefined) throw invalid(`?${unknown}`);
  const region = url.searchParams.get('region') ?? DEFAULT_REGION;
  if (!/^[a-z0-9-]{2,40}$/i.test(region)) throw invalid('region');
  return {
    bucket: url.hostname,
    prefix: prefixOf(url.pathname),
    endpoint: endpointOf(url.searchParams.get('endpoint') ?? awsEndpoint(region)),
    region,
  };
}

const invalid = (reason: string): DestinationError =>
  new DestinationError('destination-address-invalid', { reason });

/** What a prefix may be made of: letters, digits and what needs no escaping in an address. */
const SEGMENT = /^(?!\.\.?$)[\w.~-]+$/;

function prefixOf(pathname: string): string {
  const segments = pathname.split('/').filter((segment) => segment !== '');
  if (!segments.every((segment) => SEGMENT.test(segment))) throw invalid('prefix');
  return segments.map((segment) => `${segment}/`).join('');
}

const LOOPBACK = /^(?:localhost|127\.\d+\.\d+\.\d+|\[::1\])$/;

function endpointOf(text: string): URL {
  if (!URL.canParse(text)) throw invalid('endpoint');
  const url = new URL(text);
  const isSafe = url.protocol === 'https:' || (url.protocol === 'http:' && LOOPBACK.test(url.hostname));
  const isBare =
    url.pathname === '/' &&
    url.search === '' &&
    url.hash === '' &&
    url.username === '' &&
    url.password === '';
  if (!isSafe || !isBare) throw invalid('endpoint');
  return url;
}
