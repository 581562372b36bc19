// `collections.UserDict` and `UserList`: what they hold is in attribute `data`, and all else goes
// through the methods that a class of the program may write anew.
// Source: CPython 3.14 Lib/collections/__init__.py (UserDict, UserList).

import { KeyError } from '../../../asyncio/exceptions.ts';
import type { Interpreter } from '../../interpreter.ts';
import { dictClass, listClass } from '../../objects/classes.ts';
import { equal, ordered } from '../../objects/compare.ts';
import { ClassMethod } from '../../objects/descriptors.ts';
import { items, iterate } from '../../objects/iteration.ts';
import { contains } from '../../objects/membership.ts';
import { invoke, nativeClass } from '../../objects/native-class.ts';
import { LibraryFunction } from '../../objects/signature.ts';
import { callSpecial } from '../../objects/special.ts';
import { isOfClass, typeOf } from '../../objects/type-of.ts';
import { type Instance, notImplemented, type PyClass, Slice } from '../../values.ts';
import { abstractClass } from './abstract.ts';

type Keywords = ReadonlyMap<string, unknown>;

const dataOf = (self: Instance): unknown => self.attributes.get('data');

/** The data of another one of `cls`; any other value itself. */
function plain(cls: PyClass, other: unknown): unknown {
  return isOfClass(other, cls) ? dataOf(other as Instance) : other;
}

/** A new one of the same class with other data. */
function alike(run: Interpreter, self: Instance, data: unknown): unknown {
  return run.call(typeOf(self), [data]);
}

export const userDictClass: PyClass = nativeClass(
  'UserDict',
  'collections',
  [
    new LibraryFunction(
      '__init__(self, dict=None, /, **kwargs)',
      (run, self: Instance, given: unknown, named: Keywords) => {
        self.attributes.set('data', run.call(dictClass, []));
        if (given !== null) invoke(run, self, 'update', [given]);
        if (named.size > 0) invoke(run, self, 'update', [], named);
        return null;
      },
    ),
    new LibraryFunction('__len__(self)', (run, self: Instance) =>
      run.objects.length(run, dataOf(self)),
    ),
    new LibraryFunction('__getitem__(self, key)', (run, self: Instance, key: unknown) => {
      if (contains(run, dataOf(self), key)) return run.objects.getItem(run, dataOf(self), key);
      const missing = callSpecial(run, self, '__missing__', [key]);
      if (missing !== undefined) return missing;
      throw new KeyError(key);
    }),
    new LibraryFunction('__setitem__(self, key, item)', (run, self: Instance, key, item) => {
      run.objects.setItem(run, dataOf(self), key, item);
      return null;
    }),
    new LibraryFunction('__delitem__(self, key)', (run, self: Instance, key: unknown) =>
      invoke(run, dataOf(self), '__delitem__', [key]),
    ),
    new LibraryFunction('__iter__(self)', (run, self: Instance) => iterate(run, dataOf(self))),
    new LibraryFunction('__contains__(self, key)', (run, self: Instance, key: unknown) =>
      contains(run, dataOf(self), key),
    ),
    new LibraryFunction('get(self, key, default=None)', (run, self: Instance, key, otherwise) =>
      contains(run, self, key) ? run.objects.getItem(run, self, key) : otherwise,
    ),
    new LibraryFunction('__repr__(self)', (run, self: Instance) =>
      run.objects.repr(run, dataOf(self)),
    ),
    new LibraryFunction('__or__(self, other)', (run, self: Instance, other: unknown) => {
      const right = plain(userDictClass, other);
      if (!isOfClass(right, dictClass)) return notImplemented;
      return alike(run, self, invoke(run, dataOf(self), '__or__', [right]));
    }),
    new LibraryFunction('__ior__(self, other)', (run, self: Instance, other: unknown) => {
      invoke(run, dataOf(self), 'update', [plain(userDictClass, other)]);
      return self;
    }),
    new LibraryFunction('copy(self)', (run, self: Instance) =>
      alike(run, self, invoke(run, dataOf(self), 'copy', [])),
    ),
  ],
  [abstractClass('MutableMapping')],
);
userDictClass.signature = 'UserDict(dict=None, /, **kwargs)';
userDictClass.attributes.set(
  'fromkeys',
  new ClassMethod(
    new LibraryFunction('fromkeys(cls, iterable, value=None)', (run, cls: PyClass, keys, value) => {
      const made = run.call(cls, []);
      for (const key of items(run, keys)) run.objects.setItem(run, made, key, value);
      return made;
    }),
  ),
);

