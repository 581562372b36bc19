// Module `types`: names of the interpreter's own classes, for isinstance and annotations, and
// SimpleNamespace. Source: CPython 3.14 Lib/types.py, Objects/namespaceobject.c.

import { PyTypeError } from '../../asyncio/exceptions.ts';
import type { Interpreter } from '../interpreter.ts';
import { isCallable } from '../objects/callable.ts';
import * as classes from '../objects/classes.ts';
import { builtinClass, define } from '../objects/classes.ts';
import { equal } from '../objects/compare.ts';
import { Dict } from '../objects/dict.ts';
import { tracebackClass } from '../objects/exception-methods.ts';
import { builtinAliasClass } from '../objects/generic-alias.ts';
import { nested, repr } from '../objects/repr.ts';
import { callBuiltin } from '../objects/signature.ts';
import { unionClass } from '../objects/type-of.ts';
import { BoundMethod, Builtin, Instance, notImplemented, PyModule } from '../values.ts';
import { mappingProxyClass } from './mapping-proxies.ts';

export const namespaceClass = builtinClass('SimpleNamespace', undefined, 'types');
namespaceClass.messageName = 'types.SimpleNamespace';

const initialise = new Builtin(
  '__init__(self, mapping_or_iterable=..., /, **kwargs)',
  (run: Interpreter, self: Instance, given: unknown, named: ReadonlyMap<string, unknown>) => {
    if (given !== undefined) {
      const pairs = run.call(classes.dictClass, [given]) as Dict;
      for (const { key, value } of pairs.entries()) {
        if (typeof key !== 'string') throw new PyTypeError('keywords must be strings');
        self.attributes.set(key, value);
      }
    }
    for (const [name, value] of named) self.attributes.set(name, value);
    return null;
  },
);
namespaceClass.construct = (run, cls, args, keywords) => {
  const self = new Instance(cls);
  callBuiltin(run, initialise, [self, ...args], keywords);
  return self;
};
define(namespaceClass, [
  initialise,
  new Builtin('__repr__(self, /)', (run, self: Instance) => {
    const name = self.cls === namespaceClass ? 'namespace' : self.cls.name;
    return nested(run, self, `${name}(...)`, () => {
      const parts = [...self.attributes].map(([key, value]) => `${key}=${repr(run, value)}`);
      return `${name}(${parts.join(', ')})`;
    });
  }),
  new Builtin('__eq__(self, other, /)', (run, self: Instance, other: unknown) => {
    if (!(other instanceof Instance) || !other.cls.mro.includes(namespaceClass)) {
      return notImplemented;
    }
    return equal(run, new Dict(run, self.attributes), new Dict(run, other.attributes));
  }),
]);
namespaceClass.attributes.set('__hash__', null);

classes.methodClass.signature = 'method(function, instance, /)';
const makeMethod = new Builtin(
  classes.methodClass.signature,
  (_run, callee: unknown, self: unknown) => {
    if (!isCallable(callee)) throw new PyTypeError('first argument must be callable');
    if (self === null) throw new PyTypeError('instance must not be None');
    return new BoundMethod(self, callee);
  },
);
classes.methodClass.construct = (run, _cls, args, keywords) =>
  callBuiltin(run, makeMethod, args, keywords);

/** The module; the same for every run. */
export const typesModule = new PyModule(
  'types',
  new Map<string, unknown>([
    ['SimpleNamespace', namespaceClass],
    ['FunctionType', classes.functionClass],
    ['LambdaType', classes.functionClass],
    ['MethodType', classes.methodClass],
    ['BuiltinFunctionType', classes.builtinFunctionClass],
    ['BuiltinMethodType', classes.builtinFunctionClass],
    ['MethodDescriptorType', classes.methodDescriptorClass],
    ['GeneratorType', classes.generatorClass],
    ['CoroutineType', classes.coroutineClass],
    ['AsyncGeneratorType', classes.asyncGeneratorClass],
    ['MappingProxyType', mappingProxyClass],
    ['ModuleType', classes.moduleClass],
    ['TracebackType', tracebackClass],
    ['NoneType', classes.noneClass],
    ['EllipsisType', classes.ellipsisClass],
    ['NotImplementedType', classes.notImplementedClass],
    ['GenericAlias', builtinAliasClass],
    ['UnionType', unionClass],
  ]),
);
