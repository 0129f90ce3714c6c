import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, expect } from 'vitest';

/** A directory that stands for the disk of the simulated computer while one file of tests runs. */
export const sandbox: string = mkdtempSync(path.join(tmpdir(), 'installer-'));

process.on('exit', () => rmSync(sandbox, { recursive: true, force: true }));

/** Every test of the file must leave nothing on the disk, refusals included. */
export function leaveNothingBehind(): void {
  afterEach(() => {
    const left = readdirSync(sandbox);
    for (const name of left) rmSync(path.join(sandbox, name), { recursive: true, force: true });
    expect(left).toEqual([]);
  });
}
