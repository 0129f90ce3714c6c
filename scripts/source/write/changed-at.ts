import type { PathStep } from '../../model/release-tree.ts';
import { SourceError } from '../source-error.ts';
import type { YamlValue } from '../yaml/yaml-values.ts';

/**
 * A value with what stands at a path changed, the original left as it is. `change` gets nothing where the last step
 * leads nowhere; a path that leads into a text, or past the end of a list, is refused (`manifest-unusable`).
 */
export function changedAt(
  value: YamlValue | undefined,
  path: readonly PathStep[],
  change: (value: YamlValue | undefined) => YamlValue,
): YamlValue {
  const [step, ...rest] = path;
  if (step === undefined) return change(value);
  if (Array.isArray(value) && typeof step === 'number' && step < value.length) {
    return value.map((member, at) => (at === step ? changedAt(member, rest, change) : member));
  }
  if (typeof step === 'string' && typeof value === 'object' && value !== null && !Array.isArray(value)) {
    return { ...value, [step]: changedAt(value[step], rest, change) };
  }
  throw new SourceError('manifest-unusable');
}
