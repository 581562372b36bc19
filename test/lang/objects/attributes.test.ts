import { describe, expect, test } from 'vitest';
import { AttributeError, ValueError } from '../../../src/asyncio/exceptions.ts';
import {
  deleteAttribute,
  getAttribute,
  getAttributeOr,
  getMethod,
  setAttribute,
} from '../../../src/lang/objects/attributes.ts';
import { ClassMethod, Property, StaticMethod } from '../../../src/lang/objects/descriptors.ts';
import { exceptionClass } from '../../../src/lang/objects/exception-classes.ts';
import { addSlots } from '../../../src/lang/objects/slots.ts';
import { Builtin, Instance, type PyClass, PyModule, Tuple } from '../../../src/lang/values.ts';
import { plainInterpreter, programClass, shown } from './plain-interpreter.ts';

const run = plainInterpreter();

const point = programClass('Point', {
  norm: (_run, self: Instance) => self.attributes.get('x'),
});

function pointAt(x: number): Instance {
  const instance = new Instance(point);
  instance.attributes.set('x', x);
  return instance;
}

describe('reading', () => {
  test('an instance comes before its class, unless the class holds a property', () => {
    const cls = programClass('A', { f: () => 'method' });
    const getter = new Builtin('x(self)', () => 'property');
    cls.attributes.set('x', new Property(getter, null, null, null));
    const a = new Instance(cls);
    a.attributes.set('f', 'own');
    a.attributes.set('x', 'own');
    expect(getAttribute(run, a, 'f')).toBe('own');
    expect(getAttribute(run, a, 'x')).toBe('property');
  });
  test('a method is bound to its object', () => {
    const bound = getAttribute(run, pointAt(3), 'norm');
    expect(run.call(bound, [])).toBe(3);
  });
  test('class and static methods are bound to the class and to nothing', () => {
    const cls = programClass('A', {});
    const echo = new Builtin('echo(*args)', (_run, args: unknown[]) => args);
    cls.attributes.set('c', new ClassMethod(echo));
    cls.attributes.set('s', new StaticMethod(echo));
    expect(run.call(getAttribute(run, new Instance(cls), 'c'), [1])).toEqual([cls, 1]);
    expect(run.call(getAttribute(run, cls, 'c'), [1])).toEqual([cls, 1]);
    expect(run.call(getAttribute(run, new Instance(cls), 's'), [1])).toEqual([1]);
  });
  test('__getattr__ is asked last', () => {
    const cls = programClass('A', { __getattr__: (_run, _self: unknown, name: string) => name });
    expect(getAttribute(run, new Instance(cls), 'anything')).toBe('anything');
  });
  test('what is missing is said in the words of 3.14', () => {
    const missing = (value: unknown): string => shown(run, () => getAttribute(run, value, 'foo'));
    expect(missing([])).toBe("AttributeError: 'list' object has no attribute 'foo'");
    expect(missing(null)).toBe("AttributeError: 'NoneType' object has no attribute 'foo'");
    expect(missing(point)).toBe("AttributeError: type object 'Point' has no attribute 'foo'");
    expect(missing(pointAt(1))).toBe("AttributeError: 'Point' object has no attribute 'foo'");
    expect(missing(new PyModule('math', new Map()))).toBe(
      "AttributeError: module 'math' has no attribute 'foo'",
    );
  });
  test('an AttributeError counts as absent, other exceptions do not', () => {
    const failing = programClass('A', {
      __getattr__: (_run, _self: unknown, name: string) => {
        throw name === 'gone' ? new AttributeError('gone') : new ValueError('broken');
      },
    });
    expect(getAttributeOr(run, new Instance(failing), 'gone')).toBe(undefined);
    expect(shown(run, () => getAttributeOr(run, new Instance(failing), 'x'))).toBe(
      'ValueError: broken',
    );
  });
});

describe('methods without binding', () => {
  test('are found on the class and hidden by the instance', () => {
    const p = pointAt(1);
    expect(getMethod(p, 'norm')).toBe(point.attributes.get('norm'));
    expect(getMethod(p, 'x')).toBe(undefined);
    p.attributes.set('norm', 5);
    expect(getMethod(p, 'norm')).toBe(undefined);
    expect(getMethod([], 'append')).toBe(getMethod([1], 'append'));
  });
});

describe('writing and deleting', () => {
  test('an instance takes any name and gives it up again', () => {
    const p = pointAt(1);
    setAttribute(run, p, 'y', 2);
    expect(getAttribute(run, p, 'y')).toBe(2);
    deleteAttribute(run, p, 'y');
    expect(shown(run, () => deleteAttribute(run, p, 'y'))).toBe(
      "AttributeError: 'Point' object has no attribute 'y'",
    );
  });
  test('__setattr__ of the program decides', () => {
    const names: string[] = [];
    const cls = programClass('A', {
      __setattr__: (_run, _self: unknown, name: string) => {
        names.push(name);
        return null;
      },
    });
    const a = new Instance(cls);
    setAttribute(run, a, 'x', 1);
    expect(names).toEqual(['x']);
    expect(a.attributes.size).toBe(0);
  });
  test('an exception has a __dict__ from its first attribute on', () => {
    const error = new ValueError('a');
    setAttribute(run, error, 'detail', 7);
    expect(getAttribute(run, error, 'detail')).toBe(7);
  });
  test('built-in values and classes take none', () => {
    const set = (value: unknown, name: string): string =>
      shown(run, () => setAttribute(run, value, name, 1));
    expect(set(5, 'foo')).toBe(
      "AttributeError: 'int' object has no attribute 'foo'" +
        ' and no __dict__ for setting new attributes',
    );
    expect(set([], 'append')).toBe("AttributeError: 'list' object attribute 'append' is read-only");
    expect(set(exceptionClass, 'foo')).toBe(
      "TypeError: cannot set 'foo' attribute of immutable type 'Exception'",
    );
  });
  test('__slots__ says which names an instance may have', () => {
    const slotted = programClass('Slotted', {});
    slotted.attributes.set('__slots__', new Tuple(['x']));
    addSlots(run, slotted);
    const open = programClass('Open', {}, [slotted]);
    const set = (cls: PyClass, name: string): string =>
      shown(run, () => setAttribute(run, new Instance(cls), name, 1));
    expect(set(slotted, 'x')).toBe('undefined');
    expect(set(slotted, 'y')).toBe(
      "AttributeError: 'Slotted' object has no attribute 'y'" +
        ' and no __dict__ for setting new attributes',
    );
    expect(set(open, 'y')).toBe('undefined');
  });
  test('a property without a setter refuses', () => {
    const cls = programClass('A', {});
    const property = new Property(new Builtin('x(self)', () => 1), null, null, null);
    cls.attributes.set('x', property);
    expect(shown(run, () => setAttribute(run, new Instance(cls), 'x', 5))).toBe(
      "AttributeError: property 'x' of 'A' object has no setter",
    );
    expect(shown(run, () => deleteAttribute(run, new Instance(cls), 'x'))).toBe(
      "AttributeError: property 'x' of 'A' object has no deleter",
    );
  });
});
