/** Pairs of items that follow each other: `[a, b, c]` → `[a, b]`, `[b, c]`. */
export function* neighbours<T>(items: readonly T[]): Generator<readonly [T, T]> {
  let previous: { readonly item: T } | undefined;
  for (const item of items) {
    if (previous !== undefined) yield [previous.item, item];
    previous = { item };
  }
}
