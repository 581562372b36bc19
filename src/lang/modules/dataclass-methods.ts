// The methods that `@dataclass` writes: `__init__`, `__repr__`, comparisons, `__hash__`, and the
// guards of frozen classes. They are functions of the class, as CPython's are: wrong arguments get
// the messages of Python's functions.
// Source: CPython Lib/dataclasses.py (_init_fn, _process_class, _frozen_get_del_attr).

import { FrozenInstanceError, PyTypeError } from '../../asyncio/exceptions.ts';
import type { Interpreter } from '../interpreter.ts';
import {
  deletePlainAttribute,
  getAttribute,
  getAttributeOr,
  setAttribute,
  setPlainAttribute,
} from '../objects/attributes.ts';
import { equals, type OrderOperator, ordered } from '../objects/compare.ts';
import { hash } from '../objects/hash.ts';
import {
  type BuiltinParameter,
  LibraryFunction,
  parseSignature,
  type Signature,
} from '../objects/signature-text.ts';
import { truthy } from '../objects/truth.ts';
import { typeOf } from '../objects/type-of.ts';
import { notImplemented, type PyClass, Tuple } from '../values.ts';
import { type Field, missing } from './dataclass-fields.ts';

function method(
  cls: PyClass,
  signature: string,
  body: (run: Interpreter, ...values: never[]) => unknown,
): LibraryFunction {
  const made = new LibraryFunction(signature, body);
  made.owner = cls;
  return made;
}

/** A name of a field is given by whoever wrote the class: none of them is looked up as a text. */
function parameterOf(field: Field): BuiltinParameter {
  return {
    name: field.name as string,
    kind: field.keywordOnly === true ? 'keyword-only' : 'positional',
    required: !field.hasDefault,
    default: field.default === missing ? undefined : field.default,
  };
}

/** Positional parameters first. Throws TypeError where one without default follows one with. */
export function initParameters(fields: readonly Field[]): readonly Field[] {
  const taken = fields.filter((field) => field.kind !== 'class' && field.init);
  const positional = taken.filter(({ keywordOnly }) => keywordOnly !== true);
  let last: string | null = null;
  for (const field of positional) {
    if (field.hasDefault) last = field.name;
    else if (last !== null) {
      throw new PyTypeError(
        `non-default argument '${field.name}' follows default argument '${last}'`,
      );
    }
  }
  return [...positional, ...taken.filter(({ keywordOnly }) => keywordOnly === true)];
}

function signatureOfInit(parameters: readonly Field[]): Signature {
  const { positional: self } = parseSignature('__init__(self)');
  const all = [...self, ...parameters.map(parameterOf)];
  const positional = all.filter(({ kind }) => kind === 'positional');
  const only = all.filter(({ kind }) => kind === 'keyword-only');
  return {
    name: '__init__',
    parameters: all,
    positional,
    required: positional.filter(({ required }) => required).length,
    hasSelf: true,
    rest: false,
    keywordOnly: only,
    keywordRest: false,
    isPlain: only.length === 0,
  };
}

/** `__init__`; `hasSlots` gives fields without parameter their default, which no class keeps. */
export function initMethod(
  cls: PyClass,
  fields: readonly Field[],
  { frozen, slots }: { readonly frozen: boolean; readonly slots: boolean },
): LibraryFunction {
  const parameters = initParameters(fields);
  const places = new Map(parameters.map((field, index) => [field, index]));
  const instanceFields = fields.filter(({ kind }) => kind === 'field');
  const initVars = fields.filter(({ kind }) => kind === 'init');
  const store = frozen ? setPlainAttribute : setAttribute;
  const made = method(cls, '__init__(self)', (run, ...given: unknown[]) => {
    const [self, ...values] = given;
    for (const field of instanceFields) {
      const place = places.get(field);
      let value = place === undefined ? undefined : values[place];
      if (value === undefined && field.defaultFactory !== missing) {
        value = run.call(field.defaultFactory, []);
      } else if (place === undefined && slots && field.default !== missing) value = field.default;
      if (value !== undefined) store(run, self, field.name as string, value);
    }
    const after = getAttributeOr(run, self, '__post_init__');
    if (after === undefined) return null;
    const args = initVars.map((field) => values[places.get(field) as number]);
    run.call(after, args);
    return null;
  });
  made.plan = signatureOfInit(parameters);
  return made;
}

