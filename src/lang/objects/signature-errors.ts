// What is wrong with a call of a built-in, in CPython's words. C functions have three ways to say
// it (no argument or one; positional only; with keywords), Python functions a fourth.
// Source: CPython Python/getargs.c, Objects/descrobject.c (method_check_args), Python/ceval.c
// (missing_arguments, too_many_positional), 3.14's wording.

import { PyTypeError } from '../../asyncio/exceptions.ts';
import type { Builtin } from '../values.ts';
import { isSlotWrapper } from './descriptors.ts';
import { type BuiltinParameter, LibraryFunction, type Signature } from './signature-text.ts';
import { typeName, typeOf } from './type-of.ts';

type Keywords = ReadonlyMap<string, unknown> | null;

/**
 * Throws the TypeError of a wrong call; returns where the call is right. `args` include `self`
 * where the built-in is a method.
 */
export function checkCall(
  builtin: Builtin,
  signature: Signature,
  args: readonly unknown[],
  keywords: Keywords,
): void {
  // A class method gets its class.
  const getsClass = builtin.owner !== null && signature.parameters[0]?.name === 'cls';
  const skip = signature.hasSelf || getsClass ? 1 : 0;
  const positional = signature.positional.slice(skip);
  const call: Call = {
    builtin,
    signature,
    positional,
    required: positional.filter(({ required }) => required).length,
    given: args.length - skip,
    args,
    keywords,
  };
  if (builtin instanceof LibraryFunction) {
    checkLibraryCall(call);
  } else if (
    positional.every(({ kind }) => kind === 'positional-only') &&
    signature.keywordOnly.length === 0
  ) {
    checkPositionalOnly(call);
  } else if (!checkOddOnes(call)) {
    checkWithKeywords(call);
  }
}

/** Whether its class has a way to be walked, which may still fail. */
function isWalked(value: unknown): boolean {
  const cls = typeOf(value);
  return (cls.lookup('__iter__') ?? cls.lookup('__getitem__') ?? null) !== null;
}

/** Those that check their arguments by hand in CPython; true where nothing is left to check. */
function checkOddOnes({ builtin, given, args, keywords }: Call): boolean {
  if (builtin.owner === null && (builtin.name === 'min' || builtin.name === 'max')) {
    if (given > 0) return false;
    throw new PyTypeError(`${builtin.name} expected at least 1 argument, got 0`);
  }
  if (builtin.name === 'sorted') {
    if (given !== 1) throw new PyTypeError(`sorted expected 1 argument, got ${given}`);
    // The list is made before its method sort is called, which knows the keywords.
    if (!isWalked(args[0])) throw new PyTypeError(`'${typeName(args[0])}' object is not iterable`);
    const names = [...(keywords?.keys() ?? [])];
    if (names.length > 2) throw tooManyKeywords('sort', 2, names.length);
    for (const name of names) {
      if (name !== 'key' && name !== 'reverse') {
        throw new PyTypeError(`sort() got an unexpected keyword argument '${name}'`);
      }
    }
    return true;
  }
  if (builtin.name !== 'enumerate') return false;
  checkEnumerate(given, [...(keywords?.keys() ?? [])]);
  return false;
}

/** Source: enumerate_vectorcall. */
function checkEnumerate(given: number, names: readonly string[]): void {
  const count = given + names.length;
  if (given === 0 && (count === 0 || count > 2)) {
    throw new PyTypeError("enumerate() missing required argument 'iterable'");
  }
  if (count > 2) throw new PyTypeError(`enumerate() takes at most 2 arguments (${count} given)`);
  const known = count === 1 ? ['iterable'] : ['iterable', 'start'];
  for (const name of names) {
    if (!known.includes(name)) {
      throw new PyTypeError(`'${name}' is an invalid keyword argument for enumerate()`);
    }
  }
}

interface Call {
  readonly builtin: Builtin;
  readonly signature: Signature;
  /** Without `self`. */
  readonly positional: readonly BuiltinParameter[];
  readonly required: number;
  readonly given: number;
  /** As they were given, `self` included. */
  readonly args: readonly unknown[];
  readonly keywords: Keywords;
}

/** `list.append` for methods, the bare name for functions and classes. */
function qualified({ builtin }: Call): string {
  const place = builtin.owner?.name ?? builtin.moduleName;
  return place === null ? builtin.name : `${place}.${builtin.name}`;
}

function plural(count: number): string {
  return count === 1 ? '' : 's';
}

/** A built-in that is called through its class has no single-argument calling convention. */
function isConstructor({ builtin }: Call): boolean {
  return builtin.constructs;
}

function checkPositionalOnly(call: Call): void {
  const { signature, given, keywords, positional, required } = call;
  const isSlot = isSlotWrapper(call.builtin);
  const { name } = signature;
  if (keywords !== null && keywords.size > 0 && !signature.keywordRest) {
    const title = isSlot ? `wrapper ${name}` : qualified(call);
    throw new PyTypeError(`${title}() takes no keyword arguments`);
  }
  const most = positional.length;
  if (given >= required && (given <= most || signature.rest)) return;
  if (!isSlot && !signature.rest && !signature.keywordRest && !isConstructor(call)) {
    if (most === 0) {
      throw new PyTypeError(`${qualified(call)}() takes no arguments (${given} given)`);
    }
    if (most === 1 && required === 1) {
      throw new PyTypeError(`${qualified(call)}() takes exactly one argument (${given} given)`);
    }
  }
  const exact = required === most && !signature.rest;
  if (isSlot && most > 0 && !exact) {
    throw new PyTypeError(`expected ${required} or ${most} arguments, got ${given}`);
  }
  const bound = given < required ? required : most;
  const quality = exact ? '' : given < required ? 'at least ' : 'at most ';
  const title = isSlot && most < 2 ? '' : `${name} `;
  throw new PyTypeError(
    `${title}expected ${quality}${bound} argument${plural(bound)}, got ${given}`,
  );
}

