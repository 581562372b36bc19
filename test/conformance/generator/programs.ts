// Whole asyncio programs at random, by theme. Each ends or deadlocks within a bounded number of
// iterations, and prints the same text in every run: what two implementations print can be
// compared. They shrink to few statements, few tasks and simple delays.
import type fc from 'fast-check';
import type { Module } from '../../../src/lang/tree.ts';
import { languageThemes } from './language-themes.ts';
import { lockThemes } from './lock-themes.ts';
import { loopThemes } from './loop-themes.ts';
import { programOf, type Theme } from './program.ts';
import { taskThemes } from './task-themes.ts';

const ordinary = [...taskThemes, ...lockThemes, ...loopThemes, ...languageThemes];
/** What these do to a whole program would hide what the others do. */
const apart = ['timers', 'deadlocks', 'endings'];

/** Statements of all themes in one program. */
function mixed(): Theme {
  const together = ordinary.filter(({ name }) => !apart.includes(name));
  const evenly = (themes: readonly Theme['steps'][]): Theme['steps'] =>
    themes.flatMap((steps) => {
      const sum = steps.reduce((total, [weight]) => total + weight, 0);
      return steps.map(([weight, piece]) => [(weight / sum) * 3, piece] as const);
    });
  return {
    name: 'mixed',
    minWorkers: 2,
    maxWorkers: 4,
    definitions: together.flatMap(({ definitions }) => definitions ?? []),
    imports: ['contextvars', 'time'],
    steps: evenly(together.map(({ steps }) => steps)),
    blocks: (body) => evenly(together.map(({ blocks }) => blocks?.(body) ?? [])),
  };
}

const themes = [...ordinary, mixed()];

/** The names of the themes, `mixed` last. */
export const THEMES: readonly string[] = themes.map(({ name }) => name);

const made = new Map<string, fc.Arbitrary<Module>>();

/** Programs of a theme. Throws for a name that is none. */
export function programArbitrary(theme: string): fc.Arbitrary<Module> {
  const known = made.get(theme);
  if (known !== undefined) return known;
  const found = themes.find(({ name }) => name === theme);
  if (found === undefined) throw new Error(`no theme ${theme}: ${THEMES.join(', ')}`);
  const arbitrary = programOf(found);
  made.set(theme, arbitrary);
  return arbitrary;
}
