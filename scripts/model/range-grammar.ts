import type { Comparator, ComparatorSet } from './comparator.ts';
import { beforeNext, both, fromFirst, fromNext, parsePartialVersion } from './partial-version.ts';
import type { PartialVersion } from './partial-version.ts';

/** Conditions that hold for every version. */
const ANYTHING: ComparatorSet = [];

/** The least pre-release tag: nothing comes before `0.0.0-0`. */
const LEAST_TAG = [0] as const;

/** Conditions that hold for no version. */
const NOTHING: ComparatorSet = [
  { operator: '<', version: { parts: [0, 0, 0], prerelease: LEAST_TAG, text: '0.0.0-0' } },
];

/** A word, and the build metadata (`+5`) behind it, which counts for nothing. */
const WORD = /^([^+]+|$)(?:\+[\dA-Za-z-]+(?:\.[\dA-Za-z-]+)*)*$/;

/**
 * The alternatives (`||`) of a range as sets of conditions: node-semver's grammar with a fourth part. One way of
 * writing follows from another: `1.2.3 - 2` is `>=1.2.3 <3.0.0-0`, and so are `~`, `^` and `x`.
 *
 * Two kinds of text that node-semver takes by accident are refused: a star glued to something (`1.2.3*`, which it
 * reads as `1.2.3`), and build metadata anywhere but at the end of a word (`>=1.2 +5`, `1+5.*`).
 */
export function parseAlternatives(text: string): readonly ComparatorSet[] | undefined {
  const alternatives = text.split('||').map((alternative) => parseAlternative(alternative.trim()));
  if (!alternatives.every((alternative) => alternative !== undefined)) return undefined;
  // One `*` makes the whole range `*`, so that `* || 1.2.3-beta` admits no pre-release (node-semver again).
  return alternatives.some((set) => set.length === 0) ? [ANYTHING] : alternatives;
}

function parseAlternative(text: string): ComparatorSet | undefined {
  const words = text.split(' ').map((word) => WORD.exec(word)?.[1]);
  if (words.includes(undefined)) return undefined;
  const plain = words.join(' ');
  if (plain.includes(' - ')) return parseHyphen(plain);
  return joinOperators(plain).split(' ').map(parseWord).reduce(both, ANYTHING);
}

/** Takes the space out between an operator and its version: `> 1.2` is `>1.2`, but `> = 1.2` is nothing. */
const joinOperators = (text: string): string =>
  text.replace(/([<>]=?|(?<![v=]|[<>] )=) (?=[v=]*[\dxX*])/g, '$1').replace(/(~)>? |(\^) /g, '$1$2');

/** `a - b`: from the first version of `a` to the last one that `b` stands for. */
function parseHyphen(text: string): ComparatorSet | undefined {
  const [from, to, ...more] = text.split(' - ').map(parsePartialVersion);
  if (from === undefined || to === undefined || more.length > 0) return undefined;
  if (from.isFull && !isPlain(from)) return undefined;
  if (to.isFull && to.prerelease.length === 0 && !isPlain(to)) return undefined;
  return both(primitive('>=', from), primitive('<=', to));
}

/** The prefix that node-semver allows before a full version. */
const isPlain = ({ prefix }: PartialVersion): boolean => prefix === '' || prefix === 'v';

function parseWord(word: string): ComparatorSet | undefined {
  if (word === '') return ANYTHING;
  const [, operator = '', rest = ''] = /^(~>?|\^|[<>]=?|=|)(.*)$/.exec(word) ?? [];
  const partial = parsePartialVersion(rest);
  if (partial === undefined) return undefined;
  if (operator.startsWith('~')) return tilde(partial);
  if (operator === '^') return caret(partial);
  if (partial.isDisordered || (partial.isFull && !isPlain(partial))) return undefined;
  return primitive(toOperator(operator), partial);
}

const toOperator = (text: string): Comparator['operator'] =>
  text === '<' || text === '<=' || text === '>' || text === '>=' ? text : '=';

/** A comparison with everything that a partial version stands for: `<=1.2` is `<1.3.0-0`, `=1.2` is `1.2.x`. */
function primitive(operator: Comparator['operator'], partial: PartialVersion): ComparatorSet | undefined {
  if (operator === '>=' && isBeginning(partial)) return ANYTHING;
  if (partial.isFull) return fromFirst(operator, partial);
  if (partial.known.length === 0) return operator === '<' || operator === '>' ? NOTHING : ANYTHING;
  switch (operator) {
    case '>':
      return fromNext(partial.known);
    case '>=':
      return fromFirst('>=', partial);
    case '<':
      return fromFirst('<', { ...partial, prerelease: LEAST_TAG });
    case '<=':
      return beforeNext(partial.known, partial.known.length - 1);
    case '=':
      return both(primitive('>=', partial), primitive('<=', partial));
  }
}

/** `>=0.0.0` says nothing, and node-semver drops it; but not where it is spelt `>=v0.0.0`. */
const isBeginning = ({ known, prefix, isFull, prerelease }: PartialVersion): boolean =>
  known.every((part) => part === 0) && prerelease.length === 0 && !(isFull && prefix !== '');

/** `~1.2.3`: the last part may grow, and the third; with one part typed, the second. */
function tilde(partial: PartialVersion): ComparatorSet | undefined {
  const { known } = partial;
  if (known.length === 0) return ANYTHING;
  return both(primitive('>=', { ...partial, prefix: '' }), beforeNext(known, Math.min(known.length - 1, 1)));
}

/** `^1.2.3`: everything may grow behind the first part that is not 0. */
function caret(partial: PartialVersion): ComparatorSet | undefined {
  const { known } = partial;
  if (known.length === 0) return ANYTHING;
  const first = known.findIndex((part) => part > 0);
  const fixed = first === -1 ? known.length - 1 : first;
  return both(primitive('>=', { ...partial, prefix: '' }), beforeNext(known, fixed));
}
