import { startOf, type Place } from '../../model/problem.ts';
import type { Manifest, PathStep } from '../../model/release-tree.ts';
import type { ReadFile } from '../files/tree-files.ts';
import type { ManifestShape } from '../schema/written-schemas.ts';
import { sourceProblem, type SourceProblem } from '../source-problem.ts';
import { readPlainYaml } from '../yaml/plain-yaml.ts';
import { placeOfValue } from '../yaml/yaml-place.ts';
import { decodeText, readYaml } from '../yaml/read-yaml.ts';
import { parseYaml, type YamlSource } from '../yaml/yaml-source.ts';
import { schemaProblems } from './schema-problems.ts';

/** Reads a manifest, or adds to `problems` everything that is wrong with it. */
export function readManifest<T>(
  shape: ManifestShape<T>,
  { path, bytes }: ReadFile,
  problems: SourceProblem[],
): Manifest<T> | undefined {
  const text = decodeText(bytes);
  if (text === undefined) {
    problems.push(sourceProblem('file-encoding', startOf(path)));
    return undefined;
  }
  const plain = readPlainYaml(text);
  const result = plain === undefined ? undefined : shape.schema.safeParse(plain);
  if (result?.success === true) return { file: path, value: result.data, placeOf: placesOf(path, text) };
  return readCarefully(shape, { file: path, text }, problems);
}

/** What is not plain, or not right, is read by the library, which knows where everything stands. */
function readCarefully<T>(
  shape: ManifestShape<T>,
  { file, text }: { readonly file: string; readonly text: string },
  problems: SourceProblem[],
): Manifest<T> | undefined {
  const reading = readYaml(file, text, problems);
  if (reading === undefined) return undefined;
  const result = shape.schema.safeParse(reading.value);
  if (result.success) return { file, value: result.data, placeOf: placesOf(file, text) };
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
