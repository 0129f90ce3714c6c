/**
 * Lines that differ between two texts, those of the first with `-`, those of the second with `+`, in the order of the
 * texts; what stands on both sides is left out. Meant for a few changed values: lines are paired by position from both
 * ends of the text.
 */
export function changedLines(before: string, after: string): string {
  const [old, young] = [before.split('\n'), after.split('\n')];
  if (old.length === young.length) {
    return old
      .flatMap((line, at) =>
        line === young[at] ? [] : [`  - ${line.trimEnd()}\n  + ${young[at]?.trimEnd() ?? ''}\n`],
      )
      .join('');
  }
  const start = old.findIndex((line, at) => line !== young[at]);
  const end = old.toReversed().findIndex((line, at) => line !== young.at(-1 - at));
  const shown = (lines: readonly string[], sign: string): string =>
    lines
      .slice(start, lines.length - end)
      .map((line) => `  ${sign} ${line.trimEnd()}\n`)
      .join('');
  return shown(old, '-') + shown(young, '+');
}
