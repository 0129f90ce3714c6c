/** Answers kept at a time. A repository of a hundred thousand releases names a few thousand versions and ranges. */
const MOST_ANSWERS = 10_000;

/**
 * The same function, asked once for each text: releases repeat the same versions and ranges thousands of times, and
 * sharing the answers (which nobody may change) halves the memory of a large tree. Forgets everything when full, so
 * hostile variety costs time and no memory.
 */
export function remembered<T>(ask: (text: string) => T): (text: string) => T {
  const answers = new Map<string, T>();
  return (text) => {
    const known = answers.get(text);
    if (known !== undefined) return known;
    const answer = ask(text);
    if (answers.size >= MOST_ANSWERS) answers.clear();
    answers.set(text, answer);
    return answer;
  };
}
