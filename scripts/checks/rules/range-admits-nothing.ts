import type { Place } from '../../model/problem.ts';
import { admitsNothing, type VersionRange } from '../../model/version-range.ts';
import type { CheckContext } from '../context.ts';
import type { Rule } from '../rule.ts';
import { configurationsIn, releasesIn } from '../scope.ts';

/** `>2 <1` is a range that nothing lies in; whatever it guards reaches nobody. */
export const rangeAdmitsNothing: Rule<'range-admits-nothing'> = {
  code: 'range-admits-nothing',
  severity: 'error',
  *check(context) {
    for (const { field, range, place } of rangesIn(context)) {
      if (admitsNothing(range)) yield { place: place(), args: { field, range: range.text } };
    }
  },
};

interface WrittenRange {
  readonly field: string;
  readonly range: VersionRange;
  readonly place: () => Place;
}

function* rangesIn(context: CheckContext): Generator<WrittenRange> {
  for (const { entry, release } of releasesIn(context)) {
    const { placeOf } = entry.manifest;
    const { platform, ssl } = release.requires;
    const { updateFrom } = release;
    if (updateFrom) yield { field: 'updateFrom', range: updateFrom, place: () => placeOf('updateFrom') };
    if (platform) yield { field: 'platform', range: platform, place: () => placeOf('requires', 'platform') };
    if (ssl) yield { field: 'ssl', range: ssl, place: () => placeOf('requires', 'ssl') };
  }
  for (const { configuration, placeIn } of configurationsIn(context)) {
    yield { field: configuration.name, range: configuration.version, place: () => placeIn('version') };
  }
}
