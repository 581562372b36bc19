// The known name nearest to a wrong one by the cost of the edits between them; of those equally
// near the first. Not suggest.ts, which guesses as a learner needs it: this is CPython's own
// measure, as its tracebacks and messages have it.
// Source: CPython Python/suggestions.c (_Py_CalculateSuggestions, levenshtein_distance).

/** What an edit costs, and one that only changes the case of a letter. */
const MOVE = 2;
const CASE = 1;
/** Among more names, and for longer ones, nothing is guessed. */
const MAX_NAMES = 750;
const MAX_LETTERS = 40;

/** The name nearest to the wrong one; null where all are too far away. */
export function nearest(wrong: string, names: readonly string[]): string | null {
  if (names.length >= MAX_NAMES || wrong.length > MAX_LETTERS) return null;
  let best: string | null = null;
  let bestCost = Number.POSITIVE_INFINITY;
  for (const name of names) {
    if (name === wrong) continue;
    const limit = Math.floor(((name.length + wrong.length + 3) * MOVE) / 6);
    const cost = editCost(wrong, name);
    if (cost > Math.min(limit, bestCost - 1)) continue;
    best = name;
    bestCost = cost;
  }
  return best;
}

/** The cheapest way from one word to the other. */
function editCost(a: string, b: string): number {
  if (b.length > MAX_LETTERS) return Number.POSITIVE_INFINITY;
  let row = Array.from({ length: a.length + 1 }, (_, index) => index * MOVE);
  for (let j = 1; j <= b.length; j++) {
    const next = [j * MOVE];
    for (let i = 1; i <= a.length; i++) {
      const replaced = row[i - 1] + replacementCost(a[i - 1], b[j - 1]);
      next.push(Math.min(replaced, row[i] + MOVE, next[i - 1] + MOVE));
    }
    row = next;
  }
  return row[a.length];
}

function replacementCost(a: string, b: string): number {
  if (a === b) return 0;
  return a.toLowerCase() === b.toLowerCase() ? CASE : MOVE;
}
