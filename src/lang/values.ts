// How Python values are held in JavaScript:
//   int    a number while it is a safe integer (never -0), else a bigint
//   float  Float (so that 5 and 5.0 differ); bool: boolean; None: null; str: string
//   list   a JavaScript array; tuple: Tuple; dict: Dict (dict.ts); set, frozenset: PySet (set.ts)
//   exceptions: instances of asyncio/exceptions.ts; futures, locks, queues: the objects of asyncio/
// `undefined` is never a Python value: it marks an unbound variable and an absent argument.
// Strings are UTF-16 in JavaScript and code points in Python: len and indices count code points.

import type { Interpreter } from './interpreter.ts';

/** A Python float. Boxed, so that an int and a float of equal value stay apart. */
export class Float {
  readonly value: number;

  constructor(value: number) {
    this.value = value;
  }
}

/** A Python tuple. */
export class Tuple {
  readonly items: readonly unknown[];

  constructor(items: readonly unknown[]) {
    this.items = items;
  }
}

/** `range(start, stop, step)`; the three are ints as defined above. */
export class Range {
  readonly start: number;
  readonly stop: number;
  readonly step: number;

  constructor(start: number, stop: number, step: number) {
    this.start = start;
    this.stop = stop;
    this.step = step;
  }
}

/** `slice(start, stop, step)`: each an int or null for None. */
export class Slice {
  readonly start: unknown;
  readonly stop: unknown;
  readonly step: unknown;

  constructor(start: unknown, stop: unknown, step: unknown) {
    this.start = start;
    this.stop = stop;
    this.step = step;
  }
}

/** The singletons `NotImplemented` and `...`. */
export class Singleton {
  readonly name: string;

  constructor(name: string) {
    this.name = name;
  }
}
export const notImplemented = new Singleton('NotImplemented');
export const ellipsis = new Singleton('Ellipsis');

/** An annotation of a class body. */
export interface Annotation {
  /** As Python prints it; of a string, what stands in it. */
  readonly text: string;
  /** Whether it is written as a string. */
  readonly isQuoted: boolean;
  /** The last name before any bracket: `ClassVar` of `typing.ClassVar[int]`. */
  readonly head: string;
}

const NO_ANNOTATIONS: ReadonlyMap<string, Annotation> = new Map();

/** Makes of a new class of the program what its kind asks for: members of an Enum. */
export type Adopt = (
  run: Interpreter,
  cls: PyClass,
  keywords: ReadonlyMap<string, unknown> | null,
) => void;

/**
 * A class: built-in or of the program. `attributes` is its `__dict__`, `mro` its C3 linearisation,
 * itself first. `construct` makes the instance of a built-in class (`__new__` and `__init__` in
 * one) and is inherited.
 */
export class PyClass {
  name: string;
  qualname: string;
  readonly module: string;
  readonly bases: readonly PyClass[];
  readonly mro: readonly PyClass[];
  readonly attributes = new Map<string, unknown>();
  construct: Construct | null = null;
  /**
   * Of a ready-made class that the program may derive from: a value that `__init__` has still to
   * fill.
   */
  bare: ((run: Interpreter) => object) | null = null;
  /** What messages call it: where C's classes tell their module, `_contextvars.Context`. */
  messageName: string;
  /** Whether no class may derive from it. */
  isFinal = false;
  /** Of a built-in class: whether the operators ask its methods, as those of a module's class. */
  asksMethods = false;
  /** What else than classes derived from it counts as such: an abstract class's own rule. */
  accepts: ((cls: PyClass) => boolean) | null = null;
  /** The same for one value, where its class alone does not tell: a protocol of attributes. */
  acceptsValue: ((value: unknown) => boolean) | null = null;
  /** Of the call that makes an instance, `Lock()`, where the checker is to know it. */
  signature: string | null = null;
  /** What the class body annotates, in order; as text, since annotations are not evaluated. */
  annotations: ReadonlyMap<string, Annotation> = NO_ANNOTATIONS;
  /** Names of abstract methods that nobody has written yet; null where it can be instantiated. */
  abstractMethods: readonly string[] | null = null;
  /** The class of this class, where it says so itself; `metaclassOf` knows it of every class. */
  metaclass: PyClass | null = null;
  /** Classes of the program that derive from this one of the program directly, in order. */
  readonly subclasses: PyClass[] = [];
  /** Called with each class of the program that derives from this one, when its body has run. */
  adopt: Adopt | null = null;

