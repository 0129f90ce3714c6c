import { NEWEST_TUPLE_OF_8_3 } from '../../cfe/writer.ts';
import { admitsLine83 } from '../platforms.ts';
import type { Rule } from '../rule.ts';
import { extensionFilesIn } from '../scope.ts';

/** A file that 8.5 saved, in a release that promises to work on 8.3: older platforms may not open it. */
export const fileNewerPlatform: Rule<'file-newer-platform'> = {
  code: 'file-newer-platform',
  severity: 'warning',
  *check(context) {
    for (const { build, facts, release, placeOf } of extensionFilesIn(context)) {
      if (facts.writer.tuple <= NEWEST_TUPLE_OF_8_3 || !admitsLine83(release.requires.platform)) continue;
      const args = {
        file: build.file,
        writer: facts.writer.platform,
        range: release.requires.platform?.text ?? '',
      };
      yield { place: placeOf('file'), args };
    }
  },
};
