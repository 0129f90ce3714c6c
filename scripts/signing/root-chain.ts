import { VerificationError } from '../verify/error.ts';
import type { Root } from '../verify/metadata.ts';
import { parseEnvelope } from '../verify/parse-envelope.ts';
import { parseRoot } from '../verify/parse-root.ts';
import { requireThreshold } from '../verify/signatures.ts';
import { signersOf } from './open-metadata.ts';
import type { Opened } from './open-metadata.ts';
import { refuse } from './publish-refusal.ts';
import { isCanonicalFile } from './signed-file.ts';
import type { Bytes } from './signed-file.ts';

/** Every root ever signed, the first one first, each signed by itself and by the one before. */
export interface RootChain {
  readonly roots: readonly Opened<Root>[];
  readonly newest: Opened<Root>;
}

/**
 * Reads all roots, in any order, and follows them as a client does (TUF 1.0.34, sections 5.3.4 and 5.3.5). Throws
 * `root-chain-broken`: a client that still trusts the first root must be able to walk to the last.
 */
export function openRootChain(files: readonly Bytes[]): RootChain {
  const roots = files.map(readRoot).toSorted((a, b) => a.signed.version - b.signed.version);
  for (const [at, root] of roots.entries()) requireLink(root, at + 1, roots[at - 1]);
  const newest = roots.at(-1);
  if (newest === undefined) throw refuse('root-chain-broken', { version: 1, reason: 'missing' });
  return { roots, newest };
}

function readRoot(bytes: Bytes): Opened<Root> {
  try {
    return parseEnvelope(bytes, 'root', parseRoot);
  } catch (cause) {
    throw brokenAt(0, cause);
  }
}

function requireLink(root: Opened<Root>, version: number, before: Opened<Root> | undefined): void {
  if (root.signed.version !== version) throw refuse('root-chain-broken', { version, reason: 'missing' });
  if (!isCanonicalFile(root)) throw refuse('root-chain-broken', { version, reason: 'not-canonical' });
  try {
    if (before) requireThreshold(root, signersOf(before.signed, 'root'));
    requireThreshold(root, signersOf(root.signed, 'root'));
  } catch (cause) {
    throw brokenAt(version, cause);
  }
}

function brokenAt(version: number, cause: unknown): unknown {
  if (!(cause instanceof VerificationError)) return cause;
  return refuse('root-chain-broken', { version, reason: cause.code }, { cause });
}
