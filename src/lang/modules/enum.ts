// Module `enum`: Enum, IntEnum, StrEnum, auto, unique; flags are in enum-flags.ts. The members of a
// class are made when its body has run. Refused are a `__new__` of the program and the call that
// makes a class out of names.
// Source: CPython Lib/enum.py (EnumType, Enum, _proto_member).

import {
  AttributeError,
  KeyError,
  NotImplementedError,
  PyTypeError,
  ValueError,
} from '../../asyncio/exceptions.ts';
import type { Interpreter } from '../interpreter.ts';
import { getAttributeOr } from '../objects/attributes.ts';
import {
  builtinClass,
  declareType,
  define,
  floatClass,
  intClass,
  objectClass,
  strClass,
  tupleClass,
  typeClass,
} from '../objects/classes.ts';
import { equal, lessThan } from '../objects/compare.ts';
import { derive } from '../objects/derived.ts';
import { Descriptor, defineGetters, Getter, isMethod } from '../objects/descriptors.ts';
import { Dict } from '../objects/dict.ts';
import { ListIterator, toArray } from '../objects/iteration.ts';
import { quantityOf } from '../objects/numbers.ts';
import { binary } from '../objects/operators.ts';
import { LibraryFunction } from '../objects/signature.ts';
import { typeName, typeOf } from '../objects/type-of.ts';
import {
  Builtin,
  Float,
  Instance,
  NumberInstance,
  PyClass,
  PyModule,
  TextInstance,
  Tuple,
} from '../values.ts';
import { defineFlags, isSingle, nextFlag } from './enum-flags.ts';

/** What `auto()` gives: the next value, once the class is made. */
class Auto {
  /** What it has come to, once its member is made. */
  value: unknown = undefined;
}
const autoClass = builtinClass('auto', undefined, 'enum');
declareType(Auto, autoClass);
autoClass.signature = 'auto()';
autoClass.construct = () => new Auto();

/** `R | W` in the body of a class of flags, where what the two are is not known yet. */
class AutoPair {
  readonly operator: '|' | '&' | '^';
  readonly sides: readonly unknown[];

  constructor(operator: '|' | '&' | '^', sides: readonly unknown[]) {
    this.operator = operator;
    this.sides = sides;
  }
}
declareType(AutoPair, autoClass);
for (const [operator, name] of [
  ['|', 'or'],
  ['&', 'and'],
  ['^', 'xor'],
] as const) {
  define(autoClass, [
    new Builtin(
      `__${name}__(self, other, /)`,
      (_run, self: unknown, other: unknown) => new AutoPair(operator, [self, other]),
    ),
    new Builtin(
      `__r${name}__(self, other, /)`,
      (_run, self: unknown, other: unknown) => new AutoPair(operator, [other, self]),
    ),
  ]);
}

/** What a name of the class body stands for; the value of an `auto()` before it is known. */
function resolved(run: Interpreter, value: unknown): unknown {
  if (value instanceof Auto) return value.value;
  if (!(value instanceof AutoPair)) return value;
  const [left, right] = value.sides.map((each) => resolved(run, each));
  return binary(run, value.operator, left, right);
}

const MEMBERS = '_member_map_';

function tableOf(cls: PyClass): ReadonlyMap<unknown, unknown> {
  const table = cls.attributes.get(MEMBERS);
  const pairs = table instanceof Dict ? [...table.entries()] : [];
  return new Map(pairs.map(({ key, value }) => [key, value]));
}

/** The members without aliases, in order. */
function membersOf(cls: PyClass): readonly Instance[] {
  const all = [...new Set(tableOf(cls).values())] as Instance[];
  return cls.mro.includes(flagClass) ? all.filter(isSingle) : all;
}

function valueOfMember(member: Instance): unknown {
  return member.attributes.get('_value_');
}

export const enumTypeClass = builtinClass('EnumType', [typeClass], 'enum');
export const enumClass = builtinClass('Enum', undefined, 'enum');
enumClass.metaclass = enumTypeClass;
export const intEnumClass = builtinClass('IntEnum', [intClass, enumClass], 'enum');
export const strEnumClass = builtinClass('StrEnum', [strClass, enumClass], 'enum');
export const flagClass = builtinClass('Flag', [enumClass], 'enum');
export const intFlagClass = builtinClass('IntFlag', [intClass, flagClass], 'enum');