/** Methods of a list that change or ask the data alone. */
const LIST_METHODS = [
  'append(self, item)',
  'insert(self, i, item)',
  'pop(self, i=-1)',
  'remove(self, item)',
  'clear(self)',
  'count(self, item)',
  'index(self, item, *args)',
  'reverse(self)',
  'sort(self, /, *args, **kwds)',
];

function forwarded(signature: string): LibraryFunction {
  const name = signature.slice(0, signature.indexOf('('));
  return new LibraryFunction(signature, (run, self: Instance, ...given: unknown[]) => {
    const args = given.flatMap((each, index) =>
      signature.includes('*args') && Array.isArray(each) && index === given.length - 1
        ? each
        : each instanceof Map || Array.isArray(each)
          ? []
          : [each],
    );
    const named = given.find((each) => each instanceof Map) as Keywords | undefined;
    return invoke(run, dataOf(self), name, args, named ?? null);
  });
}

const listOrders = [
  ['__lt__', '<'],
  ['__le__', '<='],
  ['__gt__', '>'],
  ['__ge__', '>='],
] as const;

export const userListClass: PyClass = nativeClass(
  'UserList',
  'collections',
  [
    new LibraryFunction('__init__(self, initlist=None)', (run, self: Instance, given: unknown) => {
      const from = given === null ? [] : [plain(userListClass, given)];
      self.attributes.set('data', run.call(listClass, from));
      return null;
    }),
    new LibraryFunction('__repr__(self)', (run, self: Instance) =>
      run.objects.repr(run, dataOf(self)),
    ),
    new LibraryFunction('__eq__(self, other)', (run, self: Instance, other: unknown) =>
      equal(run, dataOf(self), plain(userListClass, other)),
    ),
    ...listOrders.map(
      ([name, operator]) =>
        new LibraryFunction(`${name}(self, other)`, (run, self: Instance, other: unknown) =>
          ordered(run, operator, dataOf(self), plain(userListClass, other)),
        ),
    ),
    new LibraryFunction('__contains__(self, item)', (run, self: Instance, item: unknown) =>
      contains(run, dataOf(self), item),
    ),
    new LibraryFunction('__len__(self)', (run, self: Instance) =>
      run.objects.length(run, dataOf(self)),
    ),
    new LibraryFunction('__getitem__(self, i)', (run, self: Instance, place: unknown) => {
      const item = run.objects.getItem(run, dataOf(self), place);
      return place instanceof Slice ? alike(run, self, item) : item;
    }),
    new LibraryFunction('__setitem__(self, i, item)', (run, self: Instance, place, item) => {
      run.objects.setItem(run, dataOf(self), place, item);
      return null;
    }),
    new LibraryFunction('__delitem__(self, i)', (run, self: Instance, place: unknown) =>
      invoke(run, dataOf(self), '__delitem__', [place]),
    ),
    new LibraryFunction('__add__(self, other)', (run, self: Instance, other: unknown) => {
      const right = run.call(listClass, [plain(userListClass, other)]);
      return alike(run, self, [...(dataOf(self) as unknown[]), ...(right as unknown[])]);
    }),
    new LibraryFunction('__mul__(self, n)', (run, self: Instance, count: unknown) =>
      alike(run, self, run.objects.binary(run, '*', dataOf(self), count)),
    ),
    new LibraryFunction('__iadd__(self, other)', (run, self: Instance, other: unknown) => {
      invoke(run, dataOf(self), 'extend', [plain(userListClass, other)]);
      return self;
    }),
    new LibraryFunction('extend(self, other)', (run, self: Instance, other: unknown) =>
      invoke(run, dataOf(self), 'extend', [plain(userListClass, other)]),
    ),
    new LibraryFunction('copy(self)', (run, self: Instance) =>
      alike(run, self, [...(dataOf(self) as unknown[])]),
    ),
    ...LIST_METHODS.map(forwarded),
  ],
  [abstractClass('MutableSequence')],
);
userListClass.signature = 'UserList(initlist=None)';
userListClass.attributes.set('__hash__', null);
