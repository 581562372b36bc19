// Module `dataclasses`: `@dataclass` with all its parameters, `field`, `fields`, `asdict`,
// `astuple`, `replace`, `is_dataclass`, InitVar, KW_ONLY, MISSING. `make_dataclass` is refused:
// write the class.
// Source: CPython Lib/dataclasses.py (_process_class).

import { FrozenInstanceError, PyTypeError, ValueError } from '../../asyncio/exceptions.ts';
import type { Interpreter } from '../interpreter.ts';
import { objectClass } from '../objects/classes.ts';
import { Dict } from '../objects/dict.ts';
import { exceptionClassOf } from '../objects/exception-classes.ts';
import { LibraryFunction } from '../objects/signature.ts';
import { addSlots } from '../objects/slots.ts';
import { truthy } from '../objects/truth.ts';
import { Builtin, PyClass, PyModule, Tuple } from '../values.ts';
import {
  asdict,
  astuple,
  FIELDS,
  fieldsFunction,
  fieldTable,
  isDataclass,
  replace,
} from './dataclass-copies.ts';
import {
  declaredFields,
  Field,
  fieldClass,
  fieldFunction,
  initVarClass,
  keywordOnly,
  missing,
} from './dataclass-fields.ts';
import {
  equalityMethod,
  frozenMethods,
  hashMethod,
  initMethod,
  initParameters,
  orderMethods,
  reprMethod,
} from './dataclass-methods.ts';

interface Options {
  readonly init: boolean;
  readonly repr: boolean;
  readonly eq: boolean;
  readonly order: boolean;
  readonly unsafeHash: boolean;
  readonly frozen: boolean;
  readonly matchArgs: boolean;
  readonly kwOnly: boolean;
  readonly slots: boolean;
  readonly weakrefSlot: boolean;
}

/** Notes the fields of a class, its bases' first, and takes Field objects off its attributes. */
function collectFields(run: Interpreter, cls: PyClass, options: Options): readonly Field[] {
  const fields = new Map<string, Field>();
  const frozenBases: boolean[] = [];
  for (const base of cls.mro.slice(1).reverse()) {
    if (!base.attributes.has(FIELDS)) continue;
    for (const field of fieldTable(base) ?? []) fields.set(field.name as string, field);
    frozenBases.push(base.attributes.get(FROZEN) === true);
  }
  const own = declaredFields(run, cls, options.kwOnly);
  for (const field of own) {
    const name = field.name as string;
    fields.set(name, field);
    if (!(cls.lookup(name) instanceof Field)) continue;
    if (field.default === missing) cls.attributes.delete(name);
    else cls.attributes.set(name, field.default);
  }
  for (const [name, value] of cls.attributes) {
    if (value instanceof Field && !cls.annotations.has(name)) {
      throw new PyTypeError(`'${name}' is a field but has no type annotation`);
    }
  }
  if (frozenBases.includes(true) && !options.frozen) {
    throw new PyTypeError('cannot inherit non-frozen dataclass from a frozen one');
  }
  if (frozenBases.length > 0 && !frozenBases.every((each) => each) && options.frozen) {
    throw new PyTypeError('cannot inherit frozen dataclass from a non-frozen one');
  }
  return [...fields.values()];
}

/** Whether a class is frozen: CPython asks its `__dataclass_params__`. */
const FROZEN = '__dataclass_frozen__';

/** Adds methods that the class body must not have. Throws TypeError. */
function addAll(cls: PyClass, methods: readonly LibraryFunction[], hint = ''): void {
  for (const each of methods) {
    if (cls.attributes.has(each.name)) {
      const tail = hint === '' ? '' : ` ${hint}`;
      throw new PyTypeError(`Cannot overwrite attribute ${each.name} in class ${cls.name}${tail}`);
    }
    cls.attributes.set(each.name, each);
  }
}

/** Adds a method unless the class body has it. */
function addMissing(cls: PyClass, method: LibraryFunction): void {
  if (!cls.attributes.has(method.name)) cls.attributes.set(method.name, method);
}

/** What becomes of `__hash__`. `isExplicit`: whether the class body says. */
function setHash(
  cls: PyClass,
  fields: readonly Field[],
  { unsafeHash, eq, frozen }: Options,
  isExplicit: boolean,
): void {
  if (unsafeHash && isExplicit) {
    throw new PyTypeError(`Cannot overwrite attribute __hash__ in class ${cls.name}`);
  }
  if (unsafeHash || (eq && frozen && !isExplicit)) {
    cls.attributes.set('__hash__', hashMethod(cls, fields));
  } else if (eq && !isExplicit) cls.attributes.set('__hash__', null);
}

