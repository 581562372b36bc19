// The list of the themes, in the order in which they are drawn and reported.

import type { Theme } from './theme.ts';
import { integers } from './themes/integers.ts';

export const themes: readonly Theme[] = [integers];

export const THEMES: readonly string[] = themes.map(({ name }) => name);

/** A theme by its name. Throws for a name that is none. */
export function themeOf(name: string): Theme {
  const found = themes.find((theme) => theme.name === name);
  if (found === undefined) throw new Error(`no theme ${name}: ${THEMES.join(', ')}`);
  return found;
}
