/**
 * How the person called the program, so that what a message tells him to type works where he stands: `npx vypusk` where
 * it is a package of his repository, the npm script where it is the program's own checkout, else the bare name.
 */
export function invocationOf(environment: Readonly<Record<string, string | undefined>>): string {
  if (environment['npm_lifecycle_event'] === 'vypusk') return 'npm run -s vypusk --';
  return environment['npm_command'] === 'exec' ? 'npx vypusk' : 'vypusk';
}

/**
 * Puts the person's way to call the program into a text that names its commands. Texts are written with the bare name;
 * only a name with a command behind it is one that is typed.
 */
export function spokenAs(invocation: string, commands: Iterable<string>): (text: string) => string {
  const typed = new RegExp(
    `(?<![\\p{L}\\p{N}/._-])(?:npx )?vypusk(?= (?:${[...commands].join('|')})(?![\\p{L}\\p{N}-]))`,
    'gu',
  );
  return (text) => text.replace(typed, () => invocation);
}
