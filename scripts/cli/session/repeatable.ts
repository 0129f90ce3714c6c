/** Gathers the values of an option that may be given several times, in their order. */
export const repeatable = (value: string, before: readonly string[]): readonly string[] => [...before, value];
