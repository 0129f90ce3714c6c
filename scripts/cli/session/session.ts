import type { Locale } from '../../model/text.ts';
import type { ExitCode } from './exit-code.ts';
import type { CliText } from '../text/text.ts';
import type { World } from './world.ts';

/** What every command is given: the world, the reader's language and its texts. */
export interface Session {
  readonly world: World;
  readonly locale: Locale;
  /** Language that the command line asks for; stronger than the publisher's, where a text is written for others. */
  readonly askedLocale?: Locale;
  readonly text: CliText;
  /** Remembers the exit status that the program ends with. */
  readonly finish: (code: ExitCode) => void;
}
