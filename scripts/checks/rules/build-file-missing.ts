import type { Rule } from '../rule.ts';
import { buildsIn } from '../scope.ts';

/** A build without addresses is published from the repository, so its file must lie beside the manifest. */
export const buildFileMissing: Rule<'build-file-missing'> = {
  code: 'build-file-missing',
  severity: 'error',
  *check(context) {
    for (const { entry, build, path, placeOf } of buildsIn(context)) {
      if (build.urls.length > 0 || entry.artifacts.has(build.file)) continue;
      yield { place: placeOf('file'), args: { file: build.file, path } };
    }
  },
};
