// Fields of dataclasses: `field()`, the class Field, the sentinels, and which fields a class has.
// Annotations are known by their text: `ClassVar`, `InitVar` and `KW_ONLY` by their last name, so
// that a name given to them by `import … as` is not seen.
// Source: CPython Lib/dataclasses.py (Field, field, _get_field, _is_type).

import { NotImplementedError, PyTypeError, ValueError } from '../../asyncio/exceptions.ts';
import type { Interpreter } from '../interpreter.ts';
import { namedClasses } from '../objects/builtin-classes.ts';
import { builtinClass, declareType, define } from '../objects/classes.ts';
import { defineGetters, Getter } from '../objects/descriptors.ts';
import { Dict } from '../objects/dict.ts';
import { PySet } from '../objects/set.ts';
import { LibraryFunction } from '../objects/signature.ts';
import { truthy } from '../objects/truth.ts';
import { typeOf } from '../objects/type-of.ts';
import { type Annotation, Builtin, Instance, PyClass } from '../values.ts';

/** Instances of nothing else: `MISSING`. */
class Missing {}
export const missing = new Missing();
declareType(Missing, builtinClass('_MISSING_TYPE', undefined, 'dataclasses'));

/** `KW_ONLY`. */
class KeywordOnly {}
export const keywordOnly = new KeywordOnly();
declareType(KeywordOnly, builtinClass('_KW_ONLY_TYPE', undefined, 'dataclasses'));

export const initVarClass = builtinClass('InitVar', undefined, 'dataclasses');
initVarClass.attributes.set(
  '__class_getitem__',
  new Builtin('__class_getitem__(cls, item, /)', (_run, cls: unknown) => cls),
);

export type FieldKind = 'field' | 'class' | 'init';

export class Field {
  name: string | null = null;
  annotation: Annotation | null = null;
  kind: FieldKind = 'field';
  readonly default: unknown;
  readonly defaultFactory: unknown;
  readonly init: boolean;
  readonly repr: boolean;
  /** None, or whether it counts for the hash. */
  readonly hash: unknown;
  readonly compare: boolean;
  readonly metadata: unknown;
  /** MISSING until its class says. */
  keywordOnly: unknown;

  constructor(options: FieldOptions) {
    this.default = options.default;
    this.defaultFactory = options.defaultFactory;
    this.init = options.init;
    this.repr = options.repr;
    this.hash = options.hash;
    this.compare = options.compare;
    this.metadata = options.metadata;
    this.keywordOnly = options.keywordOnly;
  }

  get hasDefault(): boolean {
    return this.default !== missing || this.defaultFactory !== missing;
  }
}

export interface FieldOptions {
  readonly default: unknown;
  readonly defaultFactory: unknown;
  readonly init: boolean;
  readonly repr: boolean;
  readonly hash: unknown;
  readonly compare: boolean;
  readonly metadata: unknown;
  readonly keywordOnly: unknown;
}

export const fieldClass = builtinClass('Field', undefined, 'dataclasses');
declareType(Field, fieldClass);

/** The class that an annotation names, its text where it is a string. */
function typeOfField(self: Field): unknown {
  const { annotation } = self;
  if (annotation === null || annotation.text === 'None') return null;
  if (annotation.isQuoted) return annotation.text;
  const known = namedClasses.find((cls) => cls.name === annotation.text);
  if (known !== undefined) return known;
  throw new NotImplementedError(
    `annotations are not evaluated: the type of field '${self.name}' is known as text only`,
  );
}

defineGetters(fieldClass, [
  new Getter('name', (_run, self: Field) => self.name),
  new Getter('type', (_run, self: Field) => typeOfField(self)),
  new Getter('default', (_run, self: Field) => self.default),
  new Getter('default_factory', (_run, self: Field) => self.defaultFactory),
  new Getter('init', (_run, self: Field) => self.init),
  new Getter('repr', (_run, self: Field) => self.repr),
  new Getter('hash', (_run, self: Field) => self.hash),
  new Getter('compare', (_run, self: Field) => self.compare),
  new Getter('metadata', (run, self: Field) => self.metadata ?? new Dict(run)),
  new Getter('kw_only', (_run, self: Field) => self.keywordOnly),
]);

