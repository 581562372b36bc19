// `decimal.Context`: precision, rounding and bounds, the flags that operations set and the traps
// that raise. The current one is a context variable, so that each task has its own.
// Source: CPython 3.14 Modules/_decimal/_decimal.c (context_init, context_repr, current_context).

import { ContextVar } from '../../../asyncio/contextvars.ts';
import { AttributeError, KeyError, PyTypeError, ValueError } from '../../../asyncio/exceptions.ts';
import type { Interpreter } from '../../interpreter.ts';
import { builtinClass, declareType, define } from '../../objects/classes.ts';
import { defineGetters, Getter } from '../../objects/descriptors.ts';
import { items, iterate } from '../../objects/iteration.ts';
import { bind, LibraryFunction } from '../../objects/signature.ts';
import { truthy } from '../../objects/truth.ts';
import { isInt } from '../../objects/type-of.ts';
import type { PyClass } from '../../values.ts';
import { type Bounds, ROUNDINGS, type Rounding } from './rounding.ts';
import {
  CLAMPED,
  DIVISION_BY_ZERO,
  exceptionFor,
  FLOAT_OPERATION,
  flagsOf,
  INEXACT,
  INVALID,
  OVERFLOW,
  ROUNDED,
  SIGNALS,
  SUBNORMAL,
  UNDERFLOW,
} from './signals.ts';

const MOST = 999999;
const MAX_PRECISION = 999999999999999999n;

/** As the constants of the module begin. */
export const DEFAULT_TRAPS = INVALID | DIVISION_BY_ZERO | OVERFLOW;

export class DecimalContext implements Bounds {
  precision = 28;
  rounding: Rounding = 'ROUND_HALF_EVEN';
  minExponent = -MOST;
  maxExponent = MOST;
  capitals = 1;
  clamps = false;
  flags = 0;
  traps = DEFAULT_TRAPS;

  signal(signals: number): void {
    this.flags |= flagsOf(signals);
    const error = exceptionFor(signals, this.traps);
    if (error !== null) throw error;
  }

  copy(): DecimalContext {
    const copy = Object.assign(new DecimalContext(), this) as DecimalContext;
    copy.flags = 0;
    return copy;
  }
}

const current = new ContextVar<DecimalContext>('decimal_context');

/** The context of the running task, made where it has none. */
export function currentContext(run: Interpreter): DecimalContext {
  const known = run.contexts.valueOf(current as ContextVar);
  if (known instanceof DecimalContext) return known;
  const made = new DecimalContext();
  run.contexts.set(current as ContextVar, made);
  return made;
}

export function useContext(run: Interpreter, context: DecimalContext): void {
  run.contexts.set(current as ContextVar, context);
}

/** A context that is given, or the current one for None. */
export function contextOr(run: Interpreter, given: unknown): DecimalContext {
  if (given === null || given === undefined) return currentContext(run);
  if (given instanceof DecimalContext) return given;
  throw new PyTypeError('optional argument must be a context');
}

/** `context.flags` and `context.traps`: which signals are set. */
class Signals {
  readonly context: DecimalContext;
  readonly field: 'flags' | 'traps';

  constructor(context: DecimalContext, field: 'flags' | 'traps') {
    this.context = context;
    this.field = field;
  }

  bitOf(key: unknown): number {
    const found = SIGNALS.find(([, cls]) => cls === key);
    if (found === undefined) {
      throw new KeyError(
        'valid values for signals are:\n' +
          '  [InvalidOperation, FloatOperation, DivisionByZero,\n' +
          '   Overflow, Underflow, Subnormal, Inexact, Rounded,\n' +
          '   Clamped]',
      );
    }
    return found[0];
  }
}

const signalsClass = builtinClass('SignalDict', undefined, 'decimal');
declareType(Signals, signalsClass);
define(signalsClass, [
  new LibraryFunction('__getitem__(self, key)', (_run, self: Signals, key: unknown) => {
    return (self.context[self.field] & self.bitOf(key)) !== 0;
  }),
  new LibraryFunction('__setitem__(self, key, value)', (run, self: Signals, key, value) => {
    const bit = self.bitOf(key);
    const { context, field } = self;
    context[field] = truthy(run, value) ? context[field] | bit : context[field] & ~bit;
    return null;
  }),
  new LibraryFunction('__len__(self)', () => SIGNALS.length),
  new LibraryFunction('__iter__(self)', (run) =>
    iterate(
      run,
      SIGNALS.map(([, cls]) => cls),
    ),
  ),
  new LibraryFunction('__repr__(self)', (run, self: Signals) => {
    const shown = SIGNALS.map(([bit, cls]) => {
      const isSet = (self.context[self.field] & bit) !== 0;
      return `${run.objects.repr(run, cls)}:${isSet ? 'True' : 'False'}`;
    });
    return `{${shown.join(', ')}}`;
  }),
]);

