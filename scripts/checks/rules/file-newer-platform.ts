import { admitsLine83 } from '../platforms.ts';
import type { Rule } from '../rule.ts';
import { extensionFilesIn } from '../scope.ts';

/** Root tuples above this one were seen from 8.5 only (`v8-files.md`, section 5). */
const LAST_TUPLE_OF_8_3 = 68;

/** A file that 8.5 saved, in a release that promises to work on 8.3: older platforms may not open it. */
export const fileNewerPlatform: Rule<'file-newer-platform'> = {
  code: 'file-newer-platform',
  severity: 'warning',
  *check(context) {
    for (const { build, facts, release, placeOf } of extensionFilesIn(context)) {
      if (facts.writer.tuple <= LAST_TUPLE_OF_8_3 || !admitsLine83(release.requires.platform)) continue;
      const args = {
        file: build.file,
        writer: facts.writer.platform,
        range: release.requires.platform?.text ?? '',
      };
      yield { place: placeOf('file'), args };
    }
  },
};
