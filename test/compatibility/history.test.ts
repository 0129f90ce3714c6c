import { beforeAll, describe, expect, test } from 'vitest';
import { textHash } from '../../scripts/cli/configuration/text-hash.ts';
import { FINDING_VERDICTS } from '../../scripts/compatibility/finding.ts';
import type { TouchedShape } from '../../scripts/compatibility/fingerprint.ts';
import { judge } from '../../scripts/compatibility/judge.ts';
import { methodIn } from '../../scripts/compatibility/known-versions.ts';
import { readTouch, type Touch, type TouchedMethod } from '../../scripts/compatibility/touch.ts';
import { sampleBytes, sampleTable } from '../cfe/samples.ts';
import { haveHistory, touchedHistory } from './ssl-history.ts';

const SAMPLE = 'cfe/a1_A1SSL_2021-08-31_a6f2.cfe';

/** What became of a method between two versions, in the words of the table. */
function change(
  touched: TouchedMethod,
  shape: TouchedShape,
  former: TouchedShape | undefined,
): string | undefined {
  const [now, before] = [methodIn(shape, touched), methodIn(former, touched)];
  if (!now) {
    if (former !== undefined && !before) return undefined;
    return shape.modules.has(touched.module.toLowerCase()) ? 'method-absent' : 'module-absent';
  }
  if (!before) return 'first';
  if (now.signature !== before.signature) return 'signature';
  return now.code === before.code ? undefined : 'body';
}

describe.skipIf(!haveHistory)('an extension over 194 versions of a library', () => {
  let touch: Touch;
  let shapes: readonly TouchedShape[];

  beforeAll(async () => {
    const read = await readTouch(sampleBytes(SAMPLE), textHash);
    if (read === undefined) throw new Error('the sample is no extension');
    touch = read;
    shapes = await touchedHistory(touch);
  }, 600_000);

  test('every change that another program found, in every version, and no other', () => {
    const found = touch.methods.flatMap((touched) =>
      shapes.flatMap((shape, index) => {
        const what = change(touched, shape, shapes[index - 1]);
        return what === undefined ? [] : [[touched.module, touched.method, shape.version, what].join(' ')];
      }),
    );
    const expected = sampleTable('compat/a1_A1SSL_2021-08-31.expected.tsv').map(
      ([module, method, , version, what]) => [module, method, version, what].join(' '),
    );
    expect(shapes).toHaveLength(194);
    expect(found.toSorted()).toEqual(expected.toSorted());
  });

  test('what breaks it, and since when; nothing else is called broken', () => {
    const broken = judge(touch, shapes).flatMap(({ findings }) =>
      findings.filter(({ code }) => FINDING_VERDICTS[code] === 'broken'),
    );
    expect([...new Set(broken.map(({ code, method, since }) => `${code} ${method} ${since}`))]).toEqual([
      'method-gone ПриВыполненииСтандартныхПериодическихПроверок 3.1.7.34',
      'parameters-differ УстановитьВидимостьДоступность 3.1.7.261',
      'parameters-differ ВыполнитьКоманду 3.1.9.74',
      'parameters-differ ВерсияРасширений 3.1.10.357',
    ]);
  });

  test('a version that it was tested with has no changes in itself', () => {
    const codes = judge(touch, shapes, '3.1.2.150')
      .find(({ from, to }) => from === '3.1.2.150' || to === '3.1.2.150')
      ?.findings.map(({ code }) => code);
    expect(codes?.filter((code) => FINDING_VERDICTS[code] !== 'unknown')).toEqual([]);
  });
});
