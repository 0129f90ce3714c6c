import { parseRange, unionText } from '../../scripts/model/version-range.ts';
import type { Reader } from './reader.ts';

const COMPARATOR = /^(>=|>|<=|<|=)?\s*([0-9][0-9A-Za-z.+-]*)$/;

/**
 * A range of versions in words: `>=3.0.140 <3.1` becomes «от 3.0.140 до 3.1 (не включая)». Shorthand (`~1.2`, `3.0.x`)
 * is worded in its normal form. What has no such form (pre-releases) is shown as it is written.
 */
export function rangeText(range: string, reader: Reader): string {
  return alternativesText(range, reader) ?? normalText(range, reader) ?? range;
}

/** A version with a pre-release tag; the dash of `1.2 - 1.4` stands between spaces. */
const PRERELEASE = /[0-9]-[0-9A-Za-z]/;

function normalText(range: string, reader: Reader): string | undefined {
  const parsed = PRERELEASE.test(range) ? undefined : parseRange(range);
  return parsed === undefined ? undefined : alternativesText(unionText([parsed]), reader);
}

function alternativesText(range: string, reader: Reader): string | undefined {
  const words = range.split('||').map((part) => comparatorsText(part.trim(), reader));
  if (words.some((word) => word === undefined)) return undefined;
  return words.join(` ${reader.texts.compatibility.or} `);
}

const HYPHEN = /^(\S+)\s+-\s+(\S+)$/;

function comparatorsText(part: string, reader: Reader): string | undefined {
  const [, from, upTo] = HYPHEN.exec(part) ?? [];
  if (from !== undefined && upTo !== undefined) return comparatorsText(`>=${from} <=${upTo}`, reader);
  if (part === '' || part === '*') return reader.texts.compatibility.anyVersion;
  const words = part.split(/\s+/).map((comparator) => comparatorText(comparator, reader));
  return words.some((word) => word === undefined) ? undefined : words.join(' ');
}

function comparatorText(comparator: string, reader: Reader): string | undefined {
  const [, operator = '=', version] = COMPARATOR.exec(comparator) ?? [];
  if (version === undefined || /[xX*]/.test(version)) return undefined;
  const words = reader.texts.compatibility;
  switch (operator) {
    case '>=':
      return words.from(version);
    case '>':
      return words.after(version);
    case '<':
      return words.below(version);
    case '<=':
      return words.upTo(version);
    default:
      return words.exactly(version);
  }
}
