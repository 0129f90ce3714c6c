import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { createInterface } from 'node:readline/promises';
import { Writable } from 'node:stream';
import { githubJob } from './github-job.ts';
import { WrongUse } from './exit-code.ts';
import type { Terminal, World } from './world.ts';

/** Whoever reads our output may stop (`| head`): what is left goes nowhere, and the status stays the command's own. */
function letReadersStop(): void {
  for (const stream of [process.stdout, process.stderr]) {
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EPIPE') throw error;
    });
  }
}

/** The machine that the program runs on. */
export function realWorld(): World {
  letReadersStop();
  const job = githubJob(process.env);
  return {
    cwd: process.cwd(),
    environment: process.env,
    now: () => new Date(),
    random: (length) => new Uint8Array(randomBytes(length)),
    fetch: globalThis.fetch,
    // Loaded when it is asked for: hardly any command does.
    fetchPublic: async (input, init) => (await import('./public-fetch.ts')).publicFetch()(input, init),
    out: (text) => process.stdout.write(text),
    err: (text) => process.stderr.write(text),
    showsProgress: process.stderr.isTTY,
    terminal: process.stdin.isTTY && process.stderr.isTTY ? realTerminal() : undefined,
    ...(job && { job }),
    untilStopped: async () => {
      await Promise.race([once(process, 'SIGINT'), once(process, 'SIGTERM')]);
    },
  };
}

function realTerminal(): Terminal {
  return {
    ask: async (question, fallback) => {
      const answer = await askOn(
        process.stderr,
        fallback === undefined ? question : `${question} [${fallback}]`,
      );
      return answer === '' ? (fallback ?? '') : answer;
    },
    askSecret: async (question) => {
      process.stderr.write(`${question}: `);
      const answer = await askOn(SILENCE, '');
      process.stderr.write('\n');
      return answer;
    },
  };
}

/** Swallows the echo of a secret. */
const SILENCE = new Writable({ write: (_chunk, _encoding, done) => done() });

async function askOn(output: NodeJS.WritableStream, question: string): Promise<string> {
  const lines = createInterface({ input: process.stdin, output, terminal: true });
  try {
    return (await lines.question(question === '' ? '' : `${question}: `)).trim();
  } catch (cause) {
    // Ctrl+C, or the end of the input: a decision of the person, not a fault.
    output.write('\n');
    throw new WrongUse(({ message }) => message.interrupted, { cause });
  } finally {
    lines.close();
  }
}
