import type { Place } from '../../model/problem.ts';
import type { Manifest, PathStep } from '../../model/release-tree.ts';
import type { ManifestShape } from '../schema/written-schemas.ts';
import type { SourceProblem } from '../source-problem.ts';
import { placeOfValue } from '../yaml/yaml-place.ts';
import { readYaml } from '../yaml/read-yaml.ts';
import { parseYaml, type YamlSource } from '../yaml/yaml-source.ts';
import { schemaProblems } from './schema-problems.ts';

/** Reads a manifest, or adds to `problems` everything that is wrong with it. */
export function readManifest<T>(
  shape: ManifestShape<T>,
  file: { readonly path: string; readonly bytes: Uint8Array },
  problems: SourceProblem[],
): Manifest<T> | undefined {
  const reading = readYaml(file.path, file.bytes, problems);
  if (reading === undefined) return undefined;
  const result = shape.schema.safeParse(reading.value);
  if (result.success)
    return { file: file.path, value: result.data, placeOf: placesOf(file.path, reading.source.text) };
  problems.push(...schemaProblems(shape.kind, reading, result.error.issues));
  return undefined;
}

/**
 * Finds places by parsing the file again when somebody asks: a tree of a hundred thousand manifests keeps their text
 * (1 KB each) and not their nodes (40 KB each), and hardly anyone ever asks.
 */
const placesOf =
  (file: string, text: string): ((...path: readonly PathStep[]) => Place) =>
  (...path) =>
    placeOfValue(parsedAgain(file, text), path);

/** The file that was last asked about: several rules usually ask about the same one in a row. */
let last: YamlSource | undefined;

function parsedAgain(file: string, text: string): YamlSource {
  if (last?.text !== text || last.file !== file) last = parseYaml(file, text);
  return last;
}
