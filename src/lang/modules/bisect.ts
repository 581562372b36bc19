// Module `bisect`: places in sorted sequences, and inserting there.
// Source: CPython 3.14 Modules/_bisectmodule.c.

import { ValueError } from '../../asyncio/exceptions.ts';
import type { Interpreter } from '../interpreter.ts';
import { lessThan } from '../objects/compare.ts';
import { toIndex } from '../objects/index-of.ts';
import { length } from '../objects/membership.ts';
import { invoke } from '../objects/native-class.ts';
import { Builtin, PyModule } from '../values.ts';

/** Where a search looks: from `low` up to and without `high`. */
interface Stretch {
  low: number;
  high: number;
}

function stretchOf(run: Interpreter, sequence: unknown, low: unknown, high: unknown): Stretch {
  const least = Number(toIndex(run, low));
  if (least < 0) throw new ValueError('lo must be non-negative');
  return { low: least, high: high === null ? length(run, sequence) : Number(toIndex(run, high)) };
}

/** The place before or after the items that are equal to `wanted`. */
function search(
  run: Interpreter,
  sequence: unknown,
  wanted: unknown,
  stretch: Stretch,
  key: unknown,
  isLeft: boolean,
): number {
  let { low, high } = stretch;
  while (low < high) {
    run.charge(1);
    const middle = Math.floor((low + high) / 2);
    const item = run.objects.getItem(run, sequence, middle);
    const found = key === null ? item : run.call(key, [item]);
    const isBefore = isLeft ? lessThan(run, found, wanted) : !lessThan(run, wanted, found);
    if (isBefore) low = middle + 1;
    else high = middle;
  }
  return low;
}

const PARAMETERS = '(a, x, lo=0, hi=None, *, key=None)';

function finder(name: string, isLeft: boolean): Builtin {
  return new Builtin(name + PARAMETERS, (run, ...args: unknown[]) => {
    const [sequence, wanted, low, high, key] = args;
    return search(run, sequence, wanted, stretchOf(run, sequence, low, high), key, isLeft);
  });
}

function inserter(name: string, isLeft: boolean): Builtin {
  return new Builtin(name + PARAMETERS, (run, ...args: unknown[]) => {
    const [sequence, item, low, high, key] = args;
    const wanted = key === null ? item : run.call(key, [item]);
    const stretch = stretchOf(run, sequence, low, high);
    const place = search(run, sequence, wanted, stretch, key, isLeft);
    invoke(run, sequence, 'insert', [place, item]);
    return null;
  });
}

const functions: readonly Builtin[] = [
  finder('bisect_left', true),
  finder('bisect_right', false),
  finder('bisect', false),
  inserter('insort_left', true),
  inserter('insort_right', false),
  inserter('insort', false),
];

/** The module; the same for every run. */
export const bisectModule = new PyModule(
  'bisect',
  new Map(functions.map((each): [string, unknown] => [each.name, each])),
);
