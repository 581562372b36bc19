// The functions of module random that pick from a sequence: choice, shuffle, sample, choices.
// Lists, tuples and strings are read directly, everything else through the object protocol.
// Source: CPython 3.14 Lib/random.py, Modules/_bisectmodule.c.

import { IndexError, PyTypeError, ValueError } from '../../asyncio/exceptions.ts';
import type { Interpreter } from '../interpreter.ts';
import { reserve } from '../objects/limits.ts';
import { intOf } from '../objects/numbers.ts';
import { codePoints, hasSurrogates } from '../text/quote.ts';
import { Float, Range, Tuple } from '../values.ts';
import type { PyRandom } from './random-generator.ts';

/** A sequence to pick from. */
interface Source {
  readonly length: number;
  readonly item: (index: number) => unknown;
}

function sourceOf(run: Interpreter, sequence: unknown): Source {
  if (Array.isArray(sequence)) {
    return { length: sequence.length, item: (index) => sequence[index] };
  }
  if (sequence instanceof Tuple) {
    return { length: sequence.items.length, item: (index) => sequence.items[index] };
  }
  if (typeof sequence === 'string') {
    const characters = hasSurrogates(sequence) ? codePoints(sequence) : sequence;
    return { length: characters.length, item: (index) => characters[index] };
  }
  const { objects } = run;
  return {
    length: objects.length(run, sequence),
    item: (index) => objects.getItem(run, sequence, index),
  };
}

/** `choice(sequence)`. Throws IndexError for an empty one. */
export function choice(run: Interpreter, random: PyRandom, sequence: unknown): unknown {
  const source = sourceOf(run, sequence);
  if (source.length === 0) throw new IndexError('Cannot choose from an empty sequence');
  return source.item(random.indexBelow(source.length));
}

/** `shuffle(sequence)`, in place. */
export function shuffle(run: Interpreter, random: PyRandom, sequence: unknown): null {
  const { objects } = run;
  if (Array.isArray(sequence)) {
    const list = sequence as unknown[];
    run.charge(list.length);
    for (let i = list.length - 1; i > 0; i--) {
      const j = random.indexBelow(i + 1);
      const item = list[i];
      list[i] = list[j];
      list[j] = item;
    }
    return null;
  }
  for (let i = objects.length(run, sequence) - 1; i > 0; i--) {
    const j = random.indexBelow(i + 1);
    const first = objects.getItem(run, sequence, j);
    const second = objects.getItem(run, sequence, i);
    objects.setItem(run, sequence, i, first);
    objects.setItem(run, sequence, j, second);
  }
  return null;
}

/** Whether CPython counts the value as a collections.abc.Sequence. */
function isSequence(run: Interpreter, value: unknown): boolean {
  if (Array.isArray(value) || value instanceof Tuple || value instanceof Range) return true;
  return typeof value === 'string' || run.objects.typeName(value) === 'deque';
}

/** A pool that shrinks where it is small, else a set of what was picked already. */
function pick(random: PyRandom, source: Source, count: number): unknown[] {
  const { length } = source;
  const result: unknown[] = [];
  let setSize = 21;
  if (count > 5) {
    let table = 1;
    while (table < count * 3) table *= 4;
    setSize += table;
  }
  if (length <= setSize) {
    const pool = Array.from({ length }, (_, index) => source.item(index));
    for (let i = 0; i < count; i++) {
      const j = random.indexBelow(length - i);
      result.push(pool[j]);
      pool[j] = pool[length - i - 1];
    }
    return result;
  }
  const selected = new Set<number>();
  for (let i = 0; i < count; i++) {
    let j = random.indexBelow(length);
    while (selected.has(j)) j = random.indexBelow(length);
    selected.add(j);
    result.push(source.item(j));
  }
  return result;
}

/** A sample of `count` positions out of `length`. Throws ValueError. */
function samplePart(
  run: Interpreter,
  random: PyRandom,
  source: Source,
  countValue: unknown,
): unknown[] {
  const count = countValue instanceof Float ? countValue.value : intOf(countValue);
  if (count === undefined) {
    const name = run.objects.typeName(countValue);
    throw new PyTypeError(`'<=' not supported between instances of 'int' and '${name}'`);
  }
  if (!(count >= 0 && count <= source.length)) {
    throw new ValueError('Sample larger than population or is negative');
  }
  if (countValue instanceof Float) {
    throw new PyTypeError("can't multiply sequence by non-int of type 'float'");
  }
  reserve(run, Number(count));
  return pick(random, source, Number(count));
}

