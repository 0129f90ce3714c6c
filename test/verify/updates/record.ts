import { format } from 'prettier';
import { DELEGATION_STORIES } from './delegation-stories.ts';
import { FAST_STORIES } from './fast-stories.ts';
import { FORM_STORIES } from './form-stories.ts';
import { KEY_STORIES } from './key-stories.ts';
import { ROLE_STORIES } from './role-stories.ts';
import { ROOT_STORIES } from './root-stories.ts';
import { recordStories, type Story } from './stage.ts';

/** All stories, hostile ones first in each group. */
export const STORIES: readonly Story[] = [
  ...ROOT_STORIES,
  ...ROLE_STORIES,
  ...KEY_STORIES,
  ...FORM_STORIES,
  ...DELEGATION_STORIES,
  ...FAST_STORIES,
];

/** The text of `test/vectors/updates.json`. */
export const recordedVectors = async (): Promise<string> =>
  format(JSON.stringify(await recordStories(STORIES)), { parser: 'json', printWidth: 110 });
