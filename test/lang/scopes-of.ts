// The scopes of a program in short: for each scope its names and how they are reached.

import { SourceFile } from '../../src/base/source-text.ts';
import { analyse } from '../../src/lang/analyse.ts';
import { parseModule } from '../../src/lang/parse.ts';
import type { ScopeOptions, Scopes } from '../../src/lang/scope.ts';

export function scopesOf(text: string, options: ScopeOptions = {}): Scopes {
  const problems: string[] = [];
  const module = parseModule(new SourceFile(text), ({ message }) => problems.push(message));
  if (problems.length > 0) throw new Error(problems.join('\n'));
  return analyse(module, options);
}

/** `name: reach` for each name of the first scope of this kind, sorted. */
export function reaches(scopes: Scopes, kind: string, index = 0): string[] {
  const scope = [...scopes.all()].filter((each) => each.kind === kind)[index];
  return [...scope.variables.values()]
    .map(({ name, reach }) => `${name}: ${reach}`)
    .sort((a, b) => (a < b ? -1 : 1));
}
