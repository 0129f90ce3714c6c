import type { Command } from 'commander';
import type { Session } from './session.ts';

/** Adds one command, with its help in the reader's language, to the program. */
export type CommandDefinition = (program: Command, session: Session) => void;
