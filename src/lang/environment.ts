// What the checker is told of the simulator: the built-in names and the modules, with the
// signatures of what can be called. Read from the tables that the programs themselves use.

import type { Environment, KnownName } from './check.ts';
import { machineBuiltins } from './machine/builtins.ts';
import { moduleTables } from './modules/registry.ts';
import { builtins } from './objects/builtins.ts';
import { Builtin, PyClass } from './values.ts';

/** What is known of a value of a table. */
function known(value: unknown): KnownName {
  if (value instanceof Builtin) {
    const signature = value.checkedSignature ?? value.signature;
    return { signature: signature.replace(/\(self(?:, )?/, '(') };
  }
  if (value instanceof PyClass && value.signature !== null) return { signature: value.signature };
  return {};
}

function knownNames(table: ReadonlyMap<string, unknown>): ReadonlyMap<string, KnownName> {
  return new Map([...table].map(([name, value]) => [name, known(value)]));
}

/** The environment of a Python file. */
export function languageEnvironment(): Environment {
  return {
    builtins: knownNames(new Map([...builtins, ...machineBuiltins, ['__name__', null]])),
    modules: new Map([...moduleTables()].map(([name, table]) => [name, knownNames(table)])),
    extraNames: new Set(),
  };
}
