// Module `typing`: names for annotations, which are not evaluated, and what programs do with them
// outside of annotations: aliases that can be printed, `cast`, `TypeVar`, `NewType`, bases such as
// Generic, Protocol and TypedDict. What asks annotations (get_type_hints) is
// refused.
// Source: CPython Lib/typing.py.

import { NotImplementedError, PyTypeError } from '../../asyncio/exceptions.ts';
import type { Interpreter } from '../interpreter.ts';
import * as classes from '../objects/classes.ts';
import { builtinClass, declareType, define, objectClass } from '../objects/classes.ts';
import { compareStrings } from '../objects/compare.ts';
import { defineGetters, Getter } from '../objects/descriptors.ts';
import { GenericAlias, SpecialForm, specialFormClass, unionOf } from '../objects/generic-alias.ts';
import { LibraryFunction } from '../objects/signature.ts';
import { typeOf } from '../objects/type-of.ts';
import {
  genericClass,
  paramSpecClass,
  protocolClass,
  typeAliasClass,
  typeVarClass,
  typeVarTupleClass,
} from '../objects/type-parameters.ts';
import { Builtin, Instance, PyClass, PyModule, Tuple } from '../values.ts';
import { namedTupleClass } from './named-tuples.ts';
import { queries } from './typing-queries.ts';

function partsOf(index: unknown): readonly unknown[] {
  return index instanceof Tuple ? index.items : [index];
}

define(specialFormClass, [
  new Builtin('__getitem__(self, index, /)', (_run, self: SpecialForm, index: unknown) => {
    if (self.name === 'Union') return unionOf(partsOf(index));
    if (self.name === 'Optional')
      return index === null ? classes.noneClass : unionOf([index, null]);
    if (NOT_GENERIC.has(self.name)) {
      const kind = self.name === 'Any' ? "type 'Any'" : `typing.${self.name}`;
      throw new PyTypeError(`${kind} is not subscriptable`);
    }
    return new GenericAlias(self, partsOf(index));
  }),
]);
const NOT_GENERIC = new Set(['Any', 'NoReturn', 'Never', 'Self', 'LiteralString', 'AnyStr']);

const plainForms =
  'Any Optional Union Callable Literal Final ClassVar Annotated NoReturn Never Self Concatenate ' +
  'TypeAlias TypeGuard TypeIs Required NotRequired ReadOnly Unpack LiteralString Awaitable ' +
  'Coroutine AsyncIterable AsyncIterator AsyncGenerator AsyncContextManager ContextManager ' +
  'Iterable Iterator Generator Collection Container Sequence MutableSequence Mapping ' +
  'MutableMapping AbstractSet MutableSet Hashable Sized Reversible Deque DefaultDict ' +
  'OrderedDict Counter ChainMap KeysView ValuesView ItemsView Pattern Match IO TextIO';

const formsOfClasses: readonly (readonly [string, PyClass])[] = [
  ['List', classes.listClass],
  ['Dict', classes.dictClass],
  ['Set', classes.setClass],
  ['FrozenSet', classes.frozensetClass],
  ['Tuple', classes.tupleClass],
  ['Type', classes.typeClass],
];

const forms = new Map<string, SpecialForm>([
  ...plainForms.split(' ').map((name) => [name, new SpecialForm(name)] as const),
  ...formsOfClasses.map(([name, cls]) => [name, new SpecialForm(name, cls)] as const),
]);

/** `NewType('UserId', int)`: gives what it is called with. */
class NewType {
  readonly name: unknown;
  readonly type: unknown;

  constructor(name: unknown, type: unknown) {
    this.name = name;
    this.type = type;
  }
}
const newTypeClass = builtinClass('NewType', undefined, 'typing');
declareType(NewType, newTypeClass);
newTypeClass.signature = 'NewType(name, tp)';
newTypeClass.construct = (_run, _cls, args) => {
  if (args.length === 2) return new NewType(args[0], args[1]);
  throw new PyTypeError("NewType.__init__() missing 1 required positional argument: 'tp'");
};
define(newTypeClass, [
  new Builtin('__call__(self, value, /)', (_run, _self: unknown, value: unknown) => value),
  new Builtin('__repr__(self, /)', (run, self: NewType) => {
    return `__main__.${run.objects.str(run, self.name)}`;
  }),
]);
defineGetters(newTypeClass, [
  new Getter('__name__', (_run, self: NewType) => self.name),
  new Getter('__supertype__', (_run, self: NewType) => self.type),
]);

/** A class that names `Protocol` among its bases cannot be instantiated. */
protocolClass.adopt = (_run, cls) => {
  if (!cls.bases.includes(protocolClass)) return;
  cls.attributes.set(IS_PROTOCOL, true);
  cls.accepts = () => {
    throw new PyTypeError(
      'Instance and class checks can only be used with @runtime_checkable protocols',
    );
  };
};
const IS_PROTOCOL = '_is_protocol';
const newInstance = objectClass.construct;
protocolClass.construct = (run, cls, args, keywords) => {
  if (cls === protocolClass || cls.attributes.get(IS_PROTOCOL) === true) {
    throw new PyTypeError('Protocols cannot be instantiated');
  }
  return (newInstance ?? objectClass.construct)?.(run, cls, args, keywords);
};

