// `operator.itemgetter`, `attrgetter` and `methodcaller`: callables that read from what they are
// given. Source: CPython Modules/_operator.c.

import { PyTypeError } from '../../asyncio/exceptions.ts';
import type { Interpreter } from '../interpreter.ts';
import { getAttribute } from '../objects/attributes.ts';
import { builtinClass, declareType, define } from '../objects/classes.ts';
import { getItem } from '../objects/subscript.ts';
import { Builtin, type Construct, type PyClass, Tuple } from '../values.ts';

/** One of the three, with what it was made of. */
abstract class Reader {
  readonly parts: readonly unknown[];
  readonly keywords: ReadonlyMap<string, unknown>;

  constructor(parts: readonly unknown[], keywords: ReadonlyMap<string, unknown> = new Map()) {
    this.parts = parts;
    this.keywords = keywords;
  }

  abstract read(run: Interpreter, object: unknown): unknown;
}

class ItemGetter extends Reader {
  read(run: Interpreter, object: unknown): unknown {
    const items = this.parts.map((each) => getItem(run, object, each));
    return items.length === 1 ? items[0] : new Tuple(items);
  }
}

class AttributeGetter extends Reader {
  read(run: Interpreter, object: unknown): unknown {
    const values = this.parts.map((path) => {
      const names = (path as string).split('.');
      return names.reduce((value, name) => getAttribute(run, value, name), object);
    });
    return values.length === 1 ? values[0] : new Tuple(values);
  }
}

class MethodCaller extends Reader {
  read(run: Interpreter, object: unknown): unknown {
    const [name, ...args] = this.parts;
    const method = getAttribute(run, object, name as string);
    return run.call(method, args, this.keywords.size === 0 ? null : this.keywords);
  }
}

function reprOf(run: Interpreter, name: string, self: Reader): string {
  const { entered } = run.addresses;
  if (entered.has(self)) return `operator.${name}(...)`;
  entered.add(self);
  try {
    const parts = self.parts.map((each) => run.objects.repr(run, each));
    for (const [key, value] of self.keywords) parts.push(`${key}=${run.objects.repr(run, value)}`);
    return `operator.${name}(${parts.join(', ')})`;
  } finally {
    entered.delete(self);
  }
}

type JsReader = new (...args: ConstructorParameters<typeof ItemGetter>) => Reader;

function readerClass(name: string, jsClass: JsReader, construct: Construct): PyClass {
  const cls = builtinClass(name, undefined, 'operator');
  cls.messageName = `operator.${name}`;
  cls.isFinal = true;
  cls.construct = construct;
  declareType(jsClass, cls);
  const call = (
    run: Interpreter,
    self: Reader,
    args: readonly unknown[],
    keywords: ReadonlyMap<string, unknown>,
  ): unknown => {
    if (keywords.size > 0) throw new PyTypeError(`${name}() takes no keyword arguments`);
    if (args.length === 1) return self.read(run, args[0]);
    throw new PyTypeError(`${name} expected 1 argument, got ${args.length}`);
  };
  return define(cls, [
    new Builtin('__call__(self, /, *args, **keywords)', call),
    new Builtin('__repr__(self, /)', (run, self: Reader) => reprOf(run, name, self)),
  ]);
}

function checkParts(
  name: string,
  args: readonly unknown[],
  keywords: ReadonlyMap<string, unknown> | null,
): void {
  if (keywords !== null && keywords.size > 0) {
    throw new PyTypeError(`${name}() takes no keyword arguments`);
  }
  if (args.length === 0) throw new PyTypeError(`${name} expected 1 argument, got 0`);
}

export const itemGetterClass = readerClass('itemgetter', ItemGetter, (_run, _cls, args, names) => {
  checkParts('itemgetter', args, names);
  return new ItemGetter(args);
});
itemGetterClass.signature = 'itemgetter(item, /, *items)';

export const attributeGetterClass = readerClass(
  'attrgetter',
  AttributeGetter,
  (_run, _cls, args, names) => {
    checkParts('attrgetter', args, names);
    if (args.every((each) => typeof each === 'string')) return new AttributeGetter(args);
    throw new PyTypeError('attribute name must be a string');
  },
);
attributeGetterClass.signature = 'attrgetter(attr, /, *attrs)';

export const methodCallerClass = readerClass(
  'methodcaller',
  MethodCaller,
  (_run, _cls, args, keywords) => {
    if (args.length === 0) {
      throw new PyTypeError('methodcaller needs at least one argument, the method name');
    }
    if (typeof args[0] !== 'string') throw new PyTypeError('method name must be a string');
    return new MethodCaller(args, keywords ?? undefined);
  },
);
methodCallerClass.signature = 'methodcaller(name, /, *args, **kwargs)';