define(fieldClass, [
  new Builtin('__repr__(self, /)', (run, self: Field) => {
    const { name, annotation } = self;
    const text = (value: unknown): string => run.objects.repr(run, value);
    const metadata = text(self.metadata ?? new Dict(run));
    const known = annotation === null ? null : namedClasses.find((c) => c.name === annotation.text);
    const type = known ? text(known) : annotation?.isQuoted ? text(annotation.text) : null;
    const kinds = { field: '_FIELD', class: '_FIELD_CLASSVAR', init: '_FIELD_INITVAR' };
    const kind = name === null ? 'None' : kinds[self.kind];
    return (
      `Field(name=${text(name)},type=${type ?? annotation?.text ?? 'None'},` +
      `default=${text(self.default)},default_factory=${text(self.defaultFactory)},` +
      `init=${text(self.init)},repr=${text(self.repr)},hash=${text(self.hash)},` +
      `compare=${text(self.compare)},metadata=mappingproxy(${metadata}),` +
      `kw_only=${text(self.keywordOnly)},doc=None,_field_type=${kind})`
    );
  }),
]);

/** `field(…)`. */
export const fieldFunction = new LibraryFunction(
  'field(*, default=..., default_factory=..., init=True, repr=True, hash=None, compare=True, ' +
    'metadata=None, kw_only=..., doc=None)',
  (run: Interpreter, ...values: unknown[]) => {
    const [value, factory, init, repr, hash, compare, metadata, only] = values;
    if (value !== undefined && factory !== undefined) {
      throw new ValueError('cannot specify both default and default_factory');
    }
    return new Field({
      default: value === undefined ? missing : value,
      defaultFactory: factory === undefined ? missing : factory,
      init: truthy(run, init),
      repr: truthy(run, repr),
      hash,
      compare: truthy(run, compare),
      metadata,
      keywordOnly: only === undefined ? missing : truthy(run, only),
    });
  },
);

const ordinary = {
  defaultFactory: missing,
  init: true,
  repr: true,
  hash: null,
  compare: true,
  metadata: null,
  keywordOnly: missing,
};

/** The fields that a class body itself declares, in order. */
export function declaredFields(run: Interpreter, cls: PyClass, allKeywords: boolean): Field[] {
  const fields: Field[] = [];
  let only = allKeywords;
  let isSeen = false;
  for (const [name, annotation] of cls.annotations) {
    if (annotation.head !== 'KW_ONLY') {
      fields.push(fieldOf(run, cls, name, annotation, only));
      continue;
    }
    if (isSeen) {
      throw new PyTypeError(`'${name}' is KW_ONLY, but KW_ONLY has already been specified`);
    }
    isSeen = true;
    only = true;
  }
  return fields;
}

const kinds = new Map<string, FieldKind>([
  ['ClassVar', 'class'],
  ['InitVar', 'init'],
]);

function fieldOf(
  run: Interpreter,
  cls: PyClass,
  name: string,
  annotation: Annotation,
  only: boolean,
): Field {
  const value = cls.lookup(name);
  const field =
    value instanceof Field ? value : new Field({ ...ordinary, default: defaultOf(value) });
  field.name = name;
  field.annotation = annotation;
  field.kind = kinds.get(annotation.head) ?? 'field';
  if (field.kind !== 'field' && field.defaultFactory !== missing) {
    throw new PyTypeError(`field ${name} cannot have a default factory`);
  }
  if (field.kind === 'class') {
    if (field.keywordOnly === missing) return field;
    throw new PyTypeError(`field ${name} is a ClassVar but specifies kw_only`);
  }
  if (field.keywordOnly === missing) field.keywordOnly = only;
  if (field.kind === 'field' && isUnhashable(field.default)) {
    const shown = run.objects.repr(run, typeOf(field.default));
    throw new ValueError(
      `mutable default ${shown} for field ${name} is not allowed: use default_factory`,
    );
  }
  return field;
}

function defaultOf(value: unknown): unknown {
  return value === undefined ? missing : value;
}

/** Whether the class of a value says that it has no hash. */
function isUnhashable(value: unknown): boolean {
  if (Array.isArray(value) || value instanceof Dict) return true;
  if (value instanceof PySet) return !value.frozen;
  if (value instanceof Instance) {
    for (const parent of value.cls.mro) {
      const hash = parent.attributes.get('__hash__');
      if (hash !== undefined) return hash === null;
      if (parent.attributes.has('__eq__')) return parent.module !== 'builtins';
    }
    return false;
  }
  return !(value instanceof PyClass) && typeOf(value).lookup('__hash__') === null;
}
