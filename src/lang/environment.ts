// What the checker is told of the simulator: the built-in names and the modules, with the
// signatures of what can be called. Read from the tables that the programs themselves use.

import type { Environment, KnownName } from './check.ts';
import type { Members } from './check-definitions.ts';
import { machineBuiltins } from './machine/builtins.ts';
import { loopClass } from './modules/asyncio/loops.ts';
import { moduleTables } from './modules/registry.ts';
import { builtins } from './objects/builtins.ts';
import { Builtin, PyClass } from './values.ts';

/** What is known of a value of a table. */
function known(value: unknown): KnownName {
  if (value instanceof Builtin) {
    const signature = value.checkedSignature ?? value.signature;
    return { signature: signature.replace(/\(self(?:, )?/, '(') };
  }
  if (!(value instanceof PyClass)) return {};
  const members = () => membersOf(value);
  return value.signature === null ? { members } : { signature: value.signature, members };
}

/** What the objects of a class have. */
function membersOf(cls: PyClass): Members {
  const names = new Map<string, { readonly signature?: string; readonly owner: string }>();
  for (const { name: owner, attributes } of cls.mro) {
    for (const [name, value] of attributes) {
      if (names.has(name)) continue;
      names.set(name, value instanceof Builtin ? { signature: value.signature, owner } : { owner });
    }
  }
  return { className: cls.name, names };
}

/** Functions of asyncio whose objects are always of one class. */
const results = new Map([
  ['get_running_loop', loopClass],
  ['get_event_loop', loopClass],
  ['new_event_loop', loopClass],
]);

function knownOfAsyncio(table: ReadonlyMap<string, unknown>): ReadonlyMap<string, KnownName> {
  const names = new Map(knownNames(table));
  for (const [name, cls] of results) {
    names.set(name, { ...names.get(name), members: () => membersOf(cls) });
  }
  return names;
}

function knownNames(table: ReadonlyMap<string, unknown>): ReadonlyMap<string, KnownName> {
  return new Map([...table].map(([name, value]) => [name, known(value)]));
}

/** The environment of a Python file. */
export function languageEnvironment(): Environment {
  return {
    builtins: knownNames(new Map([...builtins, ...machineBuiltins, ['__name__', null]])),
    modules: new Map(
      [...moduleTables()].map(([name, table]) => [
        name,
        name === 'asyncio' ? knownOfAsyncio(table) : knownNames(table),
      ]),
    ),
    extraNames: new Set(),
  };
}
