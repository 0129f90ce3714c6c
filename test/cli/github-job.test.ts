import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';

// A process of its own: what GitHub names stands in the environment of the process.

const run = promisify(execFile);
const MODULE = fileURLToPath(new URL('../../scripts/cli/session/github-job.ts', import.meta.url));

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'vypusk-job-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** What a job is told, and the two files of GitHub afterwards. */
async function job(environment: Readonly<Record<string, string>>) {
  const [output, summary] = [path.join(folder, 'output'), path.join(folder, 'summary')];
  await Promise.all([writeFile(output, ''), writeFile(summary, '')]);
  const program = `
    import { githubJob } from ${JSON.stringify(MODULE)};
    const job = githubJob(process.env);
    await job?.setOutput('url', 'https://a.example/\\nnumber=2');
    await job?.summarize('## Report of «Акме»');
  `;
  const files = { GITHUB_OUTPUT: output, GITHUB_STEP_SUMMARY: summary };
  const { stdout } = await run(process.execPath, ['--input-type=module', '-e', program], {
    env: { ...files, ...environment },
  });
  return { stdout, output: await readFile(output, 'utf8'), summary: await readFile(summary, 'utf8') };
}

test('a job of GitHub Actions gets outputs that cannot be taken for others, and the report', async () => {
  const { stdout, output, summary } = await job({ GITHUB_ACTIONS: 'true' });
  expect(stdout).toBe('');
  expect(output).toMatch(/^url<<(\S+)\nhttps:\/\/a\.example\/\nnumber=2\n\1\n$/);
  expect(summary).toBe('## Report of «Акме»\n');
});

test.each([
  [{}, 'somewhere else'],
  [{ GITHUB_ACTIONS: 'true', GITHUB_OUTPUT: '', GITHUB_STEP_SUMMARY: '' }, 'a runner that names no files'],
])('nothing is written or printed with %j — %s', async (environment, _reason) => {
  expect(await job(environment)).toEqual({ stdout: '', output: '', summary: '' });
});
