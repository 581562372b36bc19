// Python values as JSON text. Source: CPython 3.14 Lib/json/encoder.py.

import { Exception, PyTypeError, ValueError } from '../../asyncio/exceptions.ts';
import { floatRepr } from '../../base/float-text.ts';
import type { Interpreter } from '../interpreter.ts';
import { lessThan } from '../objects/compare.ts';
import { Dict } from '../objects/dict.ts';
import { typeName } from '../objects/type-of.ts';
import { intText } from '../text/parse-number.ts';
import { Float, NumberInstance, plainText, Tuple } from '../values.ts';

export interface EncoderOptions {
  readonly ensureAscii: boolean;
  readonly allowNan: boolean;
  readonly skipKeys: boolean;
  readonly sortKeys: boolean;
  /** What each level is indented by; null for one line. */
  readonly indent: string | null;
  readonly itemSeparator: string;
  readonly keySeparator: string;
  /** Gives something else for what is no JSON; null for nobody. */
  readonly otherwise: unknown;
}

const named = new Map([
  ['"', '\\"'],
  ['\\', '\\\\'],
  ['\n', '\\n'],
  ['\r', '\\r'],
  ['\t', '\\t'],
  ['\f', '\\f'],
  ['\b', '\\b'],
]);

function quoted(text: string, ensureAscii: boolean): string {
  const special = ensureAscii ? /["\\]|[^ -~]/g : /["\\\0-\x1f]/g;
  const escaped = (unit: string): string =>
    named.get(unit) ?? `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;
  return `"${text.replace(special, escaped)}"`;
}

export class JsonEncoder {
  readonly #run: Interpreter;
  readonly #options: EncoderOptions;
  readonly #open = new Set<unknown>();
  /** Lists and dicts around the value. */
  #level = 0;

  constructor(run: Interpreter, options: EncoderOptions) {
    this.#run = run;
    this.#options = options;
  }

  encode(given: unknown): string {
    this.#run.charge(1);
    const value = plainText(given);
    if (typeof value === 'string') return quoted(value, this.#options.ensureAscii);
    const plain = this.#plain(value);
    if (plain !== null) return plain;
    if (this.#open.has(value)) throw new ValueError('Circular reference detected');
    this.#open.add(value);
    const text = this.#collection(value);
    this.#open.delete(value);
    return text;
  }

  /** None, a bool or a number; null for anything else. */
  #plain(value: unknown): string | null {
    if (value instanceof NumberInstance) return intText(value.number, this.#run.limits.digits);
    if (value === null) return 'null';
    if (typeof value === 'boolean') return value ? 'true' : 'false';
    if (typeof value === 'number' || typeof value === 'bigint') {
      return intText(value, this.#run.limits.digits);
    }
    return value instanceof Float ? this.#float(value.value) : null;
  }

  #float(value: number): string {
    if (Number.isFinite(value)) return floatRepr(value);
    if (!this.#options.allowNan) {
      const shown = floatRepr(value);
      throw new ValueError(`Out of range float values are not JSON compliant: ${shown}`);
    }
    if (Number.isNaN(value)) return 'NaN';
    return value > 0 ? 'Infinity' : '-Infinity';
  }

  #collection(value: unknown): string {
    if (value instanceof Dict) return this.#object(value);
    const items = value instanceof Tuple ? value.items : value;
    if (Array.isArray(items)) {
      const kind = typeName(value);
      return this.#joined('[', ']', items, (item, index) =>
        this.#noting(`when serializing ${kind} item ${index}`, () => this.encode(item)),
      );
    }
    const { otherwise } = this.#options;
    if (otherwise !== null) {
      const instead = this.#run.call(otherwise, [value]);
      const shown = typeName(value);
      return this.#noting(`when serializing ${shown} object`, () => this.encode(instead));
    }
    throw new PyTypeError(`Object of type ${typeName(value)} is not JSON serializable`);
  }

  #object(dict: Dict): string {
    const { sortKeys, keySeparator, ensureAscii } = this.#options;
    let pairs = Array.from(dict.entries(), ({ key, value }) => [key, value] as const);
    if (sortKeys) {
      const less = (a: unknown, b: unknown): boolean => lessThan(this.#run, a, b);
      pairs = pairs.sort(([a], [b]) => (less(a, b) ? -1 : Number(less(b, a))));
    }
    const known = pairs.flatMap(([key, value]) => {
      const name = this.#key(key);
      return name === null ? [] : [[key, name, value] as const];
    });
    return this.#joined('{', '}', known, ([key, name, value]) => {
      const note = `when serializing dict item ${this.#run.objects.repr(this.#run, key)}`;
      const text = this.#noting(note, () => this.encode(value));
      return `${quoted(name, ensureAscii)}${keySeparator}${text}`;
    });
  }

  /** A key as text; null for one that is skipped. */
  #key(key: unknown): string | null {
    const text = plainText(key);
    const name = typeof text === 'string' ? text : this.#plain(key);
    if (name !== null || this.#options.skipKeys) return name;
    throw new PyTypeError(`keys must be str, int, float, bool or None, not ${typeName(key)}`);
  }

  #joined<T>(
    open: string,
    close: string,
    items: readonly T[],
    show: (item: T, index: number) => string,
  ): string {
    if (items.length === 0) return open + close;
    const { indent, itemSeparator } = this.#options;
    this.#level++;
    const texts = items.map(show);
    this.#level--;
    if (indent === null) return open + texts.join(itemSeparator) + close;
    const outer = `\n${indent.repeat(this.#level)}`;
    const inner = outer + indent;
    return open + inner + texts.join(itemSeparator + inner) + outer + close;
  }

  /** An error on the way out is told where it happened. */
  #noting(note: string, encode: () => string): string {
    try {
      return encode();
    } catch (error) {
      if (error instanceof Exception) error.notes = [...(error.notes ?? []), note];
      throw error;
    }
  }
}