/** `Point(x: int, y: int = 0)`. */
function documentation(run: Interpreter, cls: PyClass, fields: readonly Field[]): string {
  const shown: string[] = [];
  let isOnly = false;
  for (const field of initParameters(fields)) {
    if (field.keywordOnly === true && !isOnly) {
      shown.push('*');
      isOnly = true;
    }
    const { annotation } = field;
    const quoted = annotation?.isQuoted === true;
    const type = quoted ? run.objects.repr(run, annotation.text) : annotation?.text;
    let text = `${field.name}: ${type}`;
    if (field.defaultFactory !== missing) text += ' = <factory>';
    else if (field.default !== missing) text += ` = ${run.objects.repr(run, field.default)}`;
    shown.push(text);
  }
  return `${cls.name}(${shown.join(', ')})`;
}

/** `slots=True`: the class lets go of the defaults, as the one that CPython makes anew does. */
function slotFields(run: Interpreter, cls: PyClass, fields: readonly Field[]): void {
  if (cls.attributes.has('__slots__')) {
    throw new PyTypeError(`${cls.name} already specifies __slots__`);
  }
  const inherited = new Set<unknown>();
  for (const base of cls.mro.slice(1)) {
    const slots = base.attributes.get('__slots__');
    if (slots instanceof Tuple) for (const name of slots.items) inherited.add(name);
  }
  const names = fields.filter(({ kind }) => kind === 'field').map(({ name }) => name as string);
  for (const name of names) cls.attributes.delete(name);
  cls.attributes.set('__slots__', new Tuple(names.filter((name) => !inherited.has(name))));
  cls.givesDictionary = undefined;
  addSlots(run, cls);
}

/** Whether the class body itself has a `__hash__`: None beside an `__eq__` is not one. */
function hasExplicitHash(cls: PyClass): boolean {
  const own = cls.attributes.get('__hash__');
  return own !== undefined && !(own === null && cls.attributes.has('__eq__'));
}

function decorate(run: Interpreter, cls: PyClass, options: Options): PyClass {
  const isExplicit = hasExplicitHash(cls);
  const all = collectFields(run, cls, options);
  const fields = all.filter(({ kind }) => kind === 'field');
  const pairs = all.map((field) => [field.name, field] as const);
  cls.attributes.set(FIELDS, new Dict(run, pairs as readonly (readonly [unknown, unknown])[]));
  cls.attributes.set(FROZEN, options.frozen);
  if (options.order && !options.eq) throw new ValueError('eq must be true if order is true');
  if (options.init) {
    // CPython overwrites nobody's: a class that has its own keeps it.
    addMissing(cls, initMethod(cls, all, options));
  }
  cls.attributes.set('__replace__', replace);
  if (options.repr) addMissing(cls, reprMethod(cls, fields));
  if (options.eq) addMissing(cls, equalityMethod(cls, fields));
  const hint = 'Consider using functools.total_ordering';
  if (options.order) addAll(cls, orderMethods(cls, fields), hint);
  if (options.frozen) addAll(cls, frozenMethods(cls, fields));
  setHash(cls, fields, options, isExplicit);
  const doc = cls.attributes.get('__doc__');
  if (doc === undefined || doc === null) {
    cls.attributes.set('__doc__', documentation(run, cls, all));
  }
  if (options.matchArgs && !cls.attributes.has('__match_args__')) {
    const taken = initParameters(all).filter((field) => field.keywordOnly !== true);
    cls.attributes.set('__match_args__', new Tuple(taken.map(({ name }) => name)));
  }
  if (options.weakrefSlot && !options.slots) {
    throw new PyTypeError('weakref_slot is True but slots is False');
  }
  if (options.slots) slotFields(run, cls, all);
  objectClass.changes++;
  return cls;
}

const dataclass = new LibraryFunction(
  'dataclass(cls=None, /, *, init=True, repr=True, eq=True, order=False, unsafe_hash=False, ' +
    'frozen=False, match_args=True, kw_only=False, slots=False, weakref_slot=False)',
  (run: Interpreter, ...values: unknown[]) => {
    const [cls, ...flags] = values;
    const [init, repr, eq, order, unsafeHash, frozen, matchArgs, kwOnly, slots, weakrefSlot] =
      flags.map((flag) => truthy(run, flag));
    const options = {
      init,
      repr,
      eq,
      order,
      unsafeHash,
      frozen,
      matchArgs,
      kwOnly,
      slots,
      weakrefSlot,
    };
    const wrap = (target: unknown): PyClass => {
      if (target instanceof PyClass) return decorate(run, target, options);
      throw new PyTypeError('dataclass() should be called on a class');
    };
    if (cls !== null) return wrap(cls);
    return new Builtin('wrap(cls)', (_run, target: unknown) => wrap(target));
  },
);

/** The module; the same for every run. */
export const dataclassesModule = new PyModule(
  'dataclasses',
  new Map<string, unknown>([
    ['dataclass', dataclass],
    ['field', fieldFunction],
    ['Field', fieldClass],
    ['FrozenInstanceError', exceptionClassOf(FrozenInstanceError)],
    ['InitVar', initVarClass],
    ['KW_ONLY', keywordOnly],
    ['MISSING', missing],
    ['fields', fieldsFunction],
    ['asdict', asdict],
    ['astuple', astuple],
    ['replace', replace],
    ['is_dataclass', isDataclass],
  ]),
);
