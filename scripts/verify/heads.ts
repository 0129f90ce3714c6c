import type { Head, Timestamp } from './metadata.ts';

/** What the timestamp hints of one extension. May raise a notice or a refresh, never an installation. */
export interface ExtensionHint {
  /** Newest version by channel. */
  readonly latest: ReadonlyMap<string, string>;
  /** Installed versions below this one should be replaced at once. */
  readonly criticalBelow?: string;
  /** Versions that must not be used any more. */
  readonly withdrawn: readonly string[];
}

/** Hints by extension id. */
export type Hints = ReadonlyMap<string, ExtensionHint>;

/** `x-heads` of a timestamp; undefined in repositories that are too large for them (`formats.md`, section 3). */
export function hintsOf(timestamp: Timestamp): Hints | undefined {
  const heads = timestamp['x-heads'];
  return heads && new Map([...heads].map(([id, head]) => [id, readHead(head)]));
}

function readHead(head: Head): ExtensionHint {
  const criticalBelow = head.get('criticalBelow');
  const withdrawn = head.get('withdrawn');
  return {
    latest: new Map([...head].flatMap(([channel, version]) => latestIn(channel, version))),
    ...(typeof criticalBelow === 'string' ? { criticalBelow } : {}),
    withdrawn: typeof withdrawn === 'object' ? withdrawn : [],
  };
}

const latestIn = (channel: string, version: string | readonly string[]): [string, string][] =>
  typeof version === 'string' && channel !== 'criticalBelow' ? [[channel, version]] : [];
