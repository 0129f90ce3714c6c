import { z } from 'zod';

/**
 * A list in which no text stands twice. The issue's message is `duplicate`; its path leads to the second occurrence.
 */
export const distinctList = <T extends z.ZodType<string>>(item: T, most: number): z.ZodArray<T> =>
  z
    .array(item)
    .max(most)
    .superRefine((items, context) => refuseDuplicates(items, context, (text) => text))
    .meta({ uniqueItems: true });

/** Adds an issue for each item whose key stood before; `step` is the key's place inside the item. */
export function refuseDuplicates<T>(
  items: readonly T[],
  context: z.core.$RefinementCtx,
  keyOf: (item: T) => string,
  ...step: readonly string[]
): void {
  const seen = new Set<string>();
  for (const [index, item] of items.entries()) {
    const key = keyOf(item);
    if (seen.has(key)) context.addIssue({ code: 'custom', message: 'duplicate', path: [index, ...step] });
    seen.add(key);
  }
}
