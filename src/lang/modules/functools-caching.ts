// `functools.lru_cache`, `cache` and `cached_property`. The calls of a cache are keyed as C's are:
// by the one int or str, else by all arguments as a tuple. Source: CPython
// Modules/_functoolsmodule.c (lru_cache_make_key, bounded_lru_cache_wrapper), Lib/functools.py.

import { PyTypeError } from '../../asyncio/exceptions.ts';
import type { Interpreter } from '../interpreter.ts';
import { getAttributeOr, hasDictionary, ownAttributes } from '../objects/attributes.ts';
import { isCallable } from '../objects/callable.ts';
import { builtinClass, declareType, define, tupleClass } from '../objects/classes.ts';
import { Descriptor, defineGetters, Getter } from '../objects/descriptors.ts';
import { Dict } from '../objects/dict.ts';
import { ownNames, type Recall, Remembering, rememberingCall } from '../objects/forwarding.ts';
import type { Int } from '../objects/integers.ts';
import { type Entry, KeyMap } from '../objects/key-map.ts';
import { callBuiltin, LibraryFunction } from '../objects/signature.ts';
import { truthy } from '../objects/truth.ts';
import { typeOf } from '../objects/type-of.ts';
import { Builtin, type PyClass, Tuple } from '../values.ts';
import { updateWrapper } from './functools-wrapping.ts';

type Keywords = ReadonlyMap<string, unknown> | null;

/** A remembered call; the bounded ones in a ring, the one used last before the root. */
class CacheEntry implements Entry {
  readonly key: unknown;
  bucket: Int | null = null;
  value: unknown = undefined;
  before: CacheEntry = this;
  after: CacheEntry = this;

  constructor(key: unknown) {
    this.key = key;
  }

  leaveRing(): void {
    this.before.after = this.after;
    this.after.before = this.before;
  }

  /** To the end of the ring of `root`. */
  enterRing(root: CacheEntry): void {
    this.before = root.before;
    this.after = root;
    root.before.after = this;
    root.before = this;
  }
}

/** Stands in keys between positional and keyword arguments. */
class KeywordMark {}
const MARK = new KeywordMark();

function keyOfCall(args: readonly unknown[], keywords: Keywords, typed: boolean): unknown {
  const named = keywords ?? new Map<string, unknown>();
  if (!typed && named.size === 0 && args.length === 1) {
    const [only] = args;
    const kind = typeof only;
    if (kind === 'number' || kind === 'bigint' || kind === 'string') return only;
  }
  const items = [...args];
  if (named.size > 0) items.push(MARK, ...[...named].flat());
  if (typed) items.push(...[...args, ...named.values()].map(typeOf));
  return new Tuple(items);
}

/** What `lru_cache` makes of a function. */
export class CachedFunction extends Remembering {
  readonly inner: unknown;
  readonly #limit: number;
  readonly #typed: boolean;
  readonly #entries: KeyMap<CacheEntry>;
  readonly #root = new CacheEntry(null);
  #hits = 0;
  #misses = 0;

  /** `limit` is Infinity for a cache without bound. */
  constructor(run: Interpreter, inner: unknown, limit: number, typed: boolean) {
    super();
    this.inner = inner;
    this.#limit = limit;
    this.#typed = typed;
    this.#entries = new KeyMap(run, (key) => new CacheEntry(key), null);
  }