/** Whether a name of the class body is that of a member. */
function isMember(name: string, value: unknown, cls: PyClass): boolean {
  if (/^_[^_].*_$|^__.*__$/.test(name) || name.startsWith(`_${cls.name}__`)) return false;
  if (value instanceof Descriptor || isMethod(value) || value instanceof Builtin) return false;
  return !(value instanceof Instance && value.cls.lookup('__get__') !== undefined);
}

/** One more than the greatest value before; 1 for the first. */
function nextValue(
  run: Interpreter,
  cls: PyClass,
  name: string,
  before: readonly unknown[],
): unknown {
  const own = getAttributeOr(run, cls, '_generate_next_value_');
  if (own !== undefined) return run.call(own, [name, 1, before.length, [...before]]);
  if (cls.mro.includes(strEnumClass)) return name.toLowerCase();
  if (cls.mro.includes(flagClass)) return nextFlag(before);
  let last: unknown;
  for (const each of before) {
    if (quantityOf(each) === undefined) {
      throw new PyTypeError('unable to sort non-numeric values');
    }
    if (last === undefined || lessThan(run, last, each)) last = each;
  }
  return last === undefined ? 1 : run.objects.binary(run, '+', last, 1);
}

/** What a StrEnum makes a member of: texts only. */
function checkText(run: Interpreter, args: readonly unknown[]): void {
  if (typeof args[0] === 'string') return;
  throw new PyTypeError(`${run.objects.repr(run, args[0])} is not a string`);
}

function makeMember(run: Interpreter, cls: PyClass, name: string, value: unknown): Instance {
  const args = value instanceof Tuple ? value.items : [value];
  let member = new Instance(cls);
  let kept = value;
  if (cls.mro.includes(strClass)) {
    if (cls.mro.includes(strEnumClass)) checkText(run, args);
    kept = typeof value === 'string' ? value : run.call(strClass, args);
    member = new TextInstance(cls, kept as string);
  }
  if (cls.mro.includes(intClass)) {
    kept = typeof value === 'number' ? value : run.call(intClass, args);
    member = new NumberInstance(cls, kept as number | bigint);
  }
  const held = [floatClass, tupleClass].find((each) => cls.mro.includes(each));
  if (held !== undefined) {
    // A value of the ready-made class that has attributes of its own, as an instance has.
    member = derive(heldValue(run, held, value), cls) as Instance;
    kept = held === floatClass ? run.call(floatClass, args) : value;
  }
  member.attributes.set('_value_', kept);
  member.attributes.set('_name_', name);
  const initialise = cls.lookup('__init__');
  if (initialise !== undefined && !(initialise instanceof Builtin)) {
    run.call(initialise, [member, ...args]);
  }
  return member;
}

/** A fresh float or tuple for a member that is one. */
function heldValue(run: Interpreter, held: PyClass, value: unknown): object {
  if (held === tupleClass) return new Tuple(toArray(run, value));
  return new Float((run.call(floatClass, [value]) as Float).value);
}

const SHOWN: readonly string[] = ['__repr__', '__str__', '__format__'];
const COMBINED: readonly string[] = ['__or__', '__and__', '__xor__', '__invert__'].concat([
  '__ror__',
  '__rand__',
  '__rxor__',
]);

/**
 * Members are shown as members, and flags combined as flags, where a ready-made class that stands
 * before Enum would have it otherwise.
 */
function keepWays(cls: PyClass, mixed: PyClass | undefined): void {
  const give = (from: PyClass, name: string): void => {
    const method = from.lookup(name);
    if (method !== undefined) cls.attributes.set(name, method);
  };
  const last = cls.bases.at(-1) ?? enumClass;
  for (const name of SHOWN) {
    const isOthers = cls.lookup(name) === mixed?.lookup(name) && mixed !== undefined;
    if (!cls.attributes.has(name) && isOthers) give(last, name);
  }
  if (!cls.mro.includes(flagClass)) return;
  for (const name of COMBINED) if (!cls.attributes.has(name)) give(flagClass, name);
}

