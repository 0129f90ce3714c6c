/** Ending of a protected file after the name of the `.cfe` inside it. */
export const PROTECTED_ENDING = '.zip';

/** The name of the `.cfe` inside a protected file. */
export const clearName = (file: string): string =>
  file.endsWith(PROTECTED_ENDING) ? file.slice(0, -PROTECTED_ENDING.length) : file;
