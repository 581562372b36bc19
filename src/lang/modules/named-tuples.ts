// `typing.NamedTuple`: a class of named tuples whose fields are what the class body annotates, with
// its values as defaults; called, it makes one of a list of pairs.
// Source: CPython 3.14 Lib/typing.py (NamedTupleMeta, NamedTuple).

import { PyTypeError } from '../../asyncio/exceptions.ts';
import type { Interpreter } from '../interpreter.ts';
import { builtinClass, objectClass, tupleClass } from '../objects/classes.ts';
import { items } from '../objects/iteration.ts';
import { str } from '../objects/repr.ts';
import { callBuiltin, LibraryFunction } from '../objects/signature.ts';
import type { PyClass } from '../values.ts';
import { checkFields, classOf, equip } from './collections/namedtuple.ts';

export const namedTupleClass = builtinClass('NamedTuple', [tupleClass], 'typing');

/** Fields and defaults of a class body. Throws TypeError where a default stands too early. */
function adopt(run: Interpreter, cls: PyClass): void {
  if (!cls.bases.includes(namedTupleClass)) return;
  if (cls.bases.length > 1) {
    throw new PyTypeError('can only inherit from a NamedTuple type and Generic');
  }
  const names = [...cls.annotations.keys()];
  const defaults: unknown[] = [];
  for (const name of names) {
    const value = cls.attributes.get(name);
    if (value !== undefined) defaults.push(value);
    else if (defaults.length > 0) throw misplaced(name, names.slice(0, names.indexOf(name)), cls);
  }
  checkFields(run, cls.name, names, false);
  equip(run, cls, names, defaults);
  objectClass.changes++;
}

function misplaced(name: string, before: readonly string[], cls: PyClass): PyTypeError {
  const withDefault = before.filter((each) => cls.attributes.has(each));
  const fields = `field${withDefault.length > 1 ? 's' : ''} ${withDefault.join(', ')}`;
  return new PyTypeError(`Non-default namedtuple field ${name} cannot follow default ${fields}`);
}
namedTupleClass.adopt = adopt;

const make = new LibraryFunction(
  'NamedTuple(typename, fields)',
  (run, name: unknown, fields: unknown) => {
    const names = [...items(run, fields)].map((pair) =>
      str(run, run.objects.getItem(run, pair, 0)),
    );
    checkFields(run, str(run, name), names, false);
    return classOf(run, str(run, name), names, []);
  },
);
namedTupleClass.construct = (run, _cls, args, keywords) => callBuiltin(run, make, args, keywords);
