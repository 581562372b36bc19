// Classes of classes: which one a class statement asks for its class, and what `type` does when a
// program's own metaclass hands over to it. A metaclass that neither makes nor initialises its
// classes itself is not called: the class is made at once.
// Source: CPython Python/bltinmodule.c (builtin___build_class__), Objects/typeobject.c
// (_PyType_CalculateMetaclass, type_new, type_call).

import { PyTypeError } from '../../asyncio/exceptions.ts';
import { define, metaclassOf, typeClass } from '../objects/classes.ts';
import { Dict } from '../objects/dict.ts';
import { isSubclass, typeName, typeOf } from '../objects/type-of.ts';
import { Builtin, PyClass, Tuple } from '../values.ts';
import { ClassBody, makeClass } from './class-body.ts';
import { instantiate } from './construct.ts';
import type { Runtime } from './frame.ts';

type Keywords = ReadonlyMap<string, unknown> | null;

/** What a class body has bound, as a metaclass sees it; it leads back to the body. */
class Namespace extends Dict {
  readonly body: ClassBody;

  constructor(machine: Runtime, body: ClassBody) {
    super(machine, body.names);
    this.body = body;
  }
}

/** The class of a body that has run, or whatever its metaclass gives. */
export function buildClass(machine: Runtime, body: ClassBody): unknown {
  const { parents } = body;
  const isOther = parents.length > 0 && !(parents[0] instanceof PyClass);
  const given = body.metaclass ?? (isOther ? typeOf(parents[0]) : typeClass);
  if (isOther && given !== typeClass) return callMetaclass(machine, given, body);
  const metaclass = given instanceof PyClass ? mostDerived(given, body.bases) : given;
  if (metaclass instanceof PyClass && !hasOwnWays(metaclass)) {
    return makeClass(machine, body, metaclass);
  }
  return callMetaclass(machine, metaclass, body);
}

function callMetaclass(machine: Runtime, metaclass: unknown, body: ClassBody): unknown {
  const namespace = new Namespace(machine, body);
  const args = [body.name, new Tuple(body.parents), namespace];
  const made = machine.call(metaclass, args, body.keywords);
  const { classCell } = body;
  if (classCell !== null && classCell.value === undefined) classCell.value = made;
  return made;
}

/** Throws TypeError where neither of two metaclasses derives from the other. */
function mostDerived(given: PyClass, bases: readonly PyClass[]): PyClass {
  let winner = given;
  for (const base of bases) {
    const other = metaclassOf(base);
    if (isSubclass(winner, other)) continue;
    if (!isSubclass(other, winner)) {
      throw new PyTypeError(
        'metaclass conflict: the metaclass of a derived class must be a (non-strict) subclass of ' +
          'the metaclasses of all its bases',
      );
    }
    winner = other;
  }
  return winner;
}

function hasOwnWays(metaclass: PyClass): boolean {
  return ['__new__', '__init__'].some((name) => !(metaclass.lookup(name) instanceof Builtin));
}

/** `type(name, bases, namespace)`. Throws TypeError. */
function newType(
  machine: Runtime,
  metaclass: unknown,
  args: readonly unknown[],
  keywords: Keywords,
): PyClass {
  const [name, bases, namespace] = args;
  if (args.length !== 3) {
    throw new PyTypeError(`type.__new__() takes exactly 3 arguments (${args.length} given)`);
  }
  const expect = (place: number, type: string, value: unknown, isRight: boolean): void => {
    if (isRight) return;
    const found = `must be ${type}, not ${typeName(value)}`;
    throw new PyTypeError(`type.__new__() argument ${place} ${found}`);
  };
  expect(1, 'str', name, typeof name === 'string');
  expect(2, 'tuple', bases, bases instanceof Tuple);
  expect(3, 'dict', namespace, namespace instanceof Dict);
  const names = new Map<string, unknown>([['__module__', '__main__']]);
  for (const { key, value } of (namespace as Dict).entries()) names.set(String(key), value);
  const parents = (bases as Tuple).items;
  const body =
    namespace instanceof Namespace
      ? namespace.body
      : new ClassBody(name as string, name as string, parents, new Map());
  return makeClass(machine, body, mostDerived(metaclass as PyClass, body.bases), names, keywords);
}

define(typeClass, [
  new Builtin(
    '__new__(cls, /, *args, **keywords)',
    (run, cls: unknown, args: readonly unknown[], keywords) =>
      newType(run as Runtime, cls, args, keywords as Keywords),
  ),
  new Builtin('__init__(self, /, *args, **keywords)', () => null),
  new Builtin(
    '__call__(self, /, *args, **keywords)',
    (run, self: PyClass, args: readonly unknown[], keywords) =>
      instantiate(run, self, args, keywords as Keywords),
  ),
]);
