// `super`: attributes looked up in the classes after one's own. Without arguments it reads the cell
// of the class around the method and the method's first parameter, out of the frame that calls it,
// as CPython's does. Source: CPython Objects/typeobject.c (super_init_without_args,
// super_getattro), 3.14's messages.

import { PyTypeError, RuntimeError } from '../../asyncio/exceptions.ts';
import type { Interpreter } from '../interpreter.ts';
import { missingAttribute } from '../objects/attributes.ts';
import { builtinClass, declareType, define } from '../objects/classes.ts';
import { bindAttribute, defineGetters, Getter } from '../objects/descriptors.ts';
import { isSubclass, typeName, typeOf } from '../objects/type-of.ts';
import { Builtin, PyClass } from '../values.ts';
import { Cell, type Frame, type Runtime } from './frame.ts';

export class Super {
  /** The class whose successors are searched. */
  readonly after: PyClass;
  /** What methods are bound to: an instance, or a class in a class method; None for neither. */
  readonly self: unknown;
  /** The class whose order of resolution counts; null where nothing is bound. */
  readonly order: PyClass | null;

  constructor(after: PyClass, self: unknown, order: PyClass | null) {
    this.after = after;
    this.self = self;
    this.order = order;
  }

  /** Throws AttributeError. */
  attribute(run: Interpreter, name: string): unknown {
    const { order } = this;
    if (order !== null && name !== '__class__') {
      for (const cls of order.mro.slice(order.mro.indexOf(this.after) + 1)) {
        const found = cls.attributes.get(name);
        if (found === undefined) continue;
        return bindAttribute(run, found, this.self === order ? undefined : this.self, order);
      }
    }
    const own = superClass.lookup(name);
    if (own === undefined) throw missingAttribute(this, name);
    return bindAttribute(run, own, this, superClass);
  }
}

const superClass = builtinClass('super');
declareType(Super, superClass);
define(superClass, [
  new Builtin('__getattribute__(self, name, /)', (run, self: Super, name: string) =>
    self.attribute(run, name),
  ),
  new Builtin('__repr__(self, /)', (_run, { after, order }: Super) => {
    const bound = order === null ? 'NULL' : `<${order.messageName} object>`;
    return `<super: <class '${after.messageName}'>, ${bound}>`;
  }),
]);
defineGetters(superClass, [
  new Getter('__thisclass__', (_run, self: Super) => self.after),
  new Getter('__self__', (_run, self: Super) => self.self),
  new Getter('__self_class__', (_run, self: Super) => self.order),
]);

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
    const isUnbound = object === undefined || object === null;
    return isUnbound ? new Super(type, null, null) : bound(type, object);
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