/** Ready-made classes that a member may be an instance of, too. */
const MIXED: readonly PyClass[] = [objectClass, intClass, strClass, floatClass, tupleClass];

/** Makes the members of a new class. */
function adopt(run: Interpreter, cls: PyClass): void {
  for (const parent of cls.mro.slice(1)) {
    if (tableOf(parent).size === 0) continue;
    const shown = run.objects.repr(run, parent);
    throw new PyTypeError(`<enum '${cls.name}'> cannot extend ${shown}`);
  }
  const mixed = cls.mro.find((each) => each.module === 'builtins' && each.construct !== null);
  const own = cls.lookup('__new__');
  if (own !== undefined && !(own instanceof Builtin)) {
    throw new NotImplementedError("an Enum with a '__new__' of its own is not supported");
  }
  if (mixed !== undefined && !MIXED.includes(mixed)) {
    throw new NotImplementedError(`an Enum that is a '${mixed.name}' too is not supported`);
  }
  keepWays(cls, mixed);
  const table = new Dict(run);
  const values: unknown[] = [];
  const body = [...cls.attributes].filter(([name, value]) => isMember(name, value, cls));
  cls.attributes.set(MEMBERS, table);
  for (const [name, written] of body) {
    if (written instanceof Auto) written.value = nextValue(run, cls, name, values);
    const value = resolved(run, written);
    const made = makeMember(run, cls, name, value);
    const same = membersOf(cls).find((each) =>
      equal(run, valueOfMember(each), valueOfMember(made)),
    );
    values.push(valueOfMember(made));
    table.set(name, same ?? made);
    cls.attributes.set(name, same ?? made);
  }
  objectClass.changes++;
}
enumClass.adopt = adopt;

/** The member with a value: `Color(1)`. Throws ValueError. */
function memberFor(run: Interpreter, cls: PyClass, value: unknown): unknown {
  if (typeOf(value) === cls) return value;
  const found = membersOf(cls).find((each) => equal(run, valueOfMember(each), value));
  if (found !== undefined) return found;
  const hook = getAttributeOr(run, cls, '_missing_');
  const made = hook === undefined ? null : run.call(hook, [value]);
  if (made instanceof Instance && made.cls === cls) return made;
  if (made === null) {
    const shown = run.objects.repr(run, value);
    throw new ValueError(`${shown} is not a valid ${cls.qualname}`);
  }
  const shown = run.objects.repr(run, made);
  throw new PyTypeError(
    `error in ${cls.name}._missing_: returned ${shown} instead of None or a valid member`,
  );
}

define(enumTypeClass, [
  new Builtin(
    '__call__(self, value, /, *rest, **named)',
    (run, self: PyClass, value: unknown, rest: readonly unknown[]) => {
      if (tableOf(self).size > 0) {
        return memberFor(run, self, rest.length > 0 ? new Tuple([value, ...rest]) : value);
      }
      if (self.module === 'enum') {
        throw new NotImplementedError('an Enum made by a call is not supported: write the class');
      }
      const shown = run.objects.repr(run, self);
      throw new PyTypeError(
        `${shown} has no members; specify \`names=()\` if you meant to create a new, empty, enum`,
      );
    },
  ),
  new Builtin('__iter__(self, /)', (_run, self: PyClass) => new ListIterator(membersOf(self))),
  new Builtin(
    '__reversed__(self, /)',
    (_run, self: PyClass) => new ListIterator([...membersOf(self)].reverse()),
  ),
  new Builtin('__len__(self, /)', (_run, self: PyClass) => membersOf(self).length),
  new Builtin(
    '__contains__(self, value, /)',
    (run, self: PyClass, value: unknown) =>
      typeOf(value) === self ||
      membersOf(self).some((each) => equal(run, valueOfMember(each), value)),
  ),
  new Builtin('__getitem__(self, name, /)', (_run, self: PyClass, name: unknown) => {
    const found = tableOf(self).get(name);
    if (found === undefined) throw new KeyError(name);
    return found;
  }),
  new Builtin('__repr__(self, /)', (_run, self: PyClass) => {
    const kind = self.mro.includes(flagClass) ? 'flag' : 'enum';
    return `<${kind} '${self.name}'>`;
  }),
  new Builtin('__setattr__(self, name, value, /)', (_run, self: PyClass, name: string, value) => {
    if (tableOf(self).has(name)) throw new AttributeError(`cannot reassign member '${name}'`);
    self.attributes.set(name, value);
    objectClass.changes++;
    return null;
  }),
]);
defineGetters(enumTypeClass, [
  new Getter('__members__', (run, self: PyClass) => new Dict(run, tableOf(self))),
]);

