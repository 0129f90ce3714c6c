import type { World } from '../session/world.ts';
import type { SubmitOptions } from './options.ts';

/** What the inputs of an action say. */
export interface ActionInputs {
  readonly files: readonly string[];
  readonly options: Partial<SubmitOptions>;
}

const SINGLE = [
  'repository',
  'fork',
  'base',
  'extension',
  'date',
  'channel',
  'importance',
  'notes',
  'notesEn',
  'title',
  'summary',
  'secrets',
] as const;

const LISTS = ['configuration', 'tested', 'product'] as const;

/**
 * Inputs of the action `submit`, which hands them over in variables: `INPUT_NOTES_EN` is the option `--notes-en`. They
 * never pass through a shell, so no file name and no note can become a command. Lists have one item a line; an empty
 * input is none.
 */
export function actionInputs({ environment }: Pick<World, 'environment'>): ActionInputs {
  const input = (name: string): string => environment[variableOf(name)]?.trim() ?? '';
  const lines = (name: string): readonly string[] =>
    input(name)
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== '');
  const single = SINGLE.map((name) => [name, input(name)] as const).filter(([, value]) => value !== '');
  const lists = LISTS.map((name) => [name, lines(name)] as const).filter(([, items]) => items.length > 0);
  return { files: lines('files'), options: { ...Object.fromEntries(single), ...Object.fromEntries(lists) } };
}

const variableOf = (name: string): string =>
  `INPUT_${name.replaceAll(/[A-Z]/g, (letter) => `_${letter}`).toUpperCase()}`;
