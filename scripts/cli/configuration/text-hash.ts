import { createHash } from 'node:crypto';
import type { TextHash } from '../../bsl/hashed-method.ts';

/** Hex digits of a digest: 64 bits tell apart all methods that anybody has. */
const DIGITS = 16;

/** Start of SHA-256. */
export const textHash: TextHash = (text) => createHash('sha256').update(text).digest('hex').slice(0, DIGITS);
