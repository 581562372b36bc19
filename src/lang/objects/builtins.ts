// The names that every program knows: functions, classes, exceptions and the two singletons.
// `super` is the machine's. Importing this module fills the tables of all built-in classes.

import '../bytes/bytearray-methods.ts';
import '../bytes/int-methods.ts';
import '../bytes/memory-view-methods.ts';
import '../bytes/octet-classes.ts';
import { ellipsis, notImplemented, PyClass } from '../values.ts';
import { namedClasses } from './builtin-classes.ts';
import { builtinFunctions } from './builtin-functions.ts';
import './container-methods.ts';
import './dict-methods.ts';
import './exception-methods.ts';
import { exceptionClasses } from './exception-classes.ts';
import './hex-floats.ts';
import './list-methods.ts';
import './object-methods.ts';
import './operator-methods.ts';
import './set-methods.ts';
import './text-methods.ts';

function table(): ReadonlyMap<string, unknown> {
  const names = new Map<string, unknown>();
  for (const builtin of builtinFunctions) names.set(builtin.name, builtin);
  for (const cls of namedClasses) names.set(cls.name, cls);
  for (const cls of exceptionClasses.values()) {
    if (cls.module === 'builtins') names.set(cls.name, cls);
  }
  names.set('IOError', names.get('OSError'));
  names.set('EnvironmentError', names.get('OSError'));
  names.set('NotImplemented', notImplemented);
  names.set('Ellipsis', ellipsis);
  return names;
}

/** Built-in names and their values; the same for all programs. `log` is the simulator's own. */
export const builtins: ReadonlyMap<string, unknown> = table();

/** True for a name of a class among the built-in names. */
export function isBuiltinClass(name: string): boolean {
  return builtins.get(name) instanceof PyClass;
}
