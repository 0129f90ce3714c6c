import type { Argument, Option } from 'commander';
import type { Session } from './session.ts';

/**
 * What the help says of an option or an argument. Commander's own wording of a default is English, repeats those that
 * our sentence names already, and shows the empty list of an option that may be repeated.
 */
export function optionHelp(
  { description, defaultValue }: Pick<Option | Argument, 'description' | 'defaultValue'>,
  { text }: Pick<Session, 'text'>,
): string {
  const isSaid = typeof defaultValue !== 'string' || description.includes(text.help.byDefault);
  return isSaid ? description : `${description} (${text.help.byDefault}: ${defaultValue})`;
}
