/** The excluded characters are those of `model/forbidden-character.ts`, with tab and line feed: this is one line. */
const LINE = /^[^\p{Cc}\p{Cs}\u2028\u2029\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069]{1,200}$/u;

/** Whether a text is a line that records, tables and terminals can carry: 1 to 200 characters, not blank. */
export const isPlainLine = (text: string): boolean => text.trim() !== '' && LINE.test(text);
