import type { Rule } from '../rule.ts';
import { buildsIn, describedBy } from '../scope.ts';

/** An infobase finds the extension to update by its inner name; a file with another one would be added beside it. */
export const fileNameMismatch: Rule<'file-name-mismatch'> = {
  code: 'file-name-mismatch',
  severity: 'error',
  *check(context) {
    for (const site of buildsIn(context)) {
      const described = describedBy(site);
      const { name, id } = site.extension.manifest.value;
      if (described === undefined || described.name === name) continue;
      const manifest = `extensions/${id}/extension.yaml`;
      const args = { file: site.build.file, actual: described.name, name, manifest };
      yield { place: site.placeOf('file'), args };
    }
  },
};
