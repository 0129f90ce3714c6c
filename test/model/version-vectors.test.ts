import { describe, expect, test } from 'vitest';
import { compareVersions, parseVersion } from '../../scripts/model/version.ts';
import vectors from '../vectors/versions.json' with { type: 'json' };

describe('versions.json', () => {
  test.each(vectors.parse)('reads $text — $reason', ({ text, canonical }) => {
    expect(parseVersion(text)?.text ?? null).toBe(canonical);
  });

  test.each(vectors.compare)('orders $a and $b — $reason', ({ a, b, order }) => {
    const [left, right] = [parseVersion(a), parseVersion(b)];
    expect(left && right && compareVersions(left, right)).toBe(order);
    expect(left && right && compareVersions(right, left)).toBe(0 - order);
  });
});
