// Binding the arguments of a call to a built-in's parameters, and calling it. The fast path is the
// call with exactly the positional arguments; messages for wrong calls are in signature-errors.ts.
// Source: CPython Python/getargs.c, Objects/call.c, Objects/methodobject.c.

import { PyTypeError } from '../../asyncio/exceptions.ts';
import type { Interpreter } from '../interpreter.ts';
import { type Builtin, plainText, Tuple } from '../values.ts';
import { tupleClass } from './classes.ts';
import { isSlotWrapper } from './descriptors.ts';
import { checkCall } from './signature-errors.ts';
import { type Signature, signatureOf } from './signature-text.ts';
import { isOfClass, typeName, typeOf } from './type-of.ts';

export { LibraryFunction, type Signature, signatureOf } from './signature-text.ts';

/**
 * Binds the arguments of a call (`self` first, where it has one) to the parameters of a built-in:
 * one value a parameter, as its body takes them. Throws CPython's TypeError.
 */
export function bind(
  builtin: Builtin,
  args: readonly unknown[],
  keywords: ReadonlyMap<string, unknown> | null,
): readonly unknown[] {
  const signature = signatureOf(builtin);
  const { positional } = signature;
  const hasKeywords = keywords !== null && keywords.size > 0;
  if (signature.isPlain && !hasKeywords && args.length === positional.length) return args;
  if (hasKeywords || (args.length > positional.length && !signature.rest)) {
    checkCall(builtin, signature, args, keywords);
  }
  const values: unknown[] = [];
  for (const item of signature.parameters) {
    if (item.kind === 'rest') values.push(args.slice(positional.length));
    else if (item.kind === 'keyword-rest') values.push(restOf(signature, keywords));
    else if (item.kind !== 'keyword-only' && values.length < args.length) {
      values.push(args[values.length]);
    } else {
      const named = item.kind !== 'positional-only' ? keywords?.get(item.name) : undefined;
      if (named === undefined && item.required) {
        checkCall(builtin, signature, args, keywords);
      }
      values.push(named === undefined ? item.default : named);
    }
  }
  return values;
}

function restOf(
  signature: Signature,
  keywords: ReadonlyMap<string, unknown> | null,
): Map<string, unknown> {
  const rest = new Map<string, unknown>();
  if (keywords === null) return rest;
  for (const [name, value] of keywords) {
    const taken = signature.parameters.some(
      (item) => item.name === name && (item.kind === 'positional' || item.kind === 'keyword-only'),
    );
    if (!taken) rest.set(name, value);
  }
  return rest;
}

/** Calls a built-in with these arguments, `self` first where it is a method. */
export function callBuiltin(
  run: Interpreter,
  builtin: Builtin,
  args: readonly unknown[],
  keywords: ReadonlyMap<string, unknown> | null = null,
): unknown {
  const { owner } = builtin;
  if (owner !== null) checkSelf(builtin, args);
  const given = owner?.name === 'str' ? textArguments(builtin, args) : args;
  const values = bind(builtin, given, keywords) as readonly never[];
  switch (values.length) {
    case 0:
      return builtin.body(run);
    case 1:
      return builtin.body(run, values[0]);
    case 2:
      return builtin.body(run, values[0], values[1]);
    case 3:
      return builtin.body(run, values[0], values[1], values[2]);
    default:
      return builtin.body(run, ...values);
  }
}

/** Members of a StrEnum as the texts that they are; what is to be shown stays what it is. */
function textArguments({ name }: Builtin, args: readonly unknown[]): readonly unknown[] {
  const shows = name === '__mod__' || name === 'format';
  return args.map((each, index) => {
    if (shows && index > 0) return each;
    const isTuple = each instanceof Tuple && typeOf(each) === tupleClass;
    return isTuple ? new Tuple(each.items.map(plainText)) : plainText(each);
  });
}

function checkSelf(builtin: Builtin, args: readonly unknown[]): void {
  const { owner } = builtin;
  if (owner === null || !builtin.hasSelf) return;
  const isSlot = isSlotWrapper(builtin);
  if (args.length === 0) {
    throw new PyTypeError(
      isSlot
        ? `descriptor '${builtin.name}' of '${owner.name}' object needs an argument`
        : `unbound method ${owner.name}.${builtin.name}() needs an argument`,
    );
  }
  const [self] = args;
  if (!isOfClass(self, owner)) {
    throw new PyTypeError(
      isSlot
        ? `descriptor '${builtin.name}' requires a '${owner.messageName}' object ` +
            `but received a '${typeName(self)}'`
        : `descriptor '${builtin.name}' for '${owner.messageName}' objects ` +
            `doesn't apply to a '${typeName(self)}' object`,
    );
  }
}
