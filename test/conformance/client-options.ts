/** What a test suite asks of a client. */
export interface ClientOptions {
  readonly command: 'init' | 'refresh' | 'download';
  /** What stands after the command. */
  readonly operands: readonly string[];
  /** Values of an option, in order; none when it was not given. */
  readonly all: (name: string) => readonly string[];
  /** The value of an option; throws when it was not given. */
  readonly one: (name: string) => string;
}

const COMMANDS = ['init', 'refresh', 'download'] as const;

/**
 * Reads `--name value … command operand …`. Values are taken as they are, also those that begin with a dash: a target
 * may be called so. Throws on anything else.
 */
export function readOptions(args: readonly string[]): ClientOptions {
  const values: (readonly [string, string])[] = [];
  let at = 0;
  for (; args[at]?.startsWith('--') === true; at += 2) values.push([args[at] ?? '', args[at + 1] ?? '']);
  const command = COMMANDS.find((name) => name === args[at]);
  if (command === undefined) throw new Error(`no command: ${args.join(' ')}`);
  const all = (name: string): readonly string[] =>
    values.flatMap(([given, value]) => (given === `--${name}` ? [value] : []));
  const one = (name: string): string => {
    const value = all(name).at(-1);
    if (value === undefined) throw new Error(`--${name} is needed`);
    return value;
  };
  return { command, operands: args.slice(at + 1), all, one };
}
