// Module `contextvars`: the classes ContextVar, Token and Context, and copy_context(). None of them
// can be derived from. `ctx.run(asyncio.run, main())` works at the module's top level; a function
// that runs a loop cannot be called through `run`.
// Source: CPython 3.14 Python/context.c, Modules/_contextvarsmodule.c.

import { Context, ContextVar, Token } from '../../asyncio/contextvars.ts';
import { KeyError, PyTypeError, RuntimeError } from '../../asyncio/exceptions.ts';
import type { Interpreter } from '../interpreter.ts';
import { Suspension } from '../machine/suspension.ts';
import { builtinClass, declareType, define } from '../objects/classes.ts';
import { defineGetters, Getter } from '../objects/descriptors.ts';
import { iteratorClass, PyIterator, STOP } from '../objects/iterator.ts';
import { callBuiltin } from '../objects/signature.ts';
import { Builtin, type PyClass, PyModule, Tuple } from '../values.ts';

/** A class that messages call by its module, too, and that nothing can derive from. */
function finalClass(name: string, module: string): PyClass {
  const cls = builtinClass(name, undefined, module);
  cls.messageName = `${module}.${name}`;
  cls.isFinal = true;
  return cls;
}

export const contextVarClass = finalClass('ContextVar', '_contextvars');
export const tokenClass = finalClass('Token', '_contextvars');
export const contextClass = finalClass('Context', '_contextvars');
declareType(ContextVar, contextVarClass);
declareType(Token, tokenClass);
declareType(Context, contextClass);

/** `Token.MISSING`. */
class Missing {}
const missing = new Missing();
const missingClass = finalClass('Token.MISSING', 'builtins');
declareType(Missing, missingClass);

function reprOf(run: Interpreter): (value: unknown) => string {
  return (value) => run.objects.repr(run, value);
}

contextVarClass.signature = 'ContextVar(name, /, *, default=...)';
contextVarClass.construct = (_run, _cls, args, keywords) => {
  const count = args.length + (keywords?.size ?? 0);
  if (count > 2) throw new PyTypeError(`ContextVar() takes at most 2 arguments (${count} given)`);
  if (args.length !== 1) {
    const many = args.length === 0 ? 'exactly' : 'at most';
    throw new PyTypeError(
      `ContextVar() takes ${many} 1 positional argument (${args.length} given)`,
    );
  }
  const [name] = args;
  for (const given of keywords?.keys() ?? []) {
    if (given === 'default') continue;
    throw new PyTypeError(`ContextVar() got an unexpected keyword argument '${given}'`);
  }
  if (typeof name !== 'string') throw new PyTypeError('context variable name must be a str');
  return new ContextVar(name, { default: keywords?.get('default') });
};

/** `ContextVar[int]` is only ever an annotation: the class itself will do. */
function generic(): Builtin {
  return new Builtin('__class_getitem__(cls, item, /)', (_run, cls: unknown) => cls);
}

function varRepr(run: Interpreter, self: ContextVar): string {
  const { name, default: value } = self;
  const shown = value === undefined ? '' : ` default=${run.objects.repr(run, value)}`;
  const quoted = run.objects.repr(run, name);
  return `<ContextVar name=${quoted}${shown} at ${run.addresses.text(self)}>`;
}

define(contextVarClass, [
  new Builtin('get(self, default=..., /)', (run, self: ContextVar, fallback: unknown) => {
    const value = run.contexts.valueOf(self);
    return value === undefined ? self.missing(fallback) : value;
  }),
  new Builtin('set(self, value, /)', (run, self: ContextVar, value: unknown) =>
    run.contexts.set(self, value),
  ),
  new Builtin('reset(self, token, /)', (run, self: ContextVar, token: unknown) => {
    if (!(token instanceof Token)) {
      const shown = run.objects.repr(run, token);
      throw new PyTypeError(`expected an instance of Token, got ${shown}`);
    }
    run.contexts.reset(self, token, reprOf(run));
    return null;
  }),
  new Builtin('__repr__(self, /)', varRepr),
]);
contextVarClass.attributes.set('__class_getitem__', generic());
defineGetters(contextVarClass, [new Getter('name', (_run, self: ContextVar) => self.name)]);