function tooManyKeywords(name: string, most: number, given: number): PyTypeError {
  return new PyTypeError(
    `${name}() takes at most ${most} keyword argument${plural(most)} (${given} given)`,
  );
}

function checkWithKeywords(call: Call): void {
  const { signature, given, keywords, positional } = call;
  const { name } = signature;
  const most = positional.length;
  const hasKeywords = keywords !== null && keywords.size > 0;
  if (call.builtin.constructs && given > most && !signature.rest && !hasKeywords) {
    throw new PyTypeError(`${name} expected at most ${most} argument${plural(most)}, got ${given}`);
  }
  const named = keywords?.size ?? 0;
  const count = signature.keywordOnly.length;
  // What print is given by name is looked at one by one, and never counted.
  if (signature.rest && !signature.keywordRest && named > count && name !== 'print') {
    throw tooManyKeywords(name, count, named);
  }
  const all = most + signature.keywordOnly.length;
  if (!signature.rest && !signature.keywordRest && given + named > all) {
    const exact = call.required === all;
    if (given === 0 && !exact) throw tooManyKeywords(name, all, named);
    throw new PyTypeError(
      `${name}() takes ${exact ? 'exactly' : 'at most'} ${all} ` +
        `argument${plural(all)} (${given + named} given)`,
    );
  }
  const only = positional.filter(({ kind }) => kind === 'positional-only');
  const least = only.filter(({ required }) => required).length;
  if (given < least) {
    throw new PyTypeError(
      `${name}() takes ${least === most ? 'exactly' : 'at least'} ${least} positional ` +
        `argument${plural(least)} (${given} given)`,
    );
  }
  if (!signature.rest && given > most) {
    const quality = call.required === most ? 'exactly' : 'at most';
    throw new PyTypeError(
      most === 0
        ? `${name}() takes no positional arguments`
        : `${name}() takes ${quality} ${most} positional argument${plural(most)} (${given} given)`,
    );
  }
  for (const [i, item] of positional.entries()) {
    if (i >= given && item.required && keywords?.has(item.name) !== true) {
      throw new PyTypeError(`${name}() missing required argument '${item.name}' (pos ${i + 1})`);
    }
    if (i < given && item.kind === 'positional' && keywords?.has(item.name) === true) {
      throw new PyTypeError(
        `argument for ${name}() given by name ('${item.name}') and position (${i + 1})`,
      );
    }
  }
  checkKeywordNames(call, name);
}

function checkKeywordNames({ signature, keywords, positional }: Call, name: string): void {
  if (keywords === null || signature.keywordRest) return;
  const names = new Set(
    [...positional.filter(({ kind }) => kind === 'positional'), ...signature.keywordOnly].map(
      (item) => item.name,
    ),
  );
  for (const keyword of keywords.keys()) {
    if (!names.has(keyword)) {
      throw new PyTypeError(`${name}() got an unexpected keyword argument '${keyword}'`);
    }
  }
}

function checkLibraryCall(call: Call): void {
  const { signature, keywords, positional, given } = call;
  const name = qualified(call);
  const skip = signature.hasSelf ? 1 : 0;
  for (const [i, item] of positional.entries()) {
    if (i < given && item.kind === 'positional' && keywords?.has(item.name) === true) {
      throw new PyTypeError(`${name}() got multiple values for argument '${item.name}'`);
    }
  }
  checkKeywordNames(call, name);
  if (!signature.rest && given > positional.length) {
    const most = positional.length + skip;
    const least = call.required + skip;
    const takes = least === most ? `${most}` : `from ${least} to ${most}`;
    const total = given + skip;
    throw new PyTypeError(
      `${name}() takes ${takes} positional argument${takes === '1' ? '' : 's'} ` +
        `but ${total} ${total === 1 ? 'was' : 'were'} given`,
    );
  }
  const missing = positional.filter(
    (item, i) => i >= given && item.required && keywords?.has(item.name) !== true,
  );
  reportMissing(name, 'positional', missing);
  const absent = signature.keywordOnly.filter(
    (item) => item.required && keywords?.has(item.name) !== true,
  );
  reportMissing(name, 'keyword-only', absent);
}

function reportMissing(name: string, kind: string, missing: readonly BuiltinParameter[]): void {
  if (missing.length === 0) return;
  throw new PyTypeError(
    `${name}() missing ${missing.length} required ${kind} ` +
      `argument${plural(missing.length)}: ${listNames(missing.map((item) => item.name))}`,
  );
}

/** `'a'`, `'a' and 'b'`, `'a', 'b', and 'c'`. */
export function listNames(names: readonly string[]): string {
  const quoted = names.map((name) => `'${name}'`);
  if (quoted.length < 3) return quoted.join(' and ');
  return `${quoted.slice(0, -1).join(', ')}, and ${quoted[quoted.length - 1]}`;
}