  recall(_run: Interpreter, args: readonly unknown[], keywords: Keywords): Recall {
    if (this.#limit === 0) {
      this.#misses++;
      return { value: undefined, keep: () => {} };
    }
    const key = keyOfCall(args, keywords, this.#typed);
    const found = this.#entries.find(key);
    if (found === undefined) {
      this.#misses++;
      return { value: undefined, keep: (value) => this.#keep(key, value) };
    }
    this.#hits++;
    found.leaveRing();
    found.enterRing(this.#root);
    return { value: found.value, keep: () => {} };
  }

  /** A call has ended; one inside of it may have been the same. */
  #keep(key: unknown, value: unknown): void {
    const entries = this.#entries;
    const { size } = entries;
    const entry = entries.findOrAdd(key);
    if (entries.size === size) {
      if (this.#limit === Number.POSITIVE_INFINITY) entry.value = value;
      return;
    }
    entry.value = value;
    entry.enterRing(this.#root);
    if (entries.size <= this.#limit) return;
    const oldest = this.#root.after;
    oldest.leaveRing();
    entries.remove(oldest);
  }

  /** `cache_info()`. */
  info(): CacheInfo {
    const limit = this.#limit === Number.POSITIVE_INFINITY ? null : this.#limit;
    return new CacheInfo([this.#hits, this.#misses, limit, this.#entries.size]);
  }

  /** `cache_clear()`. */
  clear(): null {
    this.#entries.clear();
    this.#root.before = this.#root;
    this.#root.after = this.#root;
    this.#hits = 0;
    this.#misses = 0;
    return null;
  }
}

const cachedClass = builtinClass('_lru_cache_wrapper', undefined, 'functools');
cachedClass.messageName = 'functools._lru_cache_wrapper';
cachedClass.isFinal = true;
declareType(CachedFunction, cachedClass);
define(cachedClass, [
  rememberingCall(),
  new Builtin('cache_info(self)', (_run, self: CachedFunction) => self.info()),
  new Builtin('cache_clear(self)', (_run, self: CachedFunction) => self.clear()),
]);
defineGetters(cachedClass, ownNames('functools'));

/** The named tuple that `cache_info()` gives. */
class CacheInfo extends Tuple {}

const INFO_FIELDS = ['hits', 'misses', 'maxsize', 'currsize'];
const infoClass = builtinClass('CacheInfo', [tupleClass], 'functools');
declareType(CacheInfo, infoClass);
define(infoClass, [
  new Builtin('__repr__(self, /)', (run, { items }: CacheInfo) => {
    const parts = INFO_FIELDS.map((name, at) => `${name}=${run.objects.repr(run, items[at])}`);
    return `CacheInfo(${parts.join(', ')})`;
  }),
  new Builtin(
    '_asdict(self)',
    (run, { items }: CacheInfo) =>
      new Dict(
        run,
        INFO_FIELDS.map((name, at) => [name, items[at]]),
      ),
  ),
]);
infoClass.attributes.set('_fields', new Tuple(INFO_FIELDS));
defineGetters(
  infoClass,
  INFO_FIELDS.map((name, at) => new Getter(name, (_run, { items }: CacheInfo) => items[at])),
);

function cached(run: Interpreter, inner: unknown, size: number | null, typed: unknown): unknown {
  if (!isCallable(inner)) throw new PyTypeError('the first argument must be callable');
  const limit = size ?? Number.POSITIVE_INFINITY;
  const made = new CachedFunction(run, inner, limit, truthy(run, typed));
  updateWrapper(run, made, inner);
  const parameters = [
    ['maxsize', size],
    ['typed', typed],
  ] as const;
  const show = new LibraryFunction(
    'lru_cache.<locals>.<lambda>()',
    () => new Dict(run, parameters),
  );
  made.attributes.set('cache_parameters', show);
  return made;
}

function sizeOf(value: unknown): number | null {
  if (value === null) return null;
  if (typeof value === 'boolean') return value ? 1 : 0;
  if (typeof value === 'number' || typeof value === 'bigint') return Math.max(0, Number(value));
  throw new PyTypeError('Expected first argument to be an integer, a callable, or None');
}

/** `lru_cache(maxsize=128, typed=False)`, and `lru_cache(function)`. */
export const lruCache = new LibraryFunction(
  'lru_cache(maxsize=128, typed=False)',
  (run, size: unknown, typed: unknown) => {
    const isNumber = typeof size === 'number' || typeof size === 'bigint' || size === null;
    if (!isNumber && isCallable(size) && typeof typed === 'boolean') {
      return cached(run, size, 128, typed);
    }
    const limit = sizeOf(size);
    return new LibraryFunction(
      'lru_cache.<locals>.decorating_function(user_function)',
      (_run, inner: unknown) => cached(run, inner, limit, typed),
    );
  },
);

/** `cache(user_function, /)`: without bound. */
export const cache = new LibraryFunction('cache(user_function, /)', (run, inner: unknown) =>
  cached(run, inner, null, false),
);

/** `cached_property(func)`: computed when first read, an attribute of the instance from then on. */
class CachedProperty extends Descriptor {
  readonly callee: unknown;
  name: string | null = null;

  constructor(callee: unknown) {
    super();
    this.callee = callee;
  }

  override setName(name: string): void {
    this.name ??= name;
    if (this.name === name) return;
    throw new PyTypeError(
      'Cannot assign the same cached_property to two different names ' +
        `('${this.name}' and '${name}').`,
    );
  }

  get(run: Interpreter, self: unknown, _cls: PyClass): unknown {
    const { name } = this;
    if (self === undefined) return this;
    if (name === null) {
      throw new PyTypeError(
        'Cannot use cached_property instance without calling __set_name__ on it.',
      );
    }
    const own = hasDictionary(self) ? ownAttributes(self) : undefined;
    if (own === undefined || own === null) throw noDictionary(self, name);
    const value = run.call(this.callee, [self]);
    own.set(name, value);
    return value;
  }
}

function noDictionary(self: unknown, name: string): PyTypeError {
  const cls = typeOf(self).name;
  return new PyTypeError(
    `No '__dict__' attribute on '${cls}' instance to cache '${name}' property.`,
  );
}

export const cachedPropertyClass = builtinClass('cached_property', undefined, 'functools');
cachedPropertyClass.isFinal = true;
cachedPropertyClass.signature = 'cached_property(func)';
const makeProperty = new LibraryFunction(
  'cached_property.__init__(self, func)',
  (_run, _self: unknown, callee: unknown) => new CachedProperty(callee),
);
cachedPropertyClass.construct = (run, _cls, args, keywords) =>
  callBuiltin(run, makeProperty, [null, ...args], keywords);
declareType(CachedProperty, cachedPropertyClass);
defineGetters(cachedPropertyClass, [
  new Getter('func', (_run, self: CachedProperty) => self.callee),
  new Getter('attrname', (_run, self: CachedProperty) => self.name),
  new Getter('__doc__', (run, self: CachedProperty) => {
    return getAttributeOr(run, self.callee, '__doc__') ?? null;
  }),
]);
