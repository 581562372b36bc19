// `super`: attributes looked up in the classes after one's own. Without arguments it reads the cell
// of the class around the method and the method's first parameter, out of the frame that calls it,
// as CPython's does. Source: CPython Objects/typeobject.c (super_init_without_args,
// super_getattro), 3.14's messages.

import { PyTypeError, RuntimeError } from '../../asyncio/exceptions.ts';
import type { Interpreter } from '../interpreter.ts';
import { missingAttribute } from '../objects/attributes.ts';
import { declareType } from '../objects/classes.ts';
import { bindAttribute } from '../objects/descriptors.ts';
import { isSubclass, typeName, typeOf } from '../objects/type-of.ts';
import { Builtin, PyClass } from '../values.ts';
import { Cell, type Frame, type Runtime } from './frame.ts';

export class Super {
  /** The class whose successors are searched. */
  readonly after: PyClass;
  /** What methods are bound to: an instance, or a class in a class method. */
  readonly self: unknown;
  /** The class whose order of resolution counts. */
  readonly order: PyClass;

  constructor(after: PyClass, self: unknown, order: PyClass) {
    this.after = after;
    this.self = self;
    this.order = order;
  }

  /** Throws AttributeError. */
  attribute(run: Interpreter, name: string): unknown {
    const { mro } = this.order;
    const isUnbound = this.self === null;
    for (const cls of isUnbound ? [] : mro.slice(mro.indexOf(this.after) + 1)) {
      const found = cls.attributes.get(name);
      if (found === undefined) continue;
      const isOfClass = this.self === this.order;
      return bindAttribute(run, found, isOfClass ? undefined : this.self, this.order);
    }
    if (name === '__class__') return superClass;
    throw missingAttribute(this, name);
  }
}

const superClass = new PyClass('super', [], (self) => [self]);
declareType(Super, superClass);
superClass.attributes.set(
  '__getattribute__',
  new Builtin('__getattribute__(self, name, /)', (run, self: Super, name: string) =>
    self.attribute(run, name),
  ),
);

/** The built-in `super`. */
export const superBuiltin = new Builtin(
  'super(*args)',
  (run: Interpreter, args: readonly unknown[]) => {
    if (args.length > 2) {
      throw new PyTypeError(`super() expected at most 2 arguments, got ${args.length}`);
    }
    const [type, object] = args;
    const machine = run as Runtime;
    if (type === undefined) return implicitSuper(machine.top);
    if (!(type instanceof PyClass)) {
      throw new PyTypeError(`super() argument 1 must be a type, not ${typeName(type)}`);
    }
    return bound(type, object ?? null);
  },
);

function implicitSuper(frame: Frame | null): Super {
  if (frame === null) throw new RuntimeError('super(): no current frame');
  const { code, slots } = frame;
  if (code.parameters.positional === 0 && code.parameters.restSlot < 0) {
    throw new RuntimeError('super(): no arguments');
  }
  const first = slots[0] instanceof Cell ? slots[0].value : slots[0];
  if (first === undefined) throw new RuntimeError('super(): arg[0] deleted');
  const cell = slots[code.slotNames.indexOf('__class__')];
  if (!(cell instanceof Cell)) throw new RuntimeError('super(): __class__ cell not found');
  if (!(cell.value instanceof PyClass)) throw new RuntimeError('super(): empty __class__ cell');
  return bound(cell.value, first);
}

/** Source: supercheck. */
function bound(cls: PyClass, object: unknown): Super {
  if (object === null) return new Super(cls, null, cls);
  if (object instanceof PyClass && isSubclass(object, cls)) return new Super(cls, object, object);
  const type = typeOf(object);
  if (isSubclass(type, cls)) return new Super(cls, object, type);
  throw new PyTypeError(
    'super(type, obj): obj (instance of ' +
      `${type.name}) is not an instance or subtype of type (${cls.name}).`,
  );
}
