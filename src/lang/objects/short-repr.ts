// A repr of limited length, as asyncio shows results and arguments. Source: CPython
// Lib/reprlib.py (Repr, with its default limits).

import { BaseException, Exception } from '../../asyncio/exceptions.ts';
import type { Interpreter } from '../interpreter.ts';
import { Tuple } from '../values.ts';
import { lessThan } from './compare.ts';
import { Dict } from './dict.ts';
import { repr } from './repr.ts';
import { PySet } from './set.ts';
import { typeName } from './type-of.ts';

const LEVELS = 6;
const ITEMS = 6;
const DICT_ITEMS = 4;
const TEXT = 30;
const DIGITS = 40;
const FILL = '...';

/** `reprlib.repr(value)`. */
export function shortRepr(run: Interpreter, value: unknown): string {
  return atLevel(run, value, LEVELS);
}

function atLevel(run: Interpreter, value: unknown, level: number): string {
  const name = typeName(value);
  if (typeof value === 'string') return shortText(run, value);
  if (name === 'int') return cut(repr(run, value), DIGITS);
  if (Array.isArray(value)) return items(run, value, level, '[', ']');
  if (value instanceof Tuple && name === 'tuple') {
    return items(run, value.items, level, '(', value.items.length === 1 ? ',)' : ')');
  }
  if (value instanceof Dict && name === 'dict') return shortDict(run, value, level);
  if (value instanceof PySet && (name === 'set' || name === 'frozenset')) {
    if (value.size === 0) return `${name}()`;
    const ends = value.frozen ? ['frozenset({', '})'] : ['{', '}'];
    return items(run, sorted(run, value.members()), level, ends[0], ends[1]);
  }
  return instance(run, value);
}

function items(
  run: Interpreter,
  values: readonly unknown[],
  level: number,
  left: string,
  right: string,
): string {
  if (level <= 0 && values.length > 0) return `${left}${FILL}${right.replace(',', '')}`;
  const shown = values.slice(0, ITEMS).map((each) => atLevel(run, each, level - 1));
  if (values.length > ITEMS) shown.push(FILL);
  return `${left}${shown.join(', ')}${right}`;
}

function shortDict(run: Interpreter, dict: Dict, level: number): string {
  const entries = [...dict.entries()];
  if (entries.length === 0) return '{}';
  if (level <= 0) return `{${FILL}}`;
  const values = new Map(entries.map(({ key, value }) => [key, value]));
  const keys = sorted(run, values.keys());
  const shown = keys
    .slice(0, DICT_ITEMS)
    .map((key) => `${atLevel(run, key, level - 1)}: ${atLevel(run, values.get(key), level - 1)}`);
  if (keys.length > DICT_ITEMS) shown.push(FILL);
  return `{${shown.join(', ')}}`;
}

/** In order, if they can be compared. */
function sorted(run: Interpreter, values: Iterable<unknown>): unknown[] {
  const list = [...values];
  try {
    return [...list].sort((a, b) => (lessThan(run, a, b) ? -1 : Number(lessThan(run, b, a))));
  } catch (error) {
    if (error instanceof Exception) return list;
    throw error;
  }
}

function shortText(run: Interpreter, text: string): string {
  const all = Array.from(text);
  const shown = repr(run, all.slice(0, TEXT).join(''));
  if (Array.from(shown).length <= TEXT) return shown;
  const [left, right] = halves(TEXT);
  const both = all.slice(0, left).join('') + all.slice(all.length - right).join('');
  return joined(Array.from(repr(run, both)), left, right);
}

function instance(run: Interpreter, value: unknown): string {
  let text: string;
  try {
    text = repr(run, value);
  } catch (error) {
    if (!(error instanceof BaseException) || !(error instanceof Exception)) throw error;
    return `<${typeName(value)} instance at ${run.addresses.text(value)}>`;
  }
  return cut(text, TEXT);
}

function cut(text: string, most: number): string {
  const all = Array.from(text);
  if (all.length <= most) return text;
  const [left, right] = halves(most);
  return joined(all, left, right);
}

function halves(most: number): readonly [number, number] {
  const left = Math.floor((most - FILL.length) / 2);
  return [left, most - FILL.length - left];
}

function joined(all: readonly string[], left: number, right: number): string {
  return all.slice(0, left).join('') + FILL + all.slice(all.length - right).join('');
}
