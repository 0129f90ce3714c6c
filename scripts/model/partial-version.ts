import type { Comparator, ComparatorSet } from './comparator.ts';
import { makeVersion, MAX_VERSION_LENGTH, parsePrerelease } from './version.ts';
import type { Version } from './version.ts';

/**
 * A version in a range, perhaps only its beginning: `3.0`, `3.0.x`, `1.2.3-beta`, `1.2.3.4` (`partial` in
 * node-semver's grammar, with a fourth part). What is missing of the first three parts stands for anything; the
 * fourth does so only when it is typed as `x`, so that `1.2.3` is one version.
 */
export interface PartialVersion {
  /** What stands before it of `v`, `=` and spaces: node-semver takes any number of them. */
  readonly prefix: string;
  /** Numeric parts before the first `x`, `X`, `*` or missing part. */
  readonly known: readonly number[];
  /** No part is missing: it names one version. */
  readonly isFull: boolean;
  /** A number follows an `x`. Tilde, caret and hyphen ranges let it pass, as node-semver does. */
  readonly isDisordered: boolean;
  /** Pre-release tag; empty unless `isFull`. */
  readonly prerelease: Version['prerelease'];
}

const PARTIAL = /^([v= ]*)((?:0|[1-9]\d*|[xX*])(?:\.(?:0|[1-9]\d*|[xX*])){0,3})(?:-([\dA-Za-z.-]+))?$/;

/** Reads a version or a beginning of one; `undefined` when it is neither, or has a part that is no safe integer. */
export function parsePartialVersion(text: string): PartialVersion | undefined {
  const [, prefix = '', numbers, tag] = PARTIAL.exec(text) ?? [];
  if (numbers === undefined) return undefined;
  const slots = numbers.split('.');
  const prerelease = tag === undefined ? [] : parsePrerelease(tag);
  if (prerelease === undefined || (tag !== undefined && slots.length !== 3)) return undefined;
  const typed = slots.findIndex(isAny);
  const known = (typed === -1 ? slots : slots.slice(0, typed)).map(Number);
  if (!known.every(Number.isSafeInteger)) return undefined;
  const isFull = typed === -1 && known.length >= 3;
  const isDisordered = typed !== -1 && !slots.slice(typed).every(isAny);
  return { prefix, known, isFull, isDisordered, prerelease: isFull ? prerelease : [] };
}

const isAny = (slot: string): boolean => /^[xX*]$/.test(slot);

/** The condition on the first version of a partial one: `>= 1.2` is `>=1.2.0`. */
export function fromFirst(
  operator: Comparator['operator'],
  partial: PartialVersion,
): ComparatorSet | undefined {
  const parts = [...partial.known, 0, 0, 0].slice(0, Math.max(3, partial.known.length));
  const version = makeVersion(parts, partial.prerelease);
  return version && version.text.length <= MAX_VERSION_LENGTH ? [{ operator, version }] : undefined;
}

/**
 * The condition on the first version that differs at part `index`: the end of `1.2.x` is `<1.3.0-0` at 1. The tag `-0`
 * is the least there is, so that pre-releases of the end stay outside, as node-semver has them.
 */
export function beforeNext(known: readonly number[], index: number): ComparatorSet | undefined {
  const parts = next(known, index);
  const version = makeVersion(parts, parts.length === 4 ? [] : [0]);
  return version && [{ operator: '<', version }];
}

/** The condition to lie behind everything that begins with the known parts: `>1.2` is `>=1.3.0`. */
export function fromNext(known: readonly number[]): ComparatorSet | undefined {
  const version = makeVersion(next(known, known.length - 1));
  return version && [{ operator: '>=', version }];
}

const next = (known: readonly number[], index: number): readonly number[] =>
  [...known.slice(0, index), (known[index] ?? 0) + 1, 0, 0, 0].slice(0, Math.max(3, index + 1));

/** Both sets of conditions together; `undefined` when either is. */
export const both = (a: ComparatorSet | undefined, b: ComparatorSet | undefined): ComparatorSet | undefined =>
  a && b && [...a, ...b];