/** `__repr__`: `Point(x=1, y=2)`, and `...` where an object shows itself. */
export function reprMethod(cls: PyClass, fields: readonly Field[]): LibraryFunction {
  const shown = fields.filter(({ repr }) => repr);
  return method(cls, '__repr__(self)', (run, self: object) => {
    const { entered } = run.addresses;
    if (entered.has(self)) return '...';
    entered.add(self);
    try {
      const texts = shown.map(({ name }) => {
        const value = getAttribute(run, self, name as string);
        return `${name}=${run.objects.repr(run, value)}`;
      });
      return `${typeOf(self).qualname}(${texts.join(', ')})`;
    } finally {
      entered.delete(self);
    }
  });
}

function compared(fields: readonly Field[]): readonly Field[] {
  return fields.filter(({ compare }) => compare);
}

function valuesOf(run: Interpreter, self: unknown, fields: readonly Field[]): Tuple {
  return new Tuple(fields.map(({ name }) => getAttribute(run, self, name as string)));
}

/** `__eq__`: field by field, between objects of the very same class. */
export function equalityMethod(cls: PyClass, fields: readonly Field[]): LibraryFunction {
  const names = compared(fields).map(({ name }) => name as string);
  return method(cls, '__eq__(self, other)', (run, self: unknown, other: unknown) => {
    if (self === other) return true;
    if (typeOf(self) !== typeOf(other)) return notImplemented;
    let answer: unknown = true;
    for (const name of names) {
      answer = equals(run, getAttribute(run, self, name), getAttribute(run, other, name));
      if (!truthy(run, answer)) return answer;
    }
    return answer;
  });
}

const orders: readonly (readonly [string, OrderOperator])[] = [
  ['__lt__', '<'],
  ['__le__', '<='],
  ['__gt__', '>'],
  ['__ge__', '>='],
];

/** `__lt__`, `__le__`, `__gt__`, `__ge__`: as the tuples of the fields. */
export function orderMethods(cls: PyClass, fields: readonly Field[]): readonly LibraryFunction[] {
  const counted = compared(fields);
  return orders.map(([name, operator]) =>
    method(cls, `${name}(self, other)`, (run, self: unknown, other: unknown) => {
      if (typeOf(self) !== typeOf(other)) return notImplemented;
      return ordered(run, operator, valuesOf(run, self, counted), valuesOf(run, other, counted));
    }),
  );
}

/** `__hash__`: that of the tuple of the fields that count. */
export function hashMethod(cls: PyClass, fields: readonly Field[]): LibraryFunction {
  const counted = fields.filter((field) => (field.hash === null ? field.compare : field.hash));
  return method(cls, '__hash__(self)', (run, self: unknown) =>
    hash(run, valuesOf(run, self, counted)),
  );
}

/** `__setattr__` and `__delattr__` of a frozen class. */
export function frozenMethods(cls: PyClass, fields: readonly Field[]): readonly LibraryFunction[] {
  const names = new Set(fields.map(({ name }) => name as string));
  const refuses = (self: unknown, name: string): boolean => typeOf(self) === cls || names.has(name);
  const inherited = (hook: string): unknown =>
    cls.mro
      .slice(1)
      .map((parent) => parent.attributes.get(hook))
      .find((found) => found !== undefined);
  return [
    method(cls, '__setattr__(self, name, value)', (run, self, name: string, value: unknown) => {
      if (refuses(self, name)) throw new FrozenInstanceError(`cannot assign to field '${name}'`);
      const next = inherited('__setattr__');
      if (next === undefined) setPlainAttribute(run, self, name, value);
      else run.call(next, [self, name, value]);
      return null;
    }),
    method(cls, '__delattr__(self, name)', (run, self: unknown, name: string) => {
      if (refuses(self, name)) throw new FrozenInstanceError(`cannot delete field '${name}'`);
      const next = inherited('__delattr__');
      if (next === undefined) deletePlainAttribute(run, self, name);
      else run.call(next, [self, name]);
      return null;
    }),
  ];
}
