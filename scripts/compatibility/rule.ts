import type { Observation } from './finding.ts';
import type { TouchedShape } from './fingerprint.ts';
import type { KnownVersions } from './known-versions.ts';
import type { Touch } from './touch.ts';

/** A rule: what one version of a configuration means for what an extension touches. Pure. */
export type Rule = (touch: Touch, shape: TouchedShape, known: KnownVersions) => Iterable<Observation>;
