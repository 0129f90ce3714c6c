// Everything that must be green, one npm script after another; a failure does not hide the next one. The last line is
// the count of the test runner: `N passed, N failed[, N skipped]`.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** What is read of the report that Vitest writes with `--reporter=json`. */
interface Report {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numPendingTests: number;
  readonly numTodoTests: number;
  readonly testResults: readonly { readonly status: string; readonly assertionResults: readonly unknown[] }[];
}

/** Whether a script of `package.json` ends well. npm says where it lies itself; else the shell looks for it. */
function runs(script: string, ...args: readonly string[]): boolean {
  const npm = process.env['npm_execpath'];
  const command = ['run', '--silent', script, '--', ...args];
  const { status } =
    npm === undefined
      ? spawnSync('npm', command, { stdio: 'inherit', shell: process.platform === 'win32' })
      : spawnSync(process.execPath, [npm, ...command], { stdio: 'inherit' });
  return status === 0;
}

/** The closing line; says too whether any test ran and none failed. */
function closingLine(report: Report): { readonly line: string; readonly isGreen: boolean } {
  // A file that could not be loaded has no tests to count as failed, yet it failed.
  const broken = report.testResults.filter(
    ({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0,
  );
  const failed = report.numFailedTests + broken.length;
  const skipped = report.numPendingTests + report.numTodoTests;
  const counts = [`${report.numPassedTests} passed`, `${failed} failed`];
  if (skipped > 0) counts.push(`${skipped} skipped`);
  return { line: counts.join(', '), isGreen: failed === 0 && report.numPassedTests > 0 };
}

const folder = mkdtempSync(path.join(tmpdir(), 'vypusk-ci-'));
try {
  const file = path.join(folder, 'report.json');
  const green = [
    ...['types', 'lint', 'unused'].map((script) => runs(script)),
    runs('test', '--reporter=default', '--reporter=json', `--outputFile.json=${file}`),
  ];
  // A missing report is a failure of its own.
  const { line, isGreen } = closingLine(JSON.parse(readFileSync(file, 'utf8')) as Report);
  console.log(line);
  process.exitCode = isGreen && !green.includes(false) ? 0 : 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}
