// The imports of a program that becomes a scenario: a scenario has asyncio's names and some modules
// at hand, so most are dropped; the rest goes to its definitions.

import type { Environment } from '../../lang/check.ts';
import { printStatement } from '../../lang/print.ts';
import type { Alias, Import, ImportFrom } from '../../lang/tree.ts';
import { scenarioEnvironment } from '../at-hand.ts';
import { blockLine, virtualNowLine } from './to-python.ts';

type Imports = Import | ImportFrom;

/** What is left of an import in a scenario; null where all of it is at hand. */
export function importsToKeep(node: Imports, environment: Environment): Imports | null {
  const text = printStatement(node);
  if (text === blockLine || text === virtualNowLine) return null;
  if (node.kind === 'ImportFrom' && node.module === '__future__') return null;
  const names = node.names.filter((each) => !isAtHand(node, each, environment));
  return names.length === 0 ? null : { ...node, names };
}

/** Whether a scenario means the same by this name without import. */
function isAtHand(node: Imports, { name, asname }: Alias, environment: Environment): boolean {
  if (asname !== null && asname !== name) return false;
  const { atHand } = scenarioEnvironment(environment);
  const origin = atHand?.get(name);
  if (node.kind === 'Import') return origin?.module === name && origin.member === null;
  if (node.module !== 'asyncio') return false;
  // A built-in exception that asyncio gives out as well is the same class.
  const isBuiltin = environment.builtins.has(name);
  return isBuiltin || (origin?.module === 'asyncio' && origin.member === name);
}