tokenClass.construct = () => {
  throw new RuntimeError('Tokens can only be created by ContextVars');
};
define(tokenClass, [
  new Builtin('__enter__(self, /)', (_run, self: Token) => self),
  new Builtin('__exit__(self, type, value, traceback, /)', (run, self: Token) => {
    run.contexts.reset(self.var, self, reprOf(run));
    return null;
  }),
  new Builtin('__repr__(self, /)', (run, self: Token) => {
    const used = self.used ? ' used' : '';
    return `<Token${used} var=${varRepr(run, self.var)} at ${run.addresses.text(self)}>`;
  }),
]);
tokenClass.attributes.set('__class_getitem__', generic());
tokenClass.attributes.set('__hash__', null);
tokenClass.attributes.set('MISSING', missing);
defineGetters(tokenClass, [
  new Getter('var', (_run, self: Token) => self.var),
  new Getter('old_value', (_run, { oldValue }: Token) =>
    oldValue === Token.MISSING ? missing : oldValue,
  ),
]);
define(missingClass, [new Builtin('__repr__(self, /)', () => '<Token.MISSING>')]);

/** `ctx.keys()` and its like: an iterator over what the context holds now. */
abstract class ContextIterator extends PyIterator {
  readonly context: Context;
  readonly #items: Iterator<unknown>;

  constructor(context: Context, items: readonly unknown[]) {
    super();
    this.context = context;
    this.#items = items[Symbol.iterator]();
  }

  next(): unknown {
    const { done, value } = this.#items.next();
    return done === true ? STOP : value;
  }
}
class ContextKeys extends ContextIterator {}
class ContextValues extends ContextIterator {}
class ContextItems extends ContextIterator {}
for (const [name, each] of [
  ['keys', ContextKeys],
  ['values', ContextValues],
  ['items', ContextItems],
] as const) {
  const cls = iteratorClass(name);
  const size = (_run: Interpreter, self: ContextIterator): number => self.context.size;
  cls.attributes.set('__len__', new Builtin('__len__(self, /)', size));
  declareType(each, cls);
}

function keyOf(run: Interpreter, key: unknown): ContextVar {
  if (key instanceof ContextVar) return key;
  throw new PyTypeError(`a ContextVar key was expected, got ${run.objects.repr(run, key)}`);
}

/** What is run by `ctx.run`; loops are driven with the context as the module's own. */
function runIn(
  run: Interpreter,
  self: Context,
  args: readonly unknown[],
  keywords: ReadonlyMap<string, unknown>,
): unknown {
  if (args.length === 0) throw new PyTypeError('run() missing 1 required positional argument');
  const [callee, ...given] = args;
  // A built-in may ask for a loop to be driven, which nothing else can from here.
  const call = (): unknown =>
    callee instanceof Builtin
      ? callBuiltin(run, callee, given, keywords)
      : run.call(callee, given, keywords);
  const result = run.contexts.run(self, call, reprOf(run));
  if (!(result instanceof Suspension)) return result;
  return new Suspension(run.contexts.runSteps(self, result.steps), result.givesResult);
}

contextClass.signature = 'Context()';
contextClass.construct = (_run, _cls, args, keywords) => {
  if (args.length === 0 && (keywords?.size ?? 0) === 0) return new Context();
  throw new PyTypeError('Context() does not accept any arguments');
};
define(contextClass, [
  new Builtin('run(self, *args, **kwargs)', runIn),
  new Builtin('copy(self, /)', (_run, self: Context) => self.copy()),
  new Builtin('get(self, key, default=None, /)', (run, self: Context, key, fallback: unknown) => {
    const value = self.get(keyOf(run, key));
    return value === undefined ? fallback : value;
  }),
  new Builtin('keys(self, /)', (_run, self: Context) => new ContextKeys(self, self.keys())),
  new Builtin('values(self, /)', (_run, self: Context) => new ContextValues(self, self.values())),
  new Builtin('items(self, /)', (_run, self: Context) => {
    const pairs = self.keys().map((key) => new Tuple([key, self.get(key)]));
    return new ContextItems(self, pairs);
  }),
  new Builtin('__getitem__(self, key, /)', (run, self: Context, key: unknown) => {
    const value = self.get(keyOf(run, key));
    if (value === undefined) throw new KeyError(key);
    return value;
  }),
  new Builtin('__contains__(self, key, /)', (run, self: Context, key: unknown) =>
    self.has(keyOf(run, key)),
  ),
  new Builtin('__iter__(self, /)', (_run, self: Context) => new ContextKeys(self, self.keys())),
  new Builtin('__len__(self, /)', (_run, self: Context) => self.size),
]);
contextClass.attributes.set('__hash__', null);

/** The module; the same for every run. */
export const contextvarsModule = new PyModule(
  'contextvars',
  new Map<string, unknown>([
    ['Context', contextClass],
    ['ContextVar', contextVarClass],
    ['Token', tokenClass],
    ['copy_context', new Builtin('copy_context()', (run) => run.contexts.copy())],
  ]),
);
