import { DestinationError } from './error.ts';

/** What a store answered. */
export interface S3Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** `Code` of an error document of S3; empty where there is none. */
export const errorCodeOf = ({ bytes }: Pick<S3Answer, 'bytes'>): string =>
  /<Code>([A-Za-z0-9.]{1,60})<\/Code>/.exec(new TextDecoder().decode(bytes.subarray(0, 16 * 1024)))?.[1] ??
  '';

/** What a person can do something about. Neither the request nor its headers are repeated: they carry the signature. */
export function refusalOf(action: string, answer: S3Answer | undefined): DestinationError {
  const status = answer?.status ?? 0;
  if (status === 501) return new DestinationError('destination-ignores-conditions');
  if (answer === undefined || status >= 500 || status === 429) {
    return new DestinationError('destination-unavailable', { action, status });
  }
  const reason = errorCodeOf(answer);
  if (reason === 'RequestTimeTooSkewed') return new DestinationError('destination-clock-differs');
  if (status === 401 || status === 403)
    return new DestinationError('destination-forbidden', { action, status, reason });
  if (status === 404) return new DestinationError('destination-absent', { action });
  return new DestinationError('destination-refused', { action, status, reason });
}
