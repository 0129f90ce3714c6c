import type { z } from 'zod';
import { startOf, type ProblemArgs } from '../../model/problem.ts';
import type { PathStep } from '../../model/release-tree.ts';
import { composed } from '../files/portable-name.ts';
import { LIMITS } from '../limits.ts';
import { isTextFormat } from '../schema/text-format.ts';
import type { ManifestKind } from '../schema/written-schemas.ts';
import { sourceProblem, type SourceProblem, type SourceProblemCode } from '../source-problem.ts';
import { placeOfKey, placeOfValue } from '../yaml/yaml-place.ts';
import type { YamlReading } from '../yaml/read-yaml.ts';
import { nearestName } from '../../model/nearest-name.ts';
import { schemaFields } from './schema-fields.ts';
import { expectedType, valueTypeOf } from './value-type.ts';

type Issue = z.core.$ZodIssue;
type IssueOf<Code extends Issue['code']> = Extract<Issue, { code: Code }>;
type Path = readonly PathStep[];

/** Characters of a wrong value that a message shows. */
const SHOWN_CHARACTERS = 80;

/** Issues of a schema as problems at the places of the file, one for each field: the first says what to mend. */
export function schemaProblems(
  kind: ManifestKind,
  reading: YamlReading,
  issues: readonly Issue[],
): SourceProblem[] {
  const translator = new IssueTranslator(kind, reading);
  const { looked, skipped } = firstIssues(issues);
  const problems = looked.flatMap((issue) => translator.translate(issue, []));
  const shown = firstAtEachPlace(withoutMistyped(problems));
  const omitted = shown.length - LIMITS.problemsPerFile + skipped;
  if (omitted <= 0) return shown;
  const rest = sourceProblem('problems-omitted', startOf(reading.source.file), { count: omitted });
  return [...shown.slice(0, LIMITS.problemsPerFile), rest];
}

/**
 * As many issues as can be shown, and several times more, because some are the same mistake: to find the place of one
 * takes time in proportion to the file, and a hostile file has tens of thousands.
 */
function firstIssues(issues: readonly Issue[]): {
  readonly looked: readonly Issue[];
  readonly skipped: number;
} {
  const most = 4 * LIMITS.problemsPerFile;
  const looked = issues
    .slice(0, most)
    .map((issue) =>
      issue.code === 'unrecognized_keys' ? { ...issue, keys: issue.keys.slice(0, most) } : issue,
    );
  return { looked, skipped: weightOf(issues) - weightOf(looked) };
}

const weightOf = (issues: readonly Issue[]): number =>
  issues.reduce((sum, issue) => sum + (issue.code === 'unrecognized_keys' ? issue.keys.length : 1), 0);

/** A field is not missing when it stands there mistyped: one mistake gets one problem. */
function withoutMistyped(problems: readonly SourceProblem[]): readonly SourceProblem[] {
  const meant = new Set(problems.map(({ args }) => args['nearest']));
  return problems.filter(({ code, args }) => code !== 'schema-required' || !meant.has(args['field']));
}

function firstAtEachPlace(problems: readonly SourceProblem[]): SourceProblem[] {
  const first = new Map<string, SourceProblem>();
  for (const problem of problems) {
    const { line, column } = problem.place;
    const key = [line, column, ...(problem.code === 'schema-required' ? [problem.args['field']] : [])].join(
      ' ',
    );
    if (!first.has(key)) first.set(key, problem);
  }
  return [...first.values()];
}

class IssueTranslator {
  readonly #kind: ManifestKind;
  readonly #reading: YamlReading;

  constructor(kind: ManifestKind, reading: YamlReading) {
    this.#kind = kind;
    this.#reading = reading;
  }

