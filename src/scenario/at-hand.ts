// The names that a YAML or JSON scenario has without import: asyncio's own, the modules random,
// math and time, and three words of the simulator. A Python file has none of them but the three
// words' meaning in asyncio: it imports what it uses.

import type { Environment, KnownName, Origin } from '../lang/check.ts';

/** Modules whose names stand in a scenario without import. */
export const modulesAtHand = ['asyncio', 'random', 'math', 'time'] as const;

/** Words of the simulator, with their signatures. */
export const scenarioWords: ReadonlyMap<string, KnownName> = new Map([
  ['now', { signature: 'now()' }],
  ['log', { signature: "log(*values, sep=' ', end='\\n')" }],
  ['block', { signature: 'block(seconds)' }],
]);

/** The environment of a YAML or JSON scenario. */
export function scenarioEnvironment(environment: Environment): Environment {
  const builtins = new Map([...scenarioWords, ...environment.builtins]);
  const atHand = new Map<string, Origin>(environment.atHand);
  for (const module of modulesAtHand) {
    if (environment.modules.has(module)) atHand.set(module, { module, member: null });
  }
  for (const member of environment.modules.get('asyncio')?.keys() ?? []) {
    if (!builtins.has(member)) atHand.set(member, { module: 'asyncio', member });
  }
  return { ...environment, builtins, atHand };
}
