import { sha256 } from '../fixtures/test-key.ts';
import type { VerificationError } from '../../../scripts/verify/error.ts';

/**
 * A file of a repository: a text; bytes that are no text; or a text over and over, for what is too long to write down.
 */
export type VectorFile =
  string | { readonly base64: string } | { readonly repeat: string; readonly times: number };

/** What a client did and was told in one step. Arguments are texts, because an exception of 1C carries nothing else. */
export type VectorResult =
  | { readonly accepted: true; readonly expired: readonly string[] }
  | { readonly refused: string; readonly args?: Readonly<Record<string, string>> }
  | { readonly document: string }
  | {
      readonly check: string;
      readonly source?: string;
      readonly reason?: string;
      readonly version?: number;
      readonly expires?: string;
      readonly issued?: string;
      readonly signed?: string;
      readonly hints?: Readonly<Record<string, VectorHint>>;
      readonly code?: string;
    };

/** A hint of the timestamp about one extension. */
export interface VectorHint {
  readonly latest: Readonly<Record<string, string>>;
  readonly criticalBelow?: string;
  readonly withdrawn: readonly string[];
}

/** One action of a client. */
export interface VectorStep {
  readonly action: 'refresh' | 'refresh-or-keep' | 'fast-check' | 'document';
  /** The clock of the client. */
  readonly now: string;
  readonly expiry: 'enforce' | 'inform';
  /** Target that is asked for after a refresh. */
  readonly name?: string;
  /** Files of the repository at that time, by path. A path that begins with `!` answers with the refusal it maps to. */
  readonly files: Readonly<Record<string, string>>;
  /** The source knows ETags: the SHA-256 of a file in quotes. */
  readonly etags?: true;
  /** What happens to the stored files before: a file, or null for one that is lost. */
  readonly damage?: Readonly<Record<string, string | null>>;
  readonly result: VectorResult;
  /** Paths asked for, in order. */
  readonly requests: readonly string[];
  /** What is stored afterwards: files by name, `client-state` too; not all of them stand in the table. */
  readonly stored: Readonly<Record<string, string>>;
}

/** One story of a repository and a client that remembers. */
export interface VectorCase {
  readonly name: string;
  readonly reason: string;
  readonly steps: readonly VectorStep[];
}

/** `test/vectors/updates.json`. */
export interface UpdateVectors {
  readonly title: string;
  /** By the first digits of their SHA-256. */
  readonly files: Readonly<Record<string, VectorFile>>;
  readonly cases: readonly VectorCase[];
}

/** Name of a file in the table: the first digits of its SHA-256. */
export const idOf = (bytes: Uint8Array): string => sha256(bytes).slice(0, 12);

/** Bytes of a file. */
export function bytesOfFile(file: VectorFile | undefined): Uint8Array<ArrayBuffer> {
  if (file === undefined) throw new Error('the vectors name a file that they do not hold');
  if (typeof file === 'string') return new TextEncoder().encode(file);
  if ('base64' in file) return Uint8Array.from(Buffer.from(file.base64, 'base64'));
  return new TextEncoder().encode(file.repeat.repeat(file.times));
}

/** Arguments of a refusal as texts. What was wrong with JSON is worded by each reader in its own way. */
export function argsOf(
  code: string,
  args: VerificationError['args'],
): { readonly args?: Record<string, string> } {
  if (code.startsWith('json-')) return {};
  return {
    args: Object.fromEntries(
      Object.entries(args)
        .map(([name, value]) => [name, String(value)] as const)
        .sort(([a], [b]) => (a < b ? -1 : 1)),
    ),
  };
}
