import type { ErrorCode, YAMLError } from 'yaml';
import { startOf } from '../../model/problem.ts';
import { LIMITS } from '../limits.ts';
import { sourceProblem, type SourceProblem } from '../source-problem.ts';
import { conflictIn } from './conflict-markers.ts';
import { parseYaml, placeOfSpan, type YamlSource } from './yaml-source.ts';
import { isTooMuchYaml } from './yaml-work.ts';
import { readYamlValue, type YamlValue } from './yaml-values.ts';

/** What is wrong with YAML that does not parse: the library's codes (`yaml`, `docs/08_errors.md`). */
export type YamlFault = ErrorCode;

/** A YAML file that was read: its value, and its nodes to find places with. */
export interface YamlReading {
  readonly source: YamlSource;
  readonly value: YamlValue;
}

/** Made once: making it takes longer than decoding a manifest. */
const UTF8 = new TextDecoder('utf-8', { fatal: true });

/** Text of a file, `undefined` when it is not UTF-8. A byte order mark, which Windows editors write, is dropped. */
export function decodeText(bytes: Uint8Array): string | undefined {
  try {
    return UTF8.decode(bytes);
  } catch {
    return undefined;
  }
}

/** Reads a YAML file, or adds to `problems` what is wrong with it: all faults, not only the first. */
export function readYaml(file: string, text: string, problems: SourceProblem[]): YamlReading | undefined {
  if (isTooMuchYaml(text)) {
    problems.push(sourceProblem('yaml-too-complex', startOf(file), { limit: LIMITS.yamlValues }));
    return undefined;
  }
  const conflict = conflictIn(file, text);
  if (conflict !== undefined) {
    problems.push(sourceProblem('conflict-markers', conflict));
    return undefined;
  }
  const source = parseYaml(file, text);
  const faults = source.document.errors;
  if (faults.length > 0) {
    problems.push(...faultProblems(source, faults));
    return undefined;
  }
  const value = readYamlValue(source, problems);
  return value === undefined ? undefined : { source, value };
}

function faultProblems(source: YamlSource, faults: readonly YAMLError[]): SourceProblem[] {
  const shown = faults.slice(0, LIMITS.problemsPerFile).map((fault) => faultProblem(source, fault));
  const omitted = faults.length - shown.length;
  if (omitted > 0) shown.push(sourceProblem('problems-omitted', startOf(source.file), { count: omitted }));
  return shown;
}

function faultProblem(source: YamlSource, { code, pos }: YAMLError): SourceProblem {
  const place = placeOfSpan(source, pos[0], pos[1]);
  if (code === 'MULTIPLE_DOCS') return sourceProblem('yaml-many-documents', place);
  return sourceProblem('yaml-syntax', place, { reason: code satisfies YamlFault });
}