function whole(value: unknown, name: string, least: number, most: bigint): number {
  if (!isInt(value)) throw new PyTypeError('an integer is required');
  const number = BigInt(value);
  if (number >= BigInt(least) && number <= most) return Number(number);
  const range = { prec: '[1, MAX_PREC]', Emin: '[MIN_EMIN, 0]', Emax: '[0, MAX_EMAX]' }[name];
  throw new ValueError(`valid range for ${name} is ${range ?? '[0, 1]'}`);
}

export function roundingOf(value: unknown): Rounding {
  const found = ROUNDINGS.find((each) => each === value);
  if (found !== undefined) return found;
  throw new PyTypeError(
    'valid values for rounding are:\n' +
      '  [ROUND_CEILING, ROUND_FLOOR, ROUND_UP, ROUND_DOWN,\n' +
      '   ROUND_HALF_UP, ROUND_HALF_DOWN, ROUND_HALF_EVEN,\n' +
      '   ROUND_05UP]',
  );
}

/** Signals as a list of classes, or as a mapping. */
function bitsOf(run: Interpreter, given: unknown): number {
  if (given instanceof Signals) return given.context[given.field];
  let bits = 0;
  for (const key of items(run, given)) {
    const found = SIGNALS.find(([, cls]) => cls === key);
    if (found === undefined) {
      throw new PyTypeError('values for flags or traps must be signals');
    }
    const isSet = Array.isArray(given) || truthy(run, run.objects.getItem(run, given, key));
    if (isSet) bits |= found[0];
  }
  return bits;
}

/** Sets an attribute by its name. Throws ValueError, TypeError. */
function assign(run: Interpreter, self: DecimalContext, name: string, value: unknown): void {
  switch (name) {
    case 'prec':
      self.precision = whole(value, name, 1, MAX_PRECISION);
      return;
    case 'rounding':
      self.rounding = roundingOf(value);
      return;
    case 'Emin':
      self.minExponent = whole(value, name, -Number(MAX_PRECISION), 0n);
      return;
    case 'Emax':
      self.maxExponent = whole(value, name, 0, MAX_PRECISION);
      return;
    case 'capitals':
      self.capitals = whole(value, name, 0, 1n);
      return;
    case 'clamp':
      self.clamps = whole(value, name, 0, 1n) === 1;
      return;
    default:
      self[name as 'flags' | 'traps'] = bitsOf(run, value);
  }
}

const NAMES = ['prec', 'rounding', 'Emin', 'Emax', 'capitals', 'clamp', 'flags', 'traps'] as const;

/** Sets those that are given. */
export function assignAll(run: Interpreter, self: DecimalContext, given: readonly unknown[]): void {
  NAMES.forEach((name, index) => {
    const value = given[index];
    if (value !== null && value !== undefined) assign(run, self, name, value);
  });
}

const readers: Record<(typeof NAMES)[number], (self: DecimalContext) => unknown> = {
  prec: (self) => self.precision,
  rounding: (self) => self.rounding,
  Emin: (self) => self.minExponent,
  Emax: (self) => self.maxExponent,
  capitals: (self) => self.capitals,
  clamp: (self) => Number(self.clamps),
  flags: (self) => new Signals(self, 'flags'),
  traps: (self) => new Signals(self, 'traps'),
};

/** The order in which a context shows its flags. */
const SHOWN = [
  CLAMPED,
  INVALID,
  DIVISION_BY_ZERO,
  INEXACT,
  FLOAT_OPERATION,
  OVERFLOW,
  ROUNDED,
  SUBNORMAL,
  UNDERFLOW,
].map((bit) => SIGNALS.find(([each]) => each === bit) as (typeof SIGNALS)[number]);

