import type { Place, Problem, ProblemArgs, Severity } from '../model/problem.ts';

/**
 * Everything that reading a release tree can find wrong, with the arguments that a sentence about it needs.
 * Closed: wording has a sentence and the documentation has a page for each.
 */
export type SourceProblemCode =
  /** A manifest that must be there is not: `file`. */
  | 'file-missing'
  /** The file could not be read: `reason` (a code of `SourceError`). */
  | 'file-unreadable'
  /** `size` and `limit` in bytes. */
  | 'file-too-large'
  /** A conflict that git left in the text. */
  | 'conflict-markers'
  /** Not UTF-8. */
  | 'file-encoding'
  /** Not YAML: `reason` is a `YamlFault`. */
  | 'yaml-syntax'
  /** The same `key` twice in one mapping. */
  | 'yaml-duplicate-key'
  /** A second document (`---`) in one file. */
  | 'yaml-many-documents'
  /** An explicit `tag`; manifests need none. */
  | 'yaml-tag'
  /** A mapping key that is not text. */
  | 'yaml-key'
  /** An `alias` without an anchor before it, or inside its own anchor. */
  | 'yaml-alias'
  /** More values or deeper nesting than `LIMITS`: `limit`. */
  | 'yaml-too-complex'
  /** `field` is not in the schema; `known` lists the fields, `nearest` (may be empty) is the one probably meant. */
  | 'schema-unknown-field'
  /** `field` is missing. */
  | 'schema-required'
  /** None of `fields` is there. */
  | 'schema-either'
  /** `field` is `received` and should be one of `expected` (both are `ValueType`s). */
  | 'schema-type'
  /** `value` of `field` is not one of `choices`; `nearest` (may be empty) is the one probably meant. */
  | 'schema-choice'
  /** `value` of `field` is not spelled as `format` (a `TextFormat`) asks. */
  | 'schema-format'
  /** `field` is beyond `limit` in `unit` (`characters`, `items`, `value`); `bound` is `least` or `most`. */
  | 'schema-size'
  /** `value` stands twice in the list `field`. */
  | 'schema-duplicate'
  /** A passport that is not one: `field` is the path inside it, empty when it is not JSON. */
  | 'passport-invalid'
  /** Notes in one `locale` both as Markdown and as MDX. */
  | 'notes-twice'
  /** A file or folder that nothing reads: `name`. */
  | 'unexpected-file'
  /** A symbolic link, which would point outside the tree on another machine: `name`. */
  | 'symbolic-link'
  /** A folder whose `name` is not an `expected` (`extension-id`, `version`). */
  | 'folder-name'
  /** A `name` that no checkout on Windows can hold. */
  | 'name-reserved'
  /** A name in decomposed letters; `name` is the same in composed ones. */
  | 'name-decomposed'
  /** More entries in one folder than `limit`. */
  | 'too-many-entries'
  /** More problems in the file than are listed: `count` of those left out. */
  | 'problems-omitted';

/** A problem found while reading the release tree. */
export type SourceProblem = Problem<SourceProblemCode>;

const WARNINGS: ReadonlySet<SourceProblemCode> = new Set(['unexpected-file']);

/** Severity of a code: everything but a stray file stops publishing. */
const severityOf = (code: SourceProblemCode): Severity => (WARNINGS.has(code) ? 'warning' : 'error');

/** A problem with the severity that its code always has. */
export const sourceProblem = (
  code: SourceProblemCode,
  place: Place,
  args: ProblemArgs = {},
): SourceProblem => ({
  code,
  severity: severityOf(code),
  place,
  args,
});
