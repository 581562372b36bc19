// What programs ask of types at run time: get_origin and get_args, assert_never, assert_type,
// reveal_type, is_typeddict.
// Source: CPython 3.14 Lib/typing.py.

import { AssertionError } from '../../asyncio/exceptions.ts';
import type { Interpreter } from '../interpreter.ts';
import { noneClass } from '../objects/classes.ts';
import { GenericAlias, SpecialForm } from '../objects/generic-alias.ts';
import { LibraryFunction } from '../objects/signature.ts';
import { typeName, UnionType, unionClass } from '../objects/type-of.ts';
import { Tuple } from '../values.ts';

/** None among types is shown as its class. */
const shownType = (type: unknown): unknown => (type === null ? noneClass : type);

function originOf(type: unknown): unknown {
  if (type instanceof UnionType) return unionClass;
  if (!(type instanceof GenericAlias)) return null;
  return type.of instanceof SpecialForm ? (type.of.origin ?? type.of) : type.of;
}

function argsOf(type: unknown): Tuple {
  if (type instanceof UnionType) return new Tuple(type.members.map(shownType));
  if (!(type instanceof GenericAlias)) return new Tuple([]);
  const isLiteral = type.of instanceof SpecialForm && type.of.name === 'Literal';
  return new Tuple(isLiteral ? type.args : type.args.map(shownType));
}

/** The longest repr that a message of `assert_never` shows whole. */
const LONGEST = 100;

function assertNever(run: Interpreter, value: unknown): never {
  const text = run.objects.repr(run, value);
  const shown = text.length > LONGEST ? `${text.slice(0, LONGEST)}...` : text;
  throw new AssertionError(`Expected code to be unreachable, but got: ${shown}`);
}

/** The functions, for the module. */
export const queries: readonly LibraryFunction[] = [
  new LibraryFunction('get_origin(tp)', (_run, type: unknown) => originOf(type)),
  new LibraryFunction('get_args(tp)', (_run, type: unknown) => argsOf(type)),
  new LibraryFunction('assert_never(arg, /)', assertNever),
  new LibraryFunction('assert_type(val, typ, /)', (_run, value: unknown) => value),
  new LibraryFunction('reveal_type(obj, /)', (run, value: unknown) => {
    run.write('stderr', `Runtime type is '${typeName(value)}'\n`);
    return value;
  }),
];
