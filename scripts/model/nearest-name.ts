/** Longer names are not compared: nobody mistypes them by a letter, and comparing takes quadratic time. */
const MOST_CHARACTERS = 64;

/**
 * The known name that was probably meant by a mistyped one: at most a third of its letters are wrong, missing, extra
 * or swapped. Case is ignored. The first of equally near ones.
 */
export function nearestName(typed: string, known: readonly string[]): string | undefined {
  if (typed.length > MOST_CHARACTERS) return undefined;
  const distances = known.map((name) => ({
    name,
    distance: distanceOf(typed.toLowerCase(), name.toLowerCase()),
  }));
  const most = Math.max(1, Math.floor(typed.length / 3));
  const near = distances.filter(({ distance }) => distance <= most);
  return near.sort((a, b) => a.distance - b.distance)[0]?.name;
}

/** Optimal string alignment distance (Damerau–Levenshtein without repeated edits). */
function distanceOf(a: string, b: string): number {
  const rows: number[][] = [Array.from({ length: b.length + 1 }, (_, column) => column)];
  for (let row = 1; row <= a.length; row++) {
    const current = [row];
    for (let column = 1; column <= b.length; column++) {
      current.push(cheapest(rows, current, { a, b, row, column }));
    }
    rows.push(current);
  }
  return at(rows[a.length], b.length);
}

interface Cell {
  readonly a: string;
  readonly b: string;
  readonly row: number;
  readonly column: number;
}

function cheapest(
  rows: readonly number[][],
  current: readonly number[],
  { a, b, row, column }: Cell,
): number {
  const same = a[row - 1] === b[column - 1];
  const swapped = row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1];
  return Math.min(
    at(rows[row - 1], column) + 1,
    at(current, column - 1) + 1,
    at(rows[row - 1], column - 1) + (same ? 0 : 1),
    swapped ? at(rows[row - 2], column - 2) + 1 : Infinity,
  );
}

const at = (row: readonly number[] | undefined, column: number): number => row?.[column] ?? Infinity;