/** The running sums of integer counts. Throws TypeError, ValueError. */
function cumulativeCounts(run: Interpreter, counts: unknown, length: number): number[] {
  const sums: number[] = [];
  let total = 0;
  for (const item of run.objects.iterate(run, counts)) {
    if (item instanceof Float) throw new PyTypeError('Counts must be integers');
    total += Number(run.objects.index(run, item));
    sums.push(total);
  }
  if (sums.length !== length) {
    throw new ValueError('The number of counts does not match the population');
  }
  if (total < 0) throw new ValueError('Counts must be non-negative');
  return sums;
}

/** `sample(population, k, counts=counts)`. Throws TypeError, ValueError. */
export function sample(
  run: Interpreter,
  random: PyRandom,
  population: unknown,
  k: unknown,
  counts: unknown,
): unknown[] {
  if (!isSequence(run, population)) {
    throw new PyTypeError('Population must be a sequence.  For dicts or sets, use sorted(d).');
  }
  const source = sourceOf(run, population);
  if (counts === null) return samplePart(run, random, source, k);
  const sums = cumulativeCounts(run, counts, source.length);
  const total = sums.length === 0 ? 0 : (sums.pop() as number);
  const positions = { length: total, item: (index: number) => index };
  return samplePart(run, random, positions, k).map((position) =>
    source.item(bisect(sums.length, (index) => (position as number) < sums[index])),
  );
}

/** The first of `count` positions at which `isAbove` holds; `count` where it never does. */
function bisect(count: number, isAbove: (index: number) => boolean): number {
  let low = 0;
  let high = count;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (isAbove(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}

function accumulate(run: Interpreter, weights: unknown): unknown[] {
  const sums: unknown[] = [];
  for (const weight of run.objects.iterate(run, weights)) {
    const before = sums.length === 0 ? undefined : sums[sums.length - 1];
    sums.push(before === undefined ? weight : run.objects.binary(run, '+', before, weight));
  }
  return sums;
}

/** The cumulative weights to choose by; null where all are equal. Throws TypeError, ValueError. */
function weightsOf(
  run: Interpreter,
  weights: unknown,
  cumulative: unknown,
  length: number,
): unknown[] | null {
  let sums: unknown[];
  if (cumulative !== null) {
    if (weights !== null) {
      throw new PyTypeError('Cannot specify both weights and cumulative weights');
    }
    run.objects.length(run, cumulative);
    sums = [...run.objects.iterate(run, cumulative)];
  } else if (weights === null) return null;
  else if (typeof weights === 'number' || typeof weights === 'bigint') {
    throw new PyTypeError(`The number of choices must be a keyword argument: k=${weights}`);
  } else sums = accumulate(run, weights);
  if (sums.length !== length) {
    throw new ValueError('The number of weights does not match the population');
  }
  return sums;
}

/** How many are asked for: looked at when all else is right. */
function countOf(run: Interpreter, k: unknown): number {
  const count = Math.max(0, Number(run.objects.index(run, k)));
  reserve(run, count);
  return count;
}

/** `choices(population, weights, cum_weights=…, k=…)`. Throws TypeError, ValueError, IndexError. */
export function choices(
  run: Interpreter,
  random: PyRandom,
  population: unknown,
  weights: unknown,
  cumulative: unknown,
  k: unknown,
): unknown[] {
  const source = sourceOf(run, population);
  const sums = weightsOf(run, weights, cumulative, source.length);
  const result: unknown[] = [];
  if (sums === null) {
    const count = countOf(run, k);
    for (let i = 0; i < count; i++) {
      const index = Math.floor(random.random() * source.length);
      if (source.length === 0) return [run.objects.getItem(run, population, 0)];
      result.push(source.item(index));
    }
    return result;
  }
  if (sums.length === 0) throw new IndexError('list index out of range');
  const sum = run.objects.binary(run, '+', sums[sums.length - 1], new Float(0));
  const total = (sum as Float).value;
  if (total <= 0) throw new ValueError('Total of weights must be greater than zero');
  if (!Number.isFinite(total)) throw new ValueError('Total of weights must be finite');
  const count = countOf(run, k);
  const plain = sums.map((item) => (item instanceof Float ? item.value : item));
  const isPlain = plain.every((item) => typeof item === 'number');
  for (let i = 0; i < count; i++) {
    const point = random.random() * total;
    const isAbove = isPlain
      ? (index: number) => point < (plain[index] as number)
      : (index: number) => run.objects.lessThan(run, new Float(point), sums[index]);
    result.push(source.item(bisect(sums.length - 1, isAbove)));
  }
  return result;
}
