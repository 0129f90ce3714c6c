import { z } from 'zod';

/**
 * A list in which no text stands twice. The issue's message is `duplicate`; its path leads to the second occurrence.
 */
export const distinctList = <T extends z.ZodType<string>>(item: T, most: number): z.ZodArray<T> =>
  z
    .array(item)
    .max(most)
    .superRefine((items, context) => refuseDuplicates(items, context, { of: (text) => text, at: [] }))
    .meta({ uniqueItems: true });

/** What must be different in the items of a list: the text itself and its place inside an item. */
interface DistinctKey<T> {
  readonly of: (item: T) => string;
  readonly at: readonly string[];
}

/** Adds an issue for each item whose key stood before. */
export function refuseDuplicates<T>(
  items: readonly T[],
  context: z.core.$RefinementCtx,
  key: DistinctKey<T>,
): void {
  const seen = new Set<string>();
  for (const [index, item] of items.entries()) {
    const text = key.of(item);
    if (seen.has(text)) context.addIssue({ code: 'custom', message: 'duplicate', path: [index, ...key.at] });
    seen.add(text);
  }
}
