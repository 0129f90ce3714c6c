import { BslException } from '../onec/index.ts';

/** Code and arguments of the refusal that an exception of the language carries. */
export interface Refusal {
  readonly code: string;
  readonly args: Readonly<Record<string, string>>;
}

/** The refusal that a call ends with. Throws what is no refusal, and when the call ends well. */
export function refusalOf(call: () => unknown): Refusal {
  try {
    call();
  } catch (error) {
    return readRefusal(error);
  }
  throw new Error('nothing was refused');
}

function readRefusal(error: unknown): Refusal {
  for (let link = error; link instanceof BslException; link = link.reason) {
    const [first = '', ...lines] = link.description.split('\n');
    if (!first.startsWith('vypusk:')) continue;
    const args = lines.map((line): [string, string] => splitArgument(line));
    return { code: first.slice('vypusk:'.length), args: Object.fromEntries(args) };
  }
  throw error;
}

const splitArgument = (line: string): [string, string] => {
  const at = line.indexOf('=');
  return [line.slice(0, at), line.slice(at + 1)];
};
