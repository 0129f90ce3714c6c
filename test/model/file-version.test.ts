import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { proposeVersion, reportedVersions, versionOfMoment } from '../../scripts/model/file-version.ts';
import { parseVersion } from '../../scripts/model/version.ts';

test.each<[string, string | undefined, string]>([
  ['', undefined, 'nothing'],
  ['   ', undefined, 'blanks'],
  ['весна', undefined, 'a word'],
  ['99999999999999999999', undefined, 'a number that no program holds exactly'],
  ['1.4.2.7', '1.4.2.7 spelling', 'four parts'],
  ['25.04', '25.4 spelling', 'leading zeros of two parts'],
  [' 1.2 ', '1.2 spelling', 'blanks around it'],
  ['2.0.0-beta.1', '2.0.0-beta.1 spelling', 'a pre-release'],
  ['2021-03-03', '2021.3.3 date', 'a day with dashes'],
  ['2021.03.03', '2021.3.3 date', 'a day with dots'],
  ['2021/3/3', '2021.3.3 date', 'a day with strokes'],
  ['10.07.2019', '2019.7.10 date', 'a day first'],
  [
    '10.11.2019',
    '2019.11.10 date',
    'a day that could be read as a version, and would be the greater one for ever',
  ],
  ['2021-03-03 (исправление)', '2021.3.3 date', 'a day with a word'],
  ['2021-13-03', '2021 within', 'no month of that number'],
  ['30.02.2019', '30.2.2019 within', 'no such day: the numbers as they stand'],
  ['2021-03.03', '2021 within', 'two marks between the parts'],
  ['1.4.2 - 2020-05-01', '1.4.2 within', 'a version and its day'],
  ['0.6.0+2021-04-06', '0.6.0 within', 'build metadata'],
  ['v1.2 final', '1.2 within', 'a word before and behind'],
  ['ред. 3.0 (3.0.1.12)', '3.0 within', 'two versions: the first'],
  ['1.2.3.4.5', '1.2.3.4 within', 'five parts: the first four'],
  ['1.02.03', '1.2.3 within', 'three parts with zeros, which node-semver refuses'],
  ['١.٢', undefined, 'digits of another script'],
])('%j is %s — %s', (text, expected, _reason) => {
  const proposed = proposeVersion(text);
  expect(proposed && `${proposed.version.text} ${proposed.because}`).toBe(expected);
});

test.each([
  ['2021-03-03T23:59:59', '2021.3.3'],
  ['1980-01-01T00:00:00', undefined],
  ['nonsense', undefined],
])('a file saved at %s is %s', (moment, expected) => {
  expect(versionOfMoment(moment)?.version.text).toBe(expected);
});

test('whatever is proposed is a canonical version', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const proposed = proposeVersion(text)?.version.text;
      if (proposed !== undefined) expect(parseVersion(proposed)?.raw).toBeUndefined();
    }),
  );
});

describe('what an infobase reports of a release', () => {
  test.each([
    [{ version: '1.4', builds: [{}] }, ['1.4'], 'the version'],
    [{ version: '1.4', fileVersion: '', builds: [{}, {}] }, [''], 'what the files say, were it nothing'],
    [{ version: '1.4', builds: [{ fileVersion: 'b' }, {}] }, ['b', '1.4'], 'each build for itself'],
    [{ version: '1.4', fileVersion: 'r', builds: [] }, ['r'], 'no builds: a release told in short'],
  ])('%j: %j — %s', (release, expected, _reason) => {
    expect([...reportedVersions(release)]).toEqual(expected);
  });
});