function contextRepr(_run: Interpreter, self: DecimalContext): string {
  const names = (bits: number): string =>
    SHOWN.filter(([bit]) => (bits & bit) !== 0)
      .map(([, cls]) => cls.name)
      .join(', ');
  return (
    `Context(prec=${self.precision}, rounding=${self.rounding}, Emin=${self.minExponent}, ` +
    `Emax=${self.maxExponent}, capitals=${self.capitals}, clamp=${Number(self.clamps)}, ` +
    `flags=[${names(self.flags)}], traps=[${names(self.traps)}])`
  );
}

export const contextClass: PyClass = builtinClass('Context', undefined, 'decimal');
contextClass.messageName = 'decimal.Context';
declareType(DecimalContext, contextClass);
const make = new LibraryFunction(
  'Context(prec=None, rounding=None, Emin=None, Emax=None, capitals=None, clamp=None, ' +
    'flags=None, traps=None)',
  (run, ...given: unknown[]) => {
    const context = new DecimalContext();
    assignAll(run, context, given);
    return context;
  },
);
contextClass.signature = make.signature;
contextClass.construct = (run, _called, args, keywords) =>
  make.body(run, ...(bind(make, args, keywords) as never[]));
define(contextClass, [
  new LibraryFunction('copy(self)', (_run, self: DecimalContext) => {
    const copy = self.copy();
    copy.flags = self.flags;
    return copy;
  }),
  new LibraryFunction('__copy__(self)', (_run, self: DecimalContext) => self.copy()),
  new LibraryFunction('clear_flags(self)', (_run, self: DecimalContext) => {
    self.flags = 0;
    return null;
  }),
  new LibraryFunction('clear_traps(self)', (_run, self: DecimalContext) => {
    self.traps = 0;
    return null;
  }),
  new LibraryFunction('Etiny(self)', (_run, self: DecimalContext) => {
    return self.minExponent - self.precision + 1;
  }),
  new LibraryFunction('Etop(self)', (_run, self: DecimalContext) => {
    return self.maxExponent - self.precision + 1;
  }),
  new LibraryFunction('__repr__(self)', contextRepr),
  new LibraryFunction(
    '__setattr__(self, name, value)',
    (run, self: DecimalContext, name, value) => {
      if (!NAMES.includes(name as never)) {
        throw new AttributeError(`'decimal.Context' object has no attribute '${String(name)}'`);
      }
      assign(run, self, String(name), value);
      return null;
    },
  ),
]);
defineGetters(
  contextClass,
  NAMES.map(
    (name) =>
      new Getter(
        name,
        (_run, self: DecimalContext) => readers[name](self),
        (run, self: DecimalContext, value) => assign(run, self, name, value),
      ),
  ),
);

/** What `localcontext` gives: a copy of a context, current within the block. */
class LocalContext {
  readonly own: DecimalContext;
  outer: DecimalContext | null = null;

  constructor(own: DecimalContext) {
    this.own = own;
  }
}
const localContextClass = builtinClass('ContextManager', undefined, 'decimal');
declareType(LocalContext, localContextClass);
define(localContextClass, [
  new LibraryFunction('__enter__(self)', (run, self: LocalContext) => {
    self.outer = currentContext(run);
    useContext(run, self.own);
    return self.own;
  }),
  new LibraryFunction('__exit__(self, t, v, tb)', (run, self: LocalContext) => {
    if (self.outer !== null) useContext(run, self.outer);
    return false;
  }),
]);

/** The functions of the module that are about contexts. */
export const contextFunctions: readonly LibraryFunction[] = [
  new LibraryFunction('getcontext()', currentContext),
  new LibraryFunction('setcontext(context, /)', (run, context: unknown) => {
    if (!(context instanceof DecimalContext))
      throw new PyTypeError('optional argument must be a context');
    useContext(run, context);
    return null;
  }),
  new LibraryFunction(
    'localcontext(ctx=None, *, prec=None, rounding=None, Emin=None, Emax=None, capitals=None, ' +
      'clamp=None, flags=None, traps=None)',
    (run, given: unknown, ...changes: unknown[]) => {
      const context = contextOr(run, given);
      const own = context.copy();
      own.flags = context.flags;
      assignAll(run, own, changes);
      return new LocalContext(own);
    },
  ),
];
