import type { Place } from '../model/problem.ts';
import type { IsoDate, Release } from '../model/release.ts';
import type { CheckContext } from './context.ts';
import { releasesIn } from './scope.ts';

/** A date that stands in a release manifest. */
export interface WrittenDate {
  readonly field: 'date' | 'withdrawn.date' | 'rollout.pausedAt';
  readonly date: IsoDate;
  readonly release: Release;
  readonly place: () => Place;
}

/** All dates of the releases that are checked. */
export function* datesIn(context: CheckContext): Generator<WrittenDate> {
  for (const { entry, release } of releasesIn(context)) {
    const { placeOf } = entry.manifest;
    yield { field: 'date', date: release.date, release, place: () => placeOf('date') };
    const withdrawn = release.withdrawn?.date;
    if (withdrawn !== undefined) {
      yield { field: 'withdrawn.date', date: withdrawn, release, place: () => placeOf('withdrawn', 'date') };
    }
    const paused = release.rollout?.pausedAt ?? undefined;
    if (paused !== undefined) {
      yield { field: 'rollout.pausedAt', date: paused, release, place: () => placeOf('rollout', 'pausedAt') };
    }
  }
}
