#!/usr/bin/env node
import { canRun, runWithPinnedNode } from './session/pinned-node.ts';

const NEEDS = `Vypusk: нужен Node 22 / Node 22 is needed: https://nodejs.org/ (${process.version})\n`;

/** The program is loaded only where it can run: an older Node would stop at a word that it does not know. */
async function main(): Promise<number> {
  if (canRun(process.versions.node)) {
    const [{ run }, { realWorld }] = await Promise.all([
      import('./program.ts'),
      import('./session/real-world.ts'),
    ]);
    return run(process.argv.slice(2), realWorld());
  }
  const status = await runWithPinnedNode(process.argv.slice(1));
  if (status === undefined) process.stderr.write(NEEDS);
  return status ?? 2;
}

process.exitCode = await main();