  translate(issue: Issue, above: Path): SourceProblem[] {
    const path = [...above, ...issue.path.filter(isPathStep)];
    switch (issue.code) {
      case 'invalid_union':
        return this.#union(issue, path);
      case 'unrecognized_keys':
        return issue.keys.map((key) => this.#unknownField(path, key));
      case 'invalid_type':
        return [this.#wrongType(path, [issue.expected])];
      case 'invalid_value':
        return [this.#choice(issue, path)];
      case 'too_small':
        return [this.#size(path, 'least', Number(issue.minimum))];
      case 'too_big':
        return [this.#size(path, 'most', Number(issue.maximum))];
      default:
        return [this.#spelling(issue.message, path)];
    }
  }

  /** Of a choice between shapes, the one that the value has; its type is wrong when it has none of them. */
  #union(issue: IssueOf<'invalid_union'>, path: Path): SourceProblem[] {
    const fitting = issue.errors.find((errors) => !errors.some(isWrongTypeHere));
    if (fitting !== undefined) return fitting.flatMap((error) => this.translate(error, path));
    const expected = issue.errors.flatMap((errors) =>
      errors.flatMap((error) => (error.code === 'invalid_type' ? [error.expected] : [])),
    );
    return [this.#wrongType(path, expected)];
  }

  #unknownField(path: Path, key: string): SourceProblem {
    const known = schemaFields(this.#kind, path);
    const nearest = nearestName(key, known) ?? '';
    return this.#atKey('schema-unknown-field', [...path, key], { field: shown(key), known, nearest });
  }

  #wrongType(path: Path, expected: readonly string[]): SourceProblem {
    const value = this.#valueAt(path);
    if (value === undefined) return this.#atKey('schema-required', path, { field: fieldOf(path) });
    const types = [...new Set(expected.map(expectedType))];
    return this.#atValue('schema-type', path, { expected: types, received: valueTypeOf(value) });
  }

  #choice(issue: IssueOf<'invalid_value'>, path: Path): SourceProblem {
    const value = this.#valueAt(path);
    if (value === undefined) return this.#wrongType(path, ['string']);
    const choices = issue.values.map(String);
    const nearest = nearestName(shown(value), choices) ?? '';
    return this.#atValue('schema-choice', path, { value: shown(value), choices, nearest });
  }

  #size(path: Path, bound: 'least' | 'most', limit: number): SourceProblem {
    const type = valueTypeOf(this.#valueAt(path));
    const unit = type === 'text' ? 'characters' : type === 'list' ? 'items' : 'value';
    return this.#atValue('schema-size', path, { bound, limit, unit });
  }

  /** The schemas of this room put a format's name, `duplicate` or `one|other` where zod has a sentence. */
  #spelling(message: string, path: Path): SourceProblem {
    const value = shown(this.#valueAt(path));
    if (message === 'duplicate') return this.#atValue('schema-duplicate', path, { value });
    if (message.includes('|')) return this.#atValue('schema-either', path, { fields: message.split('|') });
    if (composed(value) !== value) return this.#atValue('name-decomposed', path, { name: composed(value) });
    return this.#atValue('schema-format', path, { value, format: isTextFormat(message) ? message : 'line' });
  }

  #atValue(code: SourceProblemCode, path: Path, args: ProblemArgs): SourceProblem {
    return sourceProblem(code, placeOfValue(this.#reading.source, path), { field: fieldOf(path), ...args });
  }

  #atKey(code: SourceProblemCode, path: Path, args: ProblemArgs): SourceProblem {
    return sourceProblem(code, placeOfKey(this.#reading.source, path), args);
  }

  #valueAt(path: Path): unknown {
    let value: unknown = this.#reading.value;
    for (const step of path) {
      if (typeof value !== 'object' || value === null || !Object.hasOwn(value, step)) return undefined;
      value = Reflect.get(value, step);
    }
    return value;
  }
}

const isPathStep = (step: PropertyKey): step is PathStep => typeof step !== 'symbol';

const isWrongTypeHere = (issue: Issue): boolean => issue.code === 'invalid_type' && issue.path.length === 0;

/** Name of the field that a path ends at: the nearest key, because an index is nobody's word. */
const fieldOf = (path: Path): string => shown(path.findLast((step) => typeof step === 'string') ?? '');

const shown = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
    ? String(value).slice(0, SHOWN_CHARACTERS)
    : '';
