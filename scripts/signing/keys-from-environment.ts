import { KeyError } from './key-error.ts';
import { seedSigner } from './seed-signer.ts';
import type { Signer } from './signer.ts';

/** Environment variables that hold keys in CI, each as base64 of the 32-byte seed. */
export const KEY_VARIABLES = {
  publishing: 'VYPUSK_PUBLISHING_KEY',
  timestamp: 'VYPUSK_TIMESTAMP_KEY',
} as const;

/** Keys that a machine which publishes by itself may have. The root key is never one of them. */
export interface EnvironmentKeys {
  readonly publishing?: Signer;
  readonly timestamp?: Signer;
}

/** 32 bytes in base64 are 43 symbols and one `=`; decoders of the platform would let anything through. */
const SEED_IN_BASE64 = /^[A-Za-z0-9+/]{43}=$/;

/**
 * The keys in the environment; an absent or empty variable is an absent key. Throws `environment-key-malformed`, which
 * names the variable and never shows its value.
 */
export async function keysFromEnvironment(
  environment: Readonly<Record<string, string | undefined>>,
): Promise<EnvironmentKeys> {
  const publishing = await signerFrom(environment, KEY_VARIABLES.publishing);
  const timestamp = await signerFrom(environment, KEY_VARIABLES.timestamp);
  return { ...(publishing && { publishing }), ...(timestamp && { timestamp }) };
}

async function signerFrom(
  environment: Readonly<Record<string, string | undefined>>,
  variable: string,
): Promise<Signer | undefined> {
  // Secrets pasted into a CI form often carry a line end.
  const text = environment[variable]?.trim() ?? '';
  if (text === '') return undefined;
  if (!SEED_IN_BASE64.test(text)) throw new KeyError('environment-key-malformed', { variable });
  const seed = Buffer.from(text, 'base64');
  try {
    return await seedSigner(seed);
  } finally {
    seed.fill(0);
  }
}