function fixed(name: string): () => never {
  return () => {
    throw new AttributeError(`<enum 'Enum'> cannot set attribute '${name}'`);
  };
}
defineGetters(enumClass, [
  new Getter('name', (_run, self: Instance) => self.attributes.get('_name_'), fixed('name')),
  new Getter('value', (_run, self: Instance) => valueOfMember(self), fixed('value')),
]);

function shownName(run: Interpreter, self: Instance): string {
  if (self.attributes.get('_name_') === null) {
    return `${typeOf(self).name}(${run.objects.repr(run, valueOfMember(self))})`;
  }
  return `${typeOf(self).name}.${run.objects.str(run, self.attributes.get('_name_'))}`;
}

function reprOf(run: Interpreter, self: Instance): string {
  if (self.attributes.get('_name_') === null) {
    return `<${typeOf(self).name}: ${run.objects.repr(run, valueOfMember(self))}>`;
  }
  return `<${shownName(run, self)}: ${run.objects.repr(run, valueOfMember(self))}>`;
}

define(enumClass, [
  new Builtin('__repr__(self, /)', reprOf),
  new Builtin('__str__(self, /)', shownName),
  new Builtin('__format__(self, spec, /)', (run, self: Instance, spec: string) =>
    run.objects.format(run, run.objects.str(run, self), spec),
  ),
  new Builtin('__copy__(self, /)', (_run, self: Instance) => self),
  new Builtin('__deepcopy__(self, memo, /)', (_run, self: Instance) => self),
]);
for (const cls of [intEnumClass, strEnumClass, intFlagClass])
  define(cls, [
    new Builtin('__repr__(self, /)', reprOf),
    new Builtin('__str__(self, /)', (run, self: Instance) =>
      run.objects.str(run, valueOfMember(self)),
    ),
    new Builtin('__format__(self, spec, /)', (run, self: Instance, spec: string) =>
      run.objects.format(run, valueOfMember(self), spec),
    ),
  ]);
for (const cls of [intEnumClass, intFlagClass])
  define(cls, [
    ...['__index__', '__int__', '__hash__'].map(
      (name) => new Builtin(`${name}(self, /)`, (_run, self: Instance) => valueOfMember(self)),
    ),
    new Builtin('__bool__(self, /)', (_run, self: Instance) => valueOfMember(self) !== 0),
  ]);

defineFlags({ flagClass, intFlagClass, tableOf });

const unique = new LibraryFunction('unique(enumeration)', (run, cls: unknown) => {
  if (!(cls instanceof PyClass)) {
    throw new PyTypeError(`'${typeName(cls)}' object is not an enumeration`);
  }
  const aliases: string[] = [];
  for (const [alias, member] of tableOf(cls)) {
    const name = (member as Instance).attributes.get('_name_');
    if (alias !== name) aliases.push(`${String(alias)} -> ${String(name)}`);
  }
  if (aliases.length === 0) return cls;
  const shown = run.objects.repr(run, cls);
  throw new ValueError(`duplicate values found in ${shown}: ${aliases.join(', ')}`);
});

/** The module; the same for every run. */
export const enumModule = new PyModule(
  'enum',
  new Map<string, unknown>([
    ['Enum', enumClass],
    ['IntEnum', intEnumClass],
    ['StrEnum', strEnumClass],
    ['Flag', flagClass],
    ['IntFlag', intFlagClass],
    ['EnumType', enumTypeClass],
    ['EnumMeta', enumTypeClass],
    ['auto', autoClass],
    ['unique', unique],
  ]),
);
