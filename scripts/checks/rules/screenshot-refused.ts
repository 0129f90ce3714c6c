import type { ScreenshotFile } from '../../model/release-tree.ts';
import { SCREENSHOT_SIDE, type PictureFacts } from '../../model/screenshot.ts';
import type { Rule } from '../rule.ts';
import { extensionsIn } from '../scope.ts';

/** Pictures come from strangers and are shown to everybody: only what is a picture, and no larger than a screen. */
export const screenshotRefused: Rule<'screenshot-refused'> = {
  code: 'screenshot-refused',
  severity: 'error',
  *check(context) {
    for (const { manifest, screenshots } of extensionsIn(context)) {
      for (const [at, { file }] of (manifest.value.screenshots ?? []).entries()) {
        const fault = faultOf(screenshots?.get(file));
        if (fault === undefined) continue;
        const args = { file, width: 0, height: 0, ...SCREENSHOT_SIDE, ...fault };
        yield { place: manifest.placeOf('screenshots', at, 'file'), args };
      }
    }
  },
};

/** Why a file cannot be shown. */
type Fault = { readonly reason: 'missing' | 'not-picture' } | ({ readonly reason: 'size' } & SideLengths);

type SideLengths = Pick<PictureFacts, 'width' | 'height'>;

function faultOf(found: ScreenshotFile | undefined): Fault | undefined {
  if (found === undefined) return { reason: 'missing' };
  if (found.picture === undefined) return { reason: 'not-picture' };
  const { width, height } = found.picture;
  const { least, most } = SCREENSHOT_SIDE;
  const fits = [width, height].every((side) => side >= least && side <= most);
  return fits ? undefined : { reason: 'size', width, height };
}
