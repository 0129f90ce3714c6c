#!/usr/bin/env node
import { run } from './program.ts';
import { realWorld } from './session/real-world.ts';

process.exitCode = await run(process.argv.slice(2), realWorld());
