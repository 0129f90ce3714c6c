/** What can be said of a release and a version of a configuration, the gravest first. */
export const VERDICTS = ['broken', 'look', 'unknown', 'ok'] as const;

/** One of {@link VERDICTS}. */
export type Verdict = (typeof VERDICTS)[number];

/** The verdict that each finding means. `broken` stands on proof alone: everything doubtful is `look` or `unknown`. */
export const FINDING_VERDICTS = {
  'compatibility-mode': 'broken',
  'object-gone': 'broken',
  'field-gone': 'broken',
  'form-gone': 'broken',
  'method-gone': 'broken',
  'parameters-differ': 'broken',
  'controlled-text-changed': 'broken',
  'parameters-doubtful': 'look',
  'controlled-text-doubtful': 'look',
  'controlled-comments-changed': 'look',
  'event-handler-gone': 'look',
  'signature-changed': 'look',
  'body-changed': 'look',
  'object-never-there': 'unknown',
  'part-never-there': 'unknown',
  'method-never-there': 'unknown',
  'module-protected': 'unknown',
  'body-not-compared': 'unknown',
} as const satisfies Readonly<Record<string, Verdict>>;

/** Closed: `wording/` has a sentence for each. */
export type FindingCode = keyof typeof FINDING_VERDICTS;

/** One thing that was found in one version, before anybody asks since when. */
export interface Observation {
  readonly code: FindingCode;
  /** Object or module: `Catalog.Пользователи`, `CommonForm.ФормаОтчета.Form`. */
  readonly object: string;
  /** Method of the configuration, or the field or form of the object; empty where the object itself is meant. */
  readonly method: string;
  /** What was found, so that the same finding in the next version can be told from a new one; not published. */
  readonly state: string;
}

/** One finding of a run of versions. */
export interface Finding extends Omit<Observation, 'state'> {
  /** First version, going back without a gap, in which the same was found. */
  readonly since: string;
}

/** Verdict that findings mean together: the gravest of theirs, `ok` without any. */
export function verdictOf(codes: readonly FindingCode[]): Verdict {
  const found = new Set<Verdict>(codes.map((code) => FINDING_VERDICTS[code]));
  return VERDICTS.find((verdict) => found.has(verdict)) ?? 'ok';
}
