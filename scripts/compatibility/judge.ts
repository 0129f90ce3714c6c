import { compareText } from '../model/problem.ts';
import { compareVersions, parseVersion } from '../model/version.ts';
import { verdictOf, type Finding, type Observation, type Verdict } from './finding.ts';
import type { TouchedShape } from './fingerprint.ts';
import type { Rule } from './rule.ts';
import { adoptedObjects } from './rules/adopted-objects.ts';
import { compatibilityMode } from './rules/compatibility-mode.ts';
import { interceptedMethods } from './rules/intercepted-methods.ts';
import { protectedModules } from './rules/protected-modules.ts';
import type { Touch } from './touch.ts';

const RULES: readonly Rule[] = [compatibilityMode, adoptedObjects, interceptedMethods, protectedModules];

/** Versions one after another for which the same is known. */
export interface Run {
  /** First and last version, both included. */
  readonly from: string;
  readonly to: string;
  readonly verdict: Verdict;
  /** Sorted by object, method, code. */
  readonly findings: readonly Finding[];
}

/**
 * Judges an extension against every known version of one configuration.
 *
 * @param shapes what the extension touches in each version; their versions must be versions, in any order
 * @param baseline version that the release was tested with; one of the shapes'
 */
export function judge(touch: Touch, shapes: readonly TouchedShape[], baseline?: string): readonly Run[] {
  const ordered = shapes.toSorted((a, b) => compareVersionTexts(a.version, b.version));
  const tested = ordered.find(({ version }) => version === baseline);
  const runs: Run[] = [];
  let former: ReadonlyMap<string, Finding> = new Map();
  for (const [index, shape] of ordered.entries()) {
    const earlier = tested === undefined ? ordered.slice(0, index) : [tested, ...ordered.slice(0, index)];
    const known = { baseline: tested, everHad: (has: (other: TouchedShape) => boolean) => earlier.some(has) };
    const observed = RULES.flatMap((rule) => [...rule(touch, shape, known)]);
    const found = new Map(observed.map((one) => findingOf(one, former, shape.version)));
    append(runs, shape.version, [...found.values()].toSorted(compareFindings));
    former = found;
  }
  return runs;
}

function findingOf(
  { state, ...seen }: Observation,
  former: ReadonlyMap<string, Finding>,
  version: string,
): [string, Finding] {
  const key = JSON.stringify([seen.code, seen.object, seen.method, state]);
  return [key, { ...seen, since: former.get(key)?.since ?? version }];
}

function append(runs: Run[], version: string, findings: readonly Finding[]): void {
  const last = runs.at(-1);
  if (last !== undefined && JSON.stringify(last.findings) === JSON.stringify(findings)) {
    runs[runs.length - 1] = { ...last, to: version };
    return;
  }
  const verdict = verdictOf(findings.map(({ code }) => code));
  runs.push({ from: version, to: version, verdict, findings });
}

const compareFindings = (a: Finding, b: Finding): number =>
  compareText(a.object, b.object) || compareText(a.method, b.method) || compareText(a.code, b.code);

/** Order of versions as texts; texts that are no versions come last, by code unit. */
export function compareVersionTexts(a: string, b: string): number {
  const [left, right] = [parseVersion(a), parseVersion(b)];
  if (left === undefined || right === undefined)
    return Number(left === undefined) - Number(right === undefined) || compareText(a, b);
  return compareVersions(left, right);
}
