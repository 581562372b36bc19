// `types.MappingProxyType`: a mapping that shows another one and cannot be changed.
// Source: CPython 3.14 Objects/descrobject.c (mappingproxy_new, mappingproxy_methods).

import { PyTypeError } from '../../asyncio/exceptions.ts';
import type { Interpreter } from '../interpreter.ts';
import { builtinClass, declareType, define } from '../objects/classes.ts';
import { equal } from '../objects/compare.ts';
import type { Int } from '../objects/integers.ts';
import { iterate } from '../objects/iteration.ts';
import { contains } from '../objects/membership.ts';
import { invoke } from '../objects/native-class.ts';
import { callBuiltin } from '../objects/signature.ts';
import { Structural } from '../objects/structural.ts';
import { typeName } from '../objects/type-of.ts';
import { Builtin, Tuple } from '../values.ts';

class MappingProxy extends Structural {
  readonly mapping: unknown;

  constructor(mapping: unknown) {
    super();
    this.mapping = mapping;
  }

  override equalTo(run: Interpreter, other: unknown): boolean {
    return equal(run, this.mapping, shownBy(other));
  }

  override hash(run: Interpreter): Int {
    return Number(invoke(run, this.mapping, '__hash__', []));
  }
}

/** The mapping behind a proxy; any other value itself. */
function shownBy(value: unknown): unknown {
  return value instanceof MappingProxy ? value.mapping : value;
}

export const mappingProxyClass = builtinClass('mappingproxy', undefined, 'types');
mappingProxyClass.isFinal = true;
declareType(MappingProxy, mappingProxyClass);
const make = new Builtin('mappingproxy(mapping, /)', (run, mapping: unknown) => {
  const isMapping =
    run.objects.isSubscriptable(mapping) &&
    !Array.isArray(mapping) &&
    !(mapping instanceof Tuple) &&
    typeof mapping !== 'string';
  if (isMapping) return new MappingProxy(mapping);
  throw new PyTypeError(`mappingproxy() argument must be a mapping, not ${typeName(mapping)}`);
});
mappingProxyClass.signature = make.signature;
mappingProxyClass.construct = (run, _cls, args, keywords) => callBuiltin(run, make, args, keywords);

/** Methods that are those of the mapping. */
const SHOWN = ['keys', 'values', 'items', 'copy', '__reversed__'];

define(mappingProxyClass, [
  ...SHOWN.map(
    (name) =>
      new Builtin(`${name}(self, /)`, (run, self: MappingProxy) =>
        invoke(run, self.mapping, name, []),
      ),
  ),
  new Builtin('get(self, key, default=None, /)', (run, self: MappingProxy, key, otherwise) =>
    invoke(run, self.mapping, 'get', [key, otherwise]),
  ),
  new Builtin('__getitem__(self, key, /)', (run, self: MappingProxy, key: unknown) =>
    run.objects.getItem(run, self.mapping, key),
  ),
  new Builtin('__contains__(self, key, /)', (run, self: MappingProxy, key: unknown) =>
    contains(run, self.mapping, key),
  ),
  new Builtin('__len__(self, /)', (run, self: MappingProxy) =>
    run.objects.length(run, self.mapping),
  ),
  new Builtin('__iter__(self, /)', (run, self: MappingProxy) => iterate(run, self.mapping)),
  new Builtin('__or__(self, value, /)', (run, self: MappingProxy, other: unknown) =>
    invoke(run, self.mapping, '__or__', [shownBy(other)]),
  ),
  new Builtin('__str__(self, /)', (run, self: MappingProxy) => run.objects.str(run, self.mapping)),
  new Builtin('__repr__(self, /)', (run, self: MappingProxy) => {
    return `mappingproxy(${run.objects.repr(run, self.mapping)})`;
  }),
]);
