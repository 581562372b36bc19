// Module `collections.abc`: which classes count as what, by their methods; the abstract methods of
// each, and the name under which `isinstance` and annotations know it. What programs get by
// deriving from one is in mixins.ts. Deriving from Set, Generator and Coroutine is refused.
// Source: CPython 3.14 Lib/_collections_abc.py.

import { NotImplementedError } from '../../../asyncio/exceptions.ts';
import { objectClass } from '../../objects/classes.ts';
import { compareStrings } from '../../objects/compare.ts';
import { ClassMethod } from '../../objects/descriptors.ts';
import { GenericAlias } from '../../objects/generic-alias.ts';
import { nativeClass } from '../../objects/native-class.ts';
import { Builtin, type PyClass, PyModule, Tuple } from '../../values.ts';
import { AbstractMethod, noteAbstractMethods } from '../abc.ts';
import { hasMethods } from '../contextlib/abstract.ts';
import { mixins } from './mixins.ts';

/** Name, bases, abstract methods, and whether having these methods is enough to count as one. */
type Row = readonly [name: string, bases: string, methods: string, byMethods: boolean];

const ROWS: readonly Row[] = [
  ['Hashable', '', '__hash__', false],
  ['Awaitable', '', '__await__', true],
  ['Coroutine', 'Awaitable', 'send throw close __await__', true],
  ['AsyncIterable', '', '__aiter__', true],
  ['AsyncIterator', 'AsyncIterable', '__anext__ __aiter__', true],
  ['AsyncGenerator', 'AsyncIterator', 'asend athrow aclose __anext__ __aiter__', true],
  ['Iterable', '', '__iter__', true],
  ['Iterator', 'Iterable', '__next__ __iter__', true],
  ['Reversible', 'Iterable', '__reversed__ __iter__', true],
  ['Generator', 'Iterator', 'send throw close __iter__ __next__', true],
  ['Sized', '', '__len__', true],
  ['Container', '', '__contains__', true],
  ['Callable', '', '__call__', true],
  ['Collection', 'Sized Iterable Container', '__len__ __iter__ __contains__', true],
  ['Set', 'Collection', '__contains__ __iter__ __len__', false],
  ['MutableSet', 'Set', 'add discard __contains__ __iter__ __len__', false],
  ['Mapping', 'Collection', '__getitem__ __iter__ __len__', false],
  ['MutableMapping', 'Mapping', '__setitem__ __delitem__ __getitem__ __iter__ __len__', false],
  ['MappingView', 'Sized', '__len__', false],
  ['KeysView', 'MappingView Set', '', false],
  ['ItemsView', 'MappingView Set', '', false],
  ['ValuesView', 'MappingView Collection', '', false],
  ['Sequence', 'Reversible Collection', '__getitem__ __len__', false],
  ['MutableSequence', 'Sequence', '__setitem__ __delitem__ insert __getitem__ __len__', false],
];

const SEQUENCE = 'Iterable Reversible Sized Container Collection Sequence';
const VIEW = 'Iterable Reversible Sized Container Collection MappingView';

/** What the interpreter's own classes count as: most of their methods are in no class. */
const registered: ReadonlyMap<string, string> = new Map([
  ['list', `${SEQUENCE} MutableSequence`],
  ['collections.deque', `${SEQUENCE} MutableSequence`],
  ['tuple', SEQUENCE],
  ['str', SEQUENCE],
  ['range', SEQUENCE],
  ['dict', 'Iterable Reversible Sized Container Collection Mapping MutableMapping'],
  ['set', 'Iterable Sized Container Collection Set MutableSet'],
  ['frozenset', 'Iterable Sized Container Collection Set'],
  ['dict_keys', `${VIEW} Set KeysView`],
  ['dict_items', `${VIEW} Set ItemsView`],
  ['dict_values', `${VIEW} ValuesView`],
  ['coroutine', 'Awaitable Coroutine'],
  ['async_generator', 'AsyncIterable AsyncIterator AsyncGenerator'],
  ['generator', 'Iterable Iterator Generator'],
  ['function', 'Callable'],
  ['builtin_function_or_method', 'Callable'],
  ['method_descriptor', 'Callable'],
  ['method', 'Callable'],
  ['type', 'Callable'],
]);

/** The interpreter's own classes that cannot be hashed. */
const unhashable = new Set(['list', 'dict', 'set', 'dict_keys', 'dict_items', 'collections.deque']);

function keyOf(cls: PyClass): string {
  return cls.module === 'builtins' ? cls.name : `${cls.module}.${cls.name}`;
}

/** Whether a class has a `__hash__` that is not None. */
function isHashable(cls: PyClass): boolean {
  for (const parent of cls.mro) {
    if (parent === objectClass) return true;
    if (unhashable.has(keyOf(parent))) return false;
    const hash = parent.attributes.get('__hash__');
    if (hash !== undefined) return hash !== null;
    if (parent.attributes.has('__eq__') && parent.module === '__main__') return false;
  }
  return true;
}

function accepts([name, , methods, byMethods]: Row): (cls: PyClass) => boolean {
  const names = methods.split(' ');
  return (cls) => {
    if (name === 'Hashable') return isHashable(cls);
    const isKnown = cls.mro.some((each) => registered.get(keyOf(each))?.split(' ').includes(name));
    return isKnown || (byMethods && hasMethods(cls, ...names));
  };
}

/** Names of classes that no class of the program may derive from here. */
const closed = new Set('AsyncGenerator Generator Coroutine Set MutableSet MappingView'.split(' '));

function abstractMethod(name: string): Builtin {
  return new AbstractMethod(`${name}(self, *args, **kwargs)`, () => null);
}

const subscribe = new Builtin(
  '__class_getitem__(cls, item, /)',
  (_run, self: PyClass, item: unknown) =>
    new GenericAlias(self, item instanceof Tuple ? item.items : [item]),
);

const made = new Map<string, PyClass>();
for (const row of ROWS) {
  const [name, baseNames, methods] = row;
  const own = mixins.get(name) ?? [];
  const written = new Set(own.map((each) => each.name));
  const bases = baseNames.split(' ').flatMap((each) => made.get(each) ?? []);
  const inherited = (each: string): boolean =>
    bases.some((base) => base.lookup(each) !== undefined);
  const missing = methods.split(' ').filter((each) => each !== '' && !written.has(each));
  const cls = nativeClass(
    name,
    'collections.abc',
    [...missing.filter((each) => !inherited(each)).map(abstractMethod), ...own],
    bases.length === 0 ? undefined : bases,
  );
  cls.accepts = accepts(row);
  cls.abstractMethods = missing.length === 0 ? null : [...missing].sort(compareStrings);
  cls.attributes.set('__class_getitem__', new ClassMethod(subscribe));
  cls.adopt = (run, derived) => {
    const refused = derived.mro.find(
      (each) => each.module === 'collections.abc' && closed.has(each.name),
    );
    if (refused !== undefined) {
      throw new NotImplementedError(
        `a class derived from collections.abc.${refused.name} is not supported`,
      );
    }
    noteAbstractMethods(run, derived);
  };
  made.set(name, cls);
}

/** The class of a name. */
export function abstractClass(name: string): PyClass {
  return made.get(name) as PyClass;
}

/** The module; the same for every run. */
export const collectionsAbcModule = new PyModule('collections.abc', made);
