// The roundest number of an interval: the one with the fewest digits after the point, and among
// these the nearest to a wish. What a person would write, and what a person can read.

/** Digits after the point that are tried. */
const MAXIMUM_DIGITS = 12;

/**
 * The roundest number between `least` and `most` (both allowed), near `wish`; where there is no
 * short one, the middle.
 */
export function roundestBetween(least: number, most: number, wish: number): number {
  const aim = Math.min(most, Math.max(least, wish));
  for (let digits = 0, scale = 1; digits <= MAXIMUM_DIGITS; digits++, scale *= 10) {
    const count = Math.round(aim * scale);
    const nearest = count / scale;
    if (nearest >= least && nearest <= most) return nearest;
    const others = [(count - 1) / scale, (count + 1) / scale];
    const candidates = others.filter((value) => value >= least && value <= most);
    if (candidates.length > 0) return nearestTo(aim, candidates);
  }
  return Number.isFinite(most) ? least + (most - least) / 2 : least;
}

function nearestTo(aim: number, candidates: readonly number[]): number {
  return candidates.reduce((best, each) =>
    Math.abs(each - aim) < Math.abs(best - aim) ? each : best,
  );
}
