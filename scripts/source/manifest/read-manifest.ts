import { startOf, type Place } from '../../model/problem.ts';
import type { Manifest, PathStep } from '../../model/release-tree.ts';
import type { ManifestShape } from '../schema/written-schemas.ts';
import type { SourceProblem } from '../source-problem.ts';
import { placeOfValue } from '../yaml/yaml-place.ts';
import { decodeText, readYaml } from '../yaml/read-yaml.ts';
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
    return { file: file.path, value: result.data, placeOf: placesOf(file.path, file.bytes) };
  problems.push(...schemaProblems(shape.kind, reading, result.error.issues));
  return undefined;
}

/**
 * Finds places by parsing the file again when somebody asks: a tree of a hundred thousand manifests keeps their bytes
 * (1 KB each) and not their nodes (40 KB each), and hardly anyone ever asks.
 */
function placesOf(file: string, bytes: Uint8Array): (...path: readonly PathStep[]) => Place {
  return (...path) => {
    const source = parsedAgain(file, bytes);
    return source === undefined ? startOf(file) : placeOfValue(source, path);
  };
}

/** The file that was last asked about: several rules usually ask about the same one in a row. */
let last: { readonly bytes: Uint8Array; readonly source: YamlSource } | undefined;

function parsedAgain(file: string, bytes: Uint8Array): YamlSource | undefined {
  if (last?.bytes === bytes && last.source.file === file) return last.source;
  const text = decodeText(bytes);
  if (text === undefined) return undefined;
  last = { bytes, source: parseYaml(file, text) };
  return last.source;
}
