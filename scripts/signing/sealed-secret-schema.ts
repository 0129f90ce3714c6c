import { z } from 'zod';
import { KeyError } from './key-error.ts';

/** What a file holds: a key that signs metadata, or the secret that a vendor's licences follow from. */
export type SecretType = 'vypusk-private-key' | 'vypusk-licensing-secret';

const hex = (bytes: number) => z.string().regex(new RegExp(`^[0-9a-f]{${2 * bytes}}$`));

const isPowerOfTwo = (n: number): boolean => Number.isInteger(Math.log2(n));

const schema = z.strictObject({
  type: z.enum(['vypusk-private-key', 'vypusk-licensing-secret']),
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

/** A secret of 32 bytes in a file, version 1. Binary values are lower-case hex. */
export type SealedSecret = z.infer<typeof schema>;

/** What of the file can be read without the passphrase; authenticated together with the secret. */
export type SealedSecretHeader = Omit<SealedSecret, 'cipher'>;

/** Bytes that such a file may have; an honest one has about 600. */
const MAX_FILE_BYTES = 4096;

/** Reads the shape of a file of one type. Throws `key-file-unreadable`, `key-file-version-unsupported`. */
export function readSealedSecret(bytes: Uint8Array, type: SecretType): SealedSecret {
  if (bytes.length > MAX_FILE_BYTES) throw new KeyError('key-file-unreadable', { reason: 'length' });
  const json = parseJson(bytes);
  const { data: head } = headSchema.safeParse(json);
  if (head?.type === type && head.formatVersion !== 1) {
    throw new KeyError('key-file-version-unsupported', { offered: head.formatVersion });
  }
  const result = schema.safeParse(json);
  if (!result.success) throw new KeyError('key-file-unreadable', { reason: firstFieldOf(result.error) });
  if (result.data.type !== type) throw new KeyError('key-file-unreadable', { reason: 'type' });
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

const headSchema = z.object({ type: z.string(), formatVersion: z.number() });

const firstFieldOf = (error: z.ZodError): string => error.issues[0]?.path.join('.') ?? '';
