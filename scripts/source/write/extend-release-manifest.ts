import type { WrittenBuild } from '../schema/build-schema.ts';
import { appendItem } from './append-item.ts';

/**
 * The manifest with one more build at the end of `builds`; comments and layout of the rest stay as they are. A text
 * that is no release manifest is refused (`manifest-unusable`).
 */
export const extendReleaseManifest = (text: string, build: WrittenBuild): string =>
  appendItem(text, { kind: 'release', path: ['builds'], item: { ...build } });
