import { setTimeout as sleep } from 'node:timers/promises';
import path from 'node:path';
import type { Destination } from '../../destination/destination.ts';
import { DestinationError } from '../../destination/error.ts';
import { parseS3Address } from '../../destination/s3-address.ts';
import { s3Destination } from '../../destination/s3-destination.ts';
import type { S3Credentials } from '../../destination/s3-requests.ts';
import type { World } from '../session/world.ts';
import { directoryDestination } from './directory-destination.ts';

/**
 * The place that `--to` names: `s3://bucket/prefix?endpoint=…&region=…`, else a folder. Throws
 * `destination-address-invalid`, `destination-credentials-missing`.
 */
export function openDestination(to: string, world: World): Destination {
  if (!/^[a-z][a-z0-9+.-]+:\/\//i.test(to)) return directoryDestination(path.resolve(world.cwd, to));
  if (!to.startsWith('s3://')) throw new DestinationError('destination-address-invalid', { reason: 's3://' });
  return s3Destination(parseS3Address(to), {
    credentials: credentialsIn(world.environment),
    fetch: (url, init) => world.fetch(url, init),
    now: world.now,
    sleep: (milliseconds) => sleep(milliseconds),
    random: () => (world.random(1)[0] ?? 0) / 256,
  });
}

/** The variables that every program for S3 reads. */
function credentialsIn(environment: World['environment']): S3Credentials {
  const sessionToken = environment['AWS_SESSION_TOKEN'] ?? '';
  return {
    accessKeyId: required(environment, 'AWS_ACCESS_KEY_ID'),
    secretAccessKey: required(environment, 'AWS_SECRET_ACCESS_KEY'),
    ...(sessionToken !== '' && { sessionToken }),
  };
}

function required(environment: World['environment'], variable: string): string {
  // Secrets pasted into a CI form often carry a line end.
  const value = environment[variable]?.trim() ?? '';
  if (value === '') throw new DestinationError('destination-credentials-missing', { variable });
  return value;
}
