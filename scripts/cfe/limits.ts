const KIB = 1024;
const MIB = 1024 * KIB;

/**
 * Limits of the reader. A file beyond one of them is refused. The numbers leave room over the largest honest files
 * seen (297 files: 1.3 MB, 231 entries, element of 3.1 MB inflated 32:1, braces 22 deep) and keep a hostile one below
 * 300 MB of memory and 2 s.
 */

/** Bytes of a file. */
export const MAX_FILE_BYTES = 64 * MIB;

/** Entries of one container. */
export const MAX_ENTRIES = 65_536;

/** Bytes of an entry's name in UTF-16. */
export const MAX_NAME_BYTES = 16 * KIB;

/** Pages of one container, free ones included. Honest elements have one or two. */
export const MAX_PAGES = 4 * MAX_ENTRIES;

/** Bytes that one element may inflate to. */
export const MAX_INFLATED_BYTES = 64 * MIB;

/** How many times its stored size an element may inflate to, once it is larger than {@link INFLATE_RATIO_FLOOR}. */
export const MAX_INFLATE_RATIO = 200;

/** Below this size the ratio is not held against an element: empty tables compress well. */
export const INFLATE_RATIO_FLOOR = MIB;

/** Bytes that all elements of a file may inflate to together. */
export const MAX_INFLATED_TOTAL = 256 * MIB;

/** How many times its size a whole file may inflate to, once that is more than {@link INFLATED_TOTAL_FLOOR}. */
export const MAX_INFLATED_TOTAL_RATIO = 24;

/** Below this size the ratio of the whole file is not held against it. */
export const INFLATED_TOTAL_FLOOR = 16 * MIB;

/** Units of work (`work-budget.ts`) that any file may cause. Of 300 real files none causes more than 40 million. */
export const WORK_FLOOR = 200_000_000;

/** Units of work more for every byte of the file; real files of more than 50 KB cause at most 220. */
export const WORK_PER_BYTE = 200;

/** Units of work that no file may go beyond: about a second. */
export const MAX_WORK = 1_200_000_000;

/** Nesting of braces in one text. */
export const MAX_BRACE_DEPTH = 64;

/** Values in one brace text. */
export const MAX_BRACE_NODES = 1_000_000;

/** Objects of one file, all kinds together. */
export const MAX_OBJECTS = MAX_ENTRIES;

/** URL templates of one HTTP service. */
export const MAX_HTTP_TEMPLATES = 10_000;

/** Warnings about one file. */
export const MAX_WARNINGS = 200;

/** Interceptions reported for one file. */
export const MAX_INTERCEPTIONS = 100_000;

/** Characters of leftover memory that are compared with the live text. */
export const MAX_LEFTOVER_BYTES = 4 * MIB;

/** Pieces of leftover memory that are kept to be shown. */
export const MAX_LEFTOVER_SAMPLES = 100;

/** Characters of each of them. */
export const MAX_LEFTOVER_SAMPLE = 400;
