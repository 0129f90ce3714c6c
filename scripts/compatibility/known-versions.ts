import type { HashedMethod } from '../bsl/hashed-method.ts';
import type { TouchedShape } from './fingerprint.ts';
import type { TouchedMethod } from './touch.ts';

/** What a rule may ask of the versions that are known beside the one it judges. */
export interface KnownVersions {
  /** The version that the release was tested with; absent where nobody said. */
  readonly baseline: TouchedShape | undefined;
  /** Whether a version before this one, or the baseline, had it. */
  readonly everHad: (has: (shape: TouchedShape) => boolean) => boolean;
}

/** A method of a version; `null` where its module cannot be read, `undefined` where there is none. */
export function methodIn(
  shape: TouchedShape | undefined,
  { module, method }: TouchedMethod,
): HashedMethod | null | undefined {
  const methods = shape?.modules.get(module.toLowerCase());
  if (methods === undefined || methods === null) return methods;
  const name = method.toLowerCase();
  return Object.hasOwn(methods, name) ? methods[name] : undefined;
}
