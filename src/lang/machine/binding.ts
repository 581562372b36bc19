// Binding the arguments of a call to the parameters of a function of the program, with CPython's
// messages. Source: CPython Python/ceval.c (initialize_locals, missing_arguments,
// too_many_positional).

import { PyTypeError } from '../../asyncio/exceptions.ts';
import { Dict } from '../objects/dict.ts';
import { Tuple } from '../values.ts';
import type { PyFunction } from './function.ts';

/**
 * Puts arguments into the slots of a new frame. Throws TypeError where they do not fit.
 * @param slots of the new frame, parameters first, all unbound.
 */
export function bindArguments(
  fn: PyFunction,
  slots: unknown[],
  args: readonly unknown[],
  keywords: ReadonlyMap<string, unknown> | null,
): void {
  const { parameters } = fn.code;
  const { positional, restSlot, keywordRestSlot } = parameters;
  const given = args.length < positional ? args.length : positional;
  for (let i = 0; i < given; i++) slots[i] = args[i];
  if (restSlot >= 0) slots[restSlot] = new Tuple(args.slice(positional));
  if (keywordRestSlot >= 0) slots[keywordRestSlot] = new Dict(fn.machine);
  if (keywords !== null) bindKeywords(fn, slots, keywords);
  if (args.length > positional && restSlot < 0) throw tooMany(fn, slots, args.length);
  if (given < positional) fillDefaults(fn, slots, given);
  if (parameters.keywordOnly > 0) fillKeywordOnly(fn, slots);
}

function bindKeywords(
  fn: PyFunction,
  slots: unknown[],
  keywords: ReadonlyMap<string, unknown>,
): void {
  const { names, positionalOnly, keywordRestSlot } = fn.code.parameters;
  for (const [name, value] of keywords) {
    const index = names.indexOf(name, positionalOnly);
    if (index >= 0) {
      if (slots[index] !== undefined) {
        throw new PyTypeError(`${fn.qualname}() got multiple values for argument '${name}'`);
      }
      slots[index] = value;
    } else if (keywordRestSlot >= 0) {
      (slots[keywordRestSlot] as Dict).set(name, value);
    } else {
      throw unexpected(fn, name, keywords);
    }
  }
}

function unexpected(
  fn: PyFunction,
  name: string,
  keywords: ReadonlyMap<string, unknown>,
): PyTypeError {
  const { names, positionalOnly } = fn.code.parameters;
  const wrong = names.slice(0, positionalOnly).filter((each) => keywords.has(each));
  if (wrong.length > 0) {
    return new PyTypeError(
      `${fn.qualname}() got some positional-only arguments passed as keyword arguments: ` +
        `'${wrong.join(', ')}'`,
    );
  }
  const near = nearest(names.slice(positionalOnly), name);
  const hint = near === null ? '' : `. Did you mean '${near}'?`;
  return new PyTypeError(`${fn.qualname}() got an unexpected keyword argument '${name}'${hint}`);
}

/** The name that differs least, if by little. Source: Python/suggestions.c. */
function nearest(known: readonly string[], name: string): string | null {
  let best: string | null = null;
  let bestCost = Number.POSITIVE_INFINITY;
  for (const each of known) {
    if (each.length >= LONGEST_NAME || name.length >= LONGEST_NAME) continue;
    const cost = editCost(each, name);
    if (cost >= bestCost || cost > Math.trunc(((each.length + name.length + 3) * MOVE) / 6))
      continue;
    best = each;
    bestCost = cost;
  }
  return best;
}

/** CPython's costs: a letter more, less or other; a letter in the other case. */
const MOVE = 2;
const CASE = 1;
const LONGEST_NAME = 40;

function editCost(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index * MOVE);
  for (let i = 1; i <= a.length; i++) {
    const next = [i * MOVE];
    for (let j = 1; j <= b.length; j++) {
      const other = row[j - 1] + replacement(a[i - 1], b[j - 1]);
      next.push(Math.min(other, row[j] + MOVE, next[j - 1] + MOVE));
    }
    row = next;
  }
  return row[b.length];
}

function replacement(a: string, b: string): number {
  if (a === b) return 0;
  return a.toLowerCase() === b.toLowerCase() ? CASE : MOVE;
}

function tooMany(fn: PyFunction, slots: readonly unknown[], given: number): PyTypeError {
  const { positional, names, keywordOnly } = fn.code.parameters;
  const atLeast = positional - fn.defaults.length;
  const takes = fn.defaults.length > 0 ? `from ${atLeast} to ${positional}` : String(positional);
  const plural = positional === 1 && fn.defaults.length === 0 ? '' : 's';
  let extra = '';
  let keywordsGiven = 0;
  for (let i = positional; i < positional + keywordOnly; i++) {
    if (slots[i] !== undefined && i < names.length) keywordsGiven++;
  }
  if (keywordsGiven > 0) {
    const first = `positional argument${given === 1 ? '' : 's'}`;
    const second = `keyword-only argument${keywordsGiven === 1 ? '' : 's'}`;
    extra = ` ${first} (and ${keywordsGiven} ${second})`;
  }
  const were = given === 1 && keywordsGiven === 0 ? 'was' : 'were';
  return new PyTypeError(
    `${fn.qualname}() takes ${takes} positional argument${plural} ` +
      `but ${given}${extra} ${were} given`,
  );
}

function fillDefaults(fn: PyFunction, slots: unknown[], given: number): void {
  const { positional, names } = fn.code.parameters;
  const { defaults } = fn;
  const required = positional - defaults.length;
  let missing: string[] | null = null;
  for (let i = given; i < positional; i++) {
    if (slots[i] !== undefined) continue;
    if (i >= required) slots[i] = defaults[i - required];
    else if (missing === null) missing = [names[i]];
    else missing.push(names[i]);
  }
  if (missing !== null) throw missingArguments(fn, 'positional', missing);
}

function fillKeywordOnly(fn: PyFunction, slots: unknown[]): void {
  const { positional, keywordOnly, names } = fn.code.parameters;
  const missing: string[] = [];
  for (let i = positional; i < positional + keywordOnly; i++) {
    if (slots[i] !== undefined) continue;
    const value = fn.keywordDefaults?.get(names[i]);
    if (value === undefined) missing.push(names[i]);
    else slots[i] = value;
  }
  if (missing.length > 0) throw missingArguments(fn, 'keyword-only', missing);
}

function missingArguments(
  fn: PyFunction,
  kind: 'positional' | 'keyword-only',
  missing: readonly string[],
): PyTypeError {
  const quoted = missing.map((name) => `'${name}'`);
  const last = quoted[quoted.length - 1];
  let list = last;
  if (quoted.length === 2) list = `${quoted[0]} and ${last}`;
  else if (quoted.length > 2) list = `${quoted.slice(0, -1).join(', ')}, and ${last}`;
  const plural = missing.length === 1 ? '' : 's';
  return new PyTypeError(
    `${fn.qualname}() missing ${missing.length} required ${kind} argument${plural}: ${list}`,
  );
}
