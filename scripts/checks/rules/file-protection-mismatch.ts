import { startOf } from '../../model/problem.ts';
import type { Finding, Rule } from '../rule.ts';
import type { CheckContext } from '../context.ts';
import { buildsIn, releasesIn } from '../scope.ts';

/**
 * A paid file that lies open is given away, also one that no build names: git keeps it for ever. A free one that is
 * locked opens for nobody (`formats.md`, section 7).
 */
export const fileProtectionMismatch: Rule<'file-protection-mismatch'> = {
  code: 'file-protection-mismatch',
  severity: 'error',
  *check(context) {
    for (const { extension, build, placeOf } of buildsIn(context)) {
      const { price } = extension.manifest.value;
      if ((price === 'paid') === build.file.endsWith('.cfe.zip')) continue;
      yield { place: placeOf('file'), args: { file: build.file, price } };
    }
    yield* openBesidePaid(context);
  },
};

function* openBesidePaid(context: CheckContext): Generator<Finding> {
  for (const { extension, entry, release } of releasesIn(context)) {
    const { price } = extension.manifest.value;
    if (price === 'free') continue;
    const listed = new Set(release.builds.map(({ file }) => file));
    for (const [name, { file }] of entry.artifacts) {
      if (listed.has(name) || name.endsWith('.cfe.zip')) continue;
      yield { place: startOf(file), args: { file: name, price } };
    }
  }
}
