import { describe, expect, test } from 'vitest';
import type { Problem, Severity } from '../../scripts/model/problem.ts';
import {
  formatProblems,
  githubAnnotation,
  summaryOf,
  type ProblemCode,
} from '../../scripts/wording/index.ts';

const problem = (more: Partial<Problem<ProblemCode>> = {}): Problem<ProblemCode> => ({
  code: 'channel-unknown',
  severity: 'error',
  place: { file: 'extensions/crm/1.0/release.yaml', line: 2, column: 10, length: 7 },
  args: { channel: 'preview', nearest: '', channels: ['stable', 'beta'] },
  ...more,
});

const textOf = (): string => 'version: 1.0\nchannel: preview\n';

describe('formatProblems', () => {
  test('shows place, line, message and cure, and counts', () => {
    expect(formatProblems([problem()], { textOf, folder: 'releases/' }, 'en')).toBe(
      [
        'releases/extensions/crm/1.0/release.yaml:2:10 error channel-unknown',
        '   2 | channel: preview',
        '     |          ^^^^^^^',
        '  publisher.yaml has no channel “preview”: nobody would see this release.',
        '  → Write one of the channels: stable, beta; or add a new one to publisher.yaml.',
        '',
        '1 error.',
        '',
      ].join('\n'),
    );
  });

  test('a problem of a file as a whole shows no line', () => {
    const whole = problem({ place: { file: 'a.cfe', line: 1, column: 1, length: 1 } });
    expect(formatProblems([whole], { textOf }, 'en')).not.toContain(' | ');
  });

  test('a file without text shows no line', () => {
    expect(formatProblems([problem()], { textOf: () => undefined }, 'en')).not.toContain(' | ');
  });

  test('nothing by a stranger gets to the terminal as it is', () => {
    const evil = 'x\u001b[2J\n::error::\u202e';
    const report = formatProblems(
      [
        problem({
          place: { file: `a${evil}.yaml`, line: 1, column: 2, length: 3 },
          args: { channel: evil, nearest: '', channels: [evil] },
        }),
      ],
      { textOf: () => `b${evil}` },
      'ru',
    );
    expect(report.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\u202e]/u);
    expect(report.split('\n').filter((line) => line.startsWith('::'))).toEqual([]);
  });

  test('without problems says so', () => {
    expect(formatProblems([], { textOf }, 'ru')).toBe('Замечаний нет.\n');
  });
});

describe('summaryOf', () => {
  const many = (severity: Severity, count: number): Problem<ProblemCode>[] =>
    Array.from({ length: count }, () => problem({ severity }));

  test.each([
    [1, 0, '1 ошибка.'],
    [2, 1, '2 ошибки, 1 предупреждение.'],
    [5, 2, '5 ошибок, 2 предупреждения.'],
    [11, 5, '11 ошибок, 5 предупреждений.'],
    [21, 0, '21 ошибка.'],
    [0, 22, '22 предупреждения.'],
  ])('%i errors and %i warnings in Russian: %s', (errors, warnings, expected) => {
    expect(summaryOf([...many('error', errors), ...many('warning', warnings)], 'ru')).toBe(expected);
  });

  test.each([
    [1, 1, '1 error, 1 warning.'],
    [2, 0, '2 errors.'],
  ])('%i errors and %i warnings in English: %s', (errors, warnings, expected) => {
    expect(summaryOf([...many('error', errors), ...many('warning', warnings)], 'en')).toBe(expected);
  });
});

describe('githubAnnotation', () => {
  test('is a workflow command at the place', () => {
    expect(githubAnnotation(problem(), 'en', 'releases/')).toBe(
      '::error file=releases/extensions/crm/1.0/release.yaml,line=2,col=10,endColumn=17,title=channel-unknown::' +
        'publisher.yaml has no channel “preview”: nobody would see this release. ' +
        'Write one of the channels: stable, beta; or add a new one to publisher.yaml.',
    );
  });

  test('a warning is a warning', () => {
    expect(githubAnnotation(problem({ severity: 'warning' }), 'ru')).toMatch(/^::warning /);
  });

  test.each([
    ['a\n::stop-commands::x', 'a command of its own'],
    ['a\r\n::add-mask::x', 'with line ends of Windows'],
    ['100%0A::error::x', 'an escape that would be undone'],
    ['a,line=9::b', 'a property and the end of them'],
  ])('cannot be broken out of with %j — %s', (evil) => {
    const command = githubAnnotation(
      problem({
        place: { file: `${evil}.yaml`, line: 1, column: 1, length: 1 },
        args: { channel: evil, nearest: '', channels: [] },
      }),
      'en',
    );
    expect(command).not.toMatch(/[\r\n]/);
    // The runner takes the first `::` after the properties for their end.
    expect(command).toMatch(/^::error file=[^,:]*\.yaml,line=1,col=1,endColumn=2,title=channel-unknown::/);
    expect(command).not.toContain('100%0A');
  });
});
