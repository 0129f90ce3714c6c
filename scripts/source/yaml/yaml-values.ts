import { isAlias, isMap, isScalar, isSeq, type Alias, type ParsedNode, type YAMLMap } from 'yaml';
import { startOf, type ProblemArgs } from '../../model/problem.ts';
import { LIMITS } from '../limits.ts';
import { sourceProblem, type SourceProblem, type SourceProblemCode } from '../source-problem.ts';
import { placeOfSpan, type YamlSource } from './yaml-source.ts';

/** A value read from YAML: text, number, yes or no, nothing, list, mapping. */
export type YamlValue = string | number | boolean | null | YamlValue[] | { [field: string]: YamlValue };

/** Fields whose numbers are numbers; everywhere else a number is the text that was typed (versions, editions). */
export const NUMERIC_FIELDS: ReadonlySet<string> = new Set([
  'account',
  'length',
  'percent',
  'revision',
  'threshold',
]);

/** The value of an anchor, and how many values it stands for. */
interface Anchored {
  readonly value: YamlValue;
  readonly weight: number;
}

/** Stops reading: the file is larger inside than it looks. */
class TooComplex extends Error {}

/** The value of a parsed file; `undefined` when something was wrong with it. */
export function readYamlValue(source: YamlSource, problems: SourceProblem[]): YamlValue | undefined {
  const before = problems.length;
  const reader = new ValueReader(source, problems);
  try {
    const value = reader.read(source.document.contents, 0, '');
    reader.reportOmitted();
    return problems.length === before ? value : undefined;
  } catch (error) {
    if (!(error instanceof TooComplex)) throw error;
    problems.push(sourceProblem('yaml-too-complex', placeOfSpan(source, 0, 1), { limit: LIMITS.yamlValues }));
    return undefined;
  }
}

/**
 * Turns nodes into values in one walk: linear in the size of the file, whatever stands in it. An alias shares the value
 * of its anchor but is counted as a copy of it, so that nine lines cannot stand for a billion values.
 */
class ValueReader {
  readonly #source: YamlSource;
  readonly #problems: SourceProblem[];
  readonly #anchors = new Map<string, Anchored>();
  #count = 0;
  #reported = 0;

  constructor(source: YamlSource, problems: SourceProblem[]) {
    this.#source = source;
    this.#problems = problems;
  }

  /** `field` is the key that the value stands under, or that the list around it stands under. */
  read(node: ParsedNode | null, depth: number, field: string): YamlValue {
    if (node === null) return null;
    const before = this.#count;
    this.#add(1, depth);
    if (isAlias(node)) return this.#aliased(node, depth);
    if (node.tag !== undefined) this.#report('yaml-tag', node, { tag: node.tag });
    const value = this.#contents(node, depth, field);
    if (node.anchor !== undefined) this.#anchors.set(node.anchor, { value, weight: this.#count - before });
    return value;
  }

  #contents(node: Exclude<ParsedNode, Alias.Parsed>, depth: number, field: string): YamlValue {
    if (isMap(node)) return this.#mapping(node, depth);
    if (isSeq(node)) return node.items.map((item) => this.read(item, depth + 1, field));
    const { value } = node;
    if (typeof value === 'number') return NUMERIC_FIELDS.has(field) ? value : String(value);
    return typeof value === 'string' || typeof value === 'boolean' ? value : null;
  }

  #mapping(node: YAMLMap.Parsed, depth: number): YamlValue {
    const fields = new Map<string, YamlValue>();
    for (const { key: keyNode, value } of node.items) {
      const key = this.#key(keyNode);
      if (key === undefined) continue;
      if (fields.has(key)) this.#report('yaml-duplicate-key', keyNode, { key });
      fields.set(key, this.read(value, depth + 1, key));
    }
    // Defines properties, never assigns: `__proto__` is a field like any other, and the schema refuses it by name.
    return Object.fromEntries(fields);
  }

  #key(node: ParsedNode): string | undefined {
    if (isScalar(node) && node.tag === undefined && node.anchor === undefined) {
      if (typeof node.value === 'string') return node.value;
      if (typeof node.value === 'number') return String(node.value);
    }
    this.#report('yaml-key', node, {});
    return undefined;
  }

  #aliased(node: Alias.Parsed, depth: number): YamlValue {
    const anchored = this.#anchors.get(node.source);
    if (anchored === undefined) {
      this.#report('yaml-alias', node, { alias: node.source });
      return null;
    }
    this.#add(anchored.weight, depth);
    return anchored.value;
  }

  #add(weight: number, depth: number): void {
    this.#count += weight;
    if (this.#count > LIMITS.yamlValues || depth > LIMITS.yamlDepth) throw new TooComplex();
  }

  /** Says how many faults were only counted. */
  reportOmitted(): void {
    const count = this.#reported - LIMITS.problemsPerFile;
    if (count <= 0) return;
    this.#problems.push(sourceProblem('problems-omitted', startOf(this.#source.file), { count }));
  }

  /** Faults beyond the limit are counted: to find the place of one takes time in proportion to the file. */
  #report(code: SourceProblemCode, node: ParsedNode, args: ProblemArgs): void {
    this.#reported += 1;
    if (this.#reported > LIMITS.problemsPerFile) return;
    const [start, end] = node.range;
    this.#problems.push(sourceProblem(code, placeOfSpan(this.#source, start, end), args));
  }
}
