// "Did you mean …?": the nearest of some known names to one that is not known. Near means at most
// a third of its letters away (one for short names), so that a wrong guess is rarer than silence.
// Ties go to the name that comes first, so the answer never depends on an engine.

import { distance } from 'fastest-levenshtein';

/** Longer words are no slip of the finger, and comparing them would cost time. */
const longest = 60;

/**
 * The known name nearest to `word`.
 * @returns null where none is near enough.
 */
export function suggest(word: string, candidates: Iterable<string>): string | null {
  if (word.length > longest) return null;
  const limit = Math.max(1, Math.floor(word.length / 3));
  let best: string | null = null;
  let bestDistance = limit + 1;
  for (const candidate of candidates) {
    if (candidate === word || Math.abs(candidate.length - word.length) > limit) continue;
    const isClose =
      candidate.toLowerCase() === word.toLowerCase() || isNeighbourSwap(word, candidate);
    const far = isClose ? 0.5 : distance(word, candidate);
    if (far >= bestDistance) continue;
    best = candidate;
    bestDistance = far;
  }
  // Replacing every letter of a one-letter name says nothing.
  return word.length === 1 && bestDistance >= 1 ? null : best;
}

/** `mian` for `main`: one slip of the fingers, though two letters differ. */
function isNeighbourSwap(word: string, candidate: string): boolean {
  if (word.length !== candidate.length) return false;
  let index = 0;
  while (index < word.length && word[index] === candidate[index]) index++;
  return (
    word[index] === candidate[index + 1] &&
    word[index + 1] === candidate[index] &&
    word.slice(index + 2) === candidate.slice(index + 2)
  );
}

/** The hint for an unknown word, or undefined. */
export function didYouMean(word: string, candidates: Iterable<string>): string | undefined {
  const near = suggest(word, candidates);
  return near === null ? undefined : `did you mean '${near}'?`;
}
