// Snippets by theme and seed: the same seed gives the same snippets, whatever other themes are
// drawn, and each can be drawn again by its place, to be shrunk.
import fc from 'fast-check';
import { snippetsOf } from './theme.ts';
import { THEMES, themeOf } from './themes.ts';

/** One snippet; `seed` and `place` draw it again. */
export interface Snippet {
  readonly theme: string;
  readonly seed: number;
  readonly place: number;
  readonly text: string;
}

/** `count` snippets over `themes`, theme by theme. `seed` is a 32-bit integer. */
export function drawSnippets(count: number, seed: number, names = THEMES): Snippet[] {
  const share = Math.ceil(count / names.length);
  return names.flatMap((theme) => {
    const texts = fc.sample(snippetsOf(themeOf(theme)), { seed, numRuns: share });
    return texts.map((text, place) => ({ theme, seed, place, text }));
  });
}

/** Tries that shrinking makes at most. */
const MAX_TRIES = 300;

/** The smallest of those that a snippet shrinks to and that still differ. */
export async function shrink(
  { theme, seed, place, text }: Snippet,
  differs: (text: string) => Promise<boolean>,
): Promise<string> {
  let smallest = text;
  let tries = 0;
  const property = fc.asyncProperty(snippetsOf(themeOf(theme)), async (shrunk) => {
    if (++tries > MAX_TRIES) return true;
    const isFound = await differs(shrunk);
    if (isFound) smallest = shrunk;
    return !isFound;
  });
  await fc.check(property, { seed, path: String(place), numRuns: 1 });
  return smallest;
}
