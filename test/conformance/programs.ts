// Programs of the generator as text, by theme and seed: the same seed gives the same programs, and
// each can be drawn again by its place, to be shrunk.
import fc from 'fast-check';
import { printModule } from '../../src/lang/print.ts';
import { programArbitrary, THEMES } from './generator/programs.ts';

/** One program; `seed` and `place` draw it again. */
export interface DrawnProgram {
  readonly theme: string;
  readonly seed: number;
  readonly place: number;
  readonly text: string;
}

/** `count` programs over `themes`, in turn. `seed` is a 32-bit integer. */
export function drawPrograms(
  count: number,
  seed: number,
  themes: readonly string[] = THEMES,
): DrawnProgram[] {
  const drawn: DrawnProgram[] = [];
  const share = Math.ceil(count / themes.length);
  for (const theme of themes) {
    const modules = fc.sample(programArbitrary(theme), { seed, numRuns: share });
    modules.forEach((module, place) => {
      drawn.push({ theme, seed, place, text: printModule(module) });
    });
  }
  const inTurn = drawn.sort((a, b) => a.place - b.place);
  return inTurn.slice(0, count);
}

/** Tries that shrinking makes at most. */
const MAX_TRIES = 400;

/** The smallest program found of those that `program` shrinks to and that still differ. */
export async function shrink(
  program: DrawnProgram,
  differs: (text: string) => Promise<boolean>,
): Promise<string> {
  const { seed, place } = program;
  let smallest = program.text;
  let tries = 0;
  const property = fc.asyncProperty(programArbitrary(program.theme), async (module) => {
    if (++tries > MAX_TRIES) return true;
    const text = printModule(module);
    const isFound = await differs(text);
    if (isFound) smallest = text;
    return !isFound;
  });
  await fc.check(property, { seed, path: String(place), numRuns: 1 });
  return smallest;
}