/** The names that a class has to have to count as of a protocol. */
function methodsOf(protocol: PyClass): readonly string[] {
  const own = protocol.mro.filter((each) => each.attributes.get(IS_PROTOCOL) === true);
  return own.flatMap((each) =>
    [...each.attributes.keys()].filter((name) => !OF_EVERY_CLASS.has(name)),
  );
}
const OF_EVERY_CLASS = new Set([
  ...['__module__', '__doc__', '__slots__', IS_PROTOCOL],
  ...['__orig_bases__', '__parameters__', '__type_params__'],
]);

/** The values among them, which a class body annotates. */
function valuesOf(protocol: PyClass): readonly string[] {
  const own = protocol.mro.filter((each) => each.attributes.get(IS_PROTOCOL) === true);
  return own.flatMap((each) => [...each.annotations.keys()]);
}

/** What has the methods of the class, and its values, counts as of it. */
const runtimeCheckable = new LibraryFunction('runtime_checkable(cls)', (run, cls: unknown) => {
  if (!(cls instanceof PyClass) || cls.attributes.get(IS_PROTOCOL) !== true) {
    const shown = run.objects.repr(run, cls);
    throw new PyTypeError(
      `@runtime_checkable can be only applied to protocol classes, got ${shown}`,
    );
  }
  const methods = methodsOf(cls);
  const values = valuesOf(cls);
  const hasAll = (other: PyClass, names: readonly string[]): boolean =>
    names.every((name) => (other.lookup(name) ?? null) !== null);
  cls.accepts = (other) => {
    if (values.length === 0) return hasAll(other, methods);
    const shown = [...values].sort(compareStrings).map((name) => `'${name}'`);
    throw new PyTypeError(
      "Protocols with non-method members don't support issubclass(). " +
        `Non-method members: ${shown.join(', ')}.`,
    );
  };
  if (values.length === 0) return cls;
  cls.acceptsValue = (value) => {
    const own = value instanceof Instance ? value.attributes : null;
    const missing = values.filter((name) => own?.has(name) !== true);
    return hasAll(typeOf(value), [...methods, ...missing]);
  };
  return cls;
});

/** Classes of TypedDict: called, they give a dict. */
const typedDictMeta = builtinClass('_TypedDictMeta', [classes.typeClass], 'typing');
define(typedDictMeta, [
  new Builtin(
    '__call__(self, /, *args, **keywords)',
    (run: Interpreter, _self: PyClass, args: readonly unknown[], keywords) =>
      run.call(classes.dictClass, args, keywords as ReadonlyMap<string, unknown>),
  ),
]);
const typedDictClass = builtinClass('TypedDict', undefined, 'typing');
typedDictClass.metaclass = typedDictMeta;
const typedDict = new LibraryFunction(
  'TypedDict(typename, fields, /, *, total=True)',
  (run, name: unknown) =>
    new PyClass(run.objects.str(run, name), [typedDictClass], classes.linearise, '__main__'),
);
typedDictClass.construct = (run, _cls, args, keywords) => run.call(typedDict, args, keywords);
typedDictClass.adopt = (_run, _cls, keywords) => {
  (keywords as Map<string, unknown> | null)?.delete('total');
};

/** Notes on a class that nothing is meant to derive from it. */
const final = new LibraryFunction('final(f)', (_run, value: unknown) => {
  if (value instanceof PyClass) value.attributes.set('__final__', true);
  return value;
});

function identity(name: string): LibraryFunction {
  return new LibraryFunction(`${name}(arg)`, (_run, value: unknown) => value);
}

const overload = new LibraryFunction(
  'overload(func)',
  () =>
    new LibraryFunction('_overload_dummy(*args, **kwds)', () => {
      throw new NotImplementedError(
        'You should not call an overloaded function. A series of @overload-decorated functions ' +
          'outside a stub module should always be followed by an implementation that is not ' +
          '@overload-ed.',
      );
    }),
);

/** The module; the same for every run. */
export const typingModule = new PyModule(
  'typing',
  new Map<string, unknown>([
    ...forms,
    ['Text', classes.strClass],
    ['AnyStr', new SpecialForm('AnyStr')],
    ['TYPE_CHECKING', false],
    ['TypeVar', typeVarClass],
    ['ParamSpec', paramSpecClass],
    ['TypeVarTuple', typeVarTupleClass],
    ['TypeAliasType', typeAliasClass],
    ['NamedTuple', namedTupleClass],
    ['NewType', newTypeClass],
    ['Generic', genericClass],
    ['Protocol', protocolClass],
    ['runtime_checkable', runtimeCheckable],
    ['TypedDict', typedDictClass],
    ['cast', new LibraryFunction('cast(typ, val)', (_run, _type: unknown, value) => value)],
    ...queries.map((each): [string, unknown] => [each.name, each]),
    ['overload', overload],
    ['final', final],
    ['override', identity('override')],
    ['no_type_check', identity('no_type_check')],
  ]),
);
