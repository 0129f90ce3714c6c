import { expect, test } from 'vitest';
import { nearest } from '../../scripts/decide/nearest.ts';
import { catalogOf, vectors } from './nearest-case.ts';

test.each(vectors.cases)('nearest.json: $reason', ({ catalog, configuration, near }) => {
  const found = nearest(catalogOf(catalog), configuration);
  expect(
    found.map(({ extension: { id }, configurations, reason }) => [id, reason, ...configurations]),
  ).toEqual(near);
});
