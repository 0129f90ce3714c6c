/** Exit statuses of every command: 0 fine, 1 problems found, 2 wrong use of the command line. */
export const EXIT = { fine: 0, problems: 1, wrongUse: 2 } as const;

/** One of the three exit statuses. */
export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

/** The command line or its surroundings are wrong (a folder that is not there, an option missing): status 2. */
export class WrongUse extends Error {
  override readonly name = 'WrongUse';
}
