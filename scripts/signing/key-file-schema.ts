import { z } from 'zod';
import { KeyError } from './key-error.ts';

const hex = (bytes: number) => z.string().regex(new RegExp(`^[0-9a-f]{${2 * bytes}}$`));

const isPowerOfTwo = (n: number): boolean => Number.isInteger(Math.log2(n));

const schema = z.strictObject({
  type: z.literal('vypusk-private-key'),
  formatVersion: z.literal(1),
  keyid: hex(32),
  public: hex(32),
  kdf: z.strictObject({
    name: z.literal('scrypt'),
    n: z.int().min(1024).refine(isPowerOfTwo),
    r: z.int().min(1),
    p: z.int().min(1),
    salt: hex(32),
  }),
  cipher: z.strictObject({ name: z.literal('aes-256-gcm'), nonce: hex(12), sealed: hex(32), tag: hex(16) }),
});

/** A private key file, version 1. Binary values are lower-case hex. */
export type KeyFile = z.infer<typeof schema>;

/** What of a key file can be read without the passphrase; authenticated together with the key. */
export type KeyFileHeader = Omit<KeyFile, 'cipher'>;

/** Bytes that a key file may have; an honest one has about 600. */
const MAX_KEY_FILE_BYTES = 4096;

/** Reads the shape of a key file. Throws `key-file-unreadable`, `key-file-version-unsupported`. */
export function readKeyFile(bytes: Uint8Array): KeyFile {
  if (bytes.length > MAX_KEY_FILE_BYTES) throw new KeyError('key-file-unreadable', { reason: 'length' });
  const json = parseJson(bytes);
  const offered = versionOf(json);
  if (offered !== undefined && offered !== 1) throw new KeyError('key-file-version-unsupported', { offered });
  const result = schema.safeParse(json);
  if (!result.success) throw new KeyError('key-file-unreadable', { reason: firstFieldOf(result.error) });
  return result.data;
}

function parseJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    // The parser's message quotes the text, and a file taken for a key file may hold somebody's secret.
    throw new KeyError('key-file-unreadable', { reason: 'json' });
  }
}

const versionSchema = z.object({ type: z.literal('vypusk-private-key'), formatVersion: z.number() });

const versionOf = (json: unknown): number | undefined => versionSchema.safeParse(json).data?.formatVersion;

const firstFieldOf = (error: z.ZodError): string => error.issues[0]?.path.join('.') ?? '';
