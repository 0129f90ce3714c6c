import { describe, expect, test } from 'vitest';
import { decideExtension } from '../../scripts/decide/decide-extension.ts';
import { REASON_CODES } from '../../scripts/decide/offer.ts';
import { rolloutPosition, rolloutPositions } from '../../scripts/decide/rollout.ts';
import { caseOf, vectors } from './decision-case.ts';

describe('decisions.json', () => {
  test.each(vectors.cases)('$name', async (row) => {
    const { extension, environment, context, expected } = caseOf(row);
    const positions = await rolloutPositions([extension], environment);
    const { status, release, build, installed, reasons, withdrawn } = decideExtension(
      extension,
      environment,
      {
        ...context,
        positions,
      },
    );
    expect({
      status,
      release: release?.version,
      build: build?.file,
      installed,
      reasons,
      withdrawn: withdrawn?.reason.ru,
    }).toEqual(expected);
  });

  test.each(vectors.positions)('places $installationId at $position for $id $version', async (row) => {
    expect(await rolloutPosition(row.installationId, row.id, row.version)).toBe(row.position);
  });

  test('shows every reason', () => {
    const shown = new Set(vectors.cases.flatMap((row) => row.expected.reasons.map(({ code }) => code)));
    expect(REASON_CODES.filter((code) => !shown.has(code))).toEqual([]);
  });
});