  constructor(
    name: string,
    bases: readonly PyClass[],
    linearise: (self: PyClass) => readonly PyClass[],
    module = 'builtins',
    qualname = name,
  ) {
    this.name = name;
    this.qualname = qualname;
    this.messageName = name;
    this.module = module;
    this.bases = bases;
    this.mro = linearise(this);
  }

  /** What a class of the program names in its own `__slots__`; null where it has none. */
  slots: readonly string[] | null = null;
  /** Whether instances have a `__dict__`: worked out when first asked for. */
  givesDictionary: boolean | undefined = undefined;

  /**
   * On `object`: counts the changes of any class's attributes. Only compared for equality, by
   * whoever keeps what a lookup gave.
   */
  changes = 0;
  /**
   * The `__init__` with which plain instances begin, and the count of changes when it was looked
   * up.
   */
  initialiser: unknown = undefined;
  initialiserChanges = -1;
  /** A `__getattribute__` other than `object`'s, and the count when it was looked up. */
  readHook: unknown = undefined;
  readHookChanges = -1;

  /** The attribute found first along the mro; undefined where there is none. */
  lookup(name: string): unknown {
    for (const cls of this.mro) {
      const value = cls.attributes.get(name);
      if (value !== undefined) return value;
    }
    return undefined;
  }
}

export type Construct = (
  run: Interpreter,
  cls: PyClass,
  args: readonly unknown[],
  keywords: ReadonlyMap<string, unknown> | null,
) => unknown;

/**
 * An instance of a class of the program (exceptions apart: those are BaseException with a
 * `userClass`).
 */
export class Instance {
  readonly cls: PyClass;
  readonly attributes = new Map<string, unknown>();

  constructor(cls: PyClass) {
    this.cls = cls;
  }
}

/** An instance that is an int, too: a member of an IntEnum. */
export class NumberInstance extends Instance {
  readonly number: number | bigint;

  constructor(cls: PyClass, number: number | bigint) {
    super(cls);
    this.number = number;
  }
}

/** An instance that is a str, too: a member of a StrEnum. */
export class TextInstance extends Instance {
  readonly text: string;

  constructor(cls: PyClass, text: string) {
    super(cls);
    this.text = text;
  }
}

/** The text of a str, whatever its class; any other value as it is. */
export function plainText(value: unknown): unknown {
  return value instanceof TextInstance ? value.text : value;
}

/**
 * A function or method written by us. `signature` is its Python signature, `name(a, b=1, *rest,
 * key=None)`, from which the checker and the binder work; `body` gets the interpreter, then one
 * argument a parameter (an array for `*rest`, a Map for `**rest`, undefined where a parameter
 * without written default is absent).
 */
export class Builtin {
  readonly name: string;
  readonly signature: string;
  readonly body: (run: Interpreter, ...args: never[]) => unknown;
  /**
   * Whether it takes the object it is read from as its first argument: called `self` in the
   * signature.
   */
  readonly hasSelf: boolean;
  /** The parsed signature, set by objects/signature.ts when first needed. */
  plan: object | null = null;
  /** The built-in class whose method this is: `list` for `list.append`. */
  owner: PyClass | null = null;
  /** What the checker goes by, where the signature takes any keyword and hands it on. */
  checkedSignature: string | null = null;
  /** The module that messages name it by: `math.floor()`. */
  moduleName: string | null = null;
  /** Whether it stands for calling a class: `list(…)`. */
  constructs = false;

  constructor(signature: string, body: (run: Interpreter, ...args: never[]) => unknown) {
    this.name = signature.slice(0, signature.indexOf('('));
    this.signature = signature;
    this.body = body;
    this.hasSelf = /^\(self[,)]/.test(signature.slice(this.name.length));
  }
}

/** A method together with the object that it was read from. */
export class BoundMethod {
  readonly self: unknown;
  readonly callee: unknown;

  constructor(self: unknown, callee: unknown) {
    this.self = self;
    this.callee = callee;
  }
}

/** `asyncio`, `math`, … as seen by the program. */
export class PyModule {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, unknown>;

  constructor(name: string, attributes: ReadonlyMap<string, unknown>) {
    this.name = name;
    this.attributes = attributes;
  }
}
