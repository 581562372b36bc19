import { expect, test } from 'vitest';
import { repr } from '../../../src/lang/objects/repr.ts';
import { PySet } from '../../../src/lang/objects/set.ts';
import { Float, Tuple } from '../../../src/lang/values.ts';
import { plainInterpreter, shown } from './plain-interpreter.ts';
import { recorded } from './recorded.ts';
import { perform, type Step } from './set-script.ts';

const run = plainInterpreter();

test('150 scripts on sets of numbers leave the members in the order of CPython', () => {
  const wrong = recorded<[Step[], string, string]>('set-orders').filter(([steps, a, b]) => {
    const own = plainInterpreter();
    const sets = perform(own, steps).map((set) => repr(own, [...set.members()]));
    return sets[0] !== a || sets[1] !== b;
  });
  expect(wrong).toEqual([]);
});

test('members are told apart by equality, the first stays', () => {
  const set = new PySet(run, [1, new Float(1), true, '1', new Tuple([1]), new Tuple([1])]);
  expect(set.size).toBe(3);
  expect([...set.members()][0]).toBe(1);
});

test('texts keep the order in which they came', () => {
  const set = new PySet(run, ['b', 'a', 'c']);
  set.discard('a');
  set.add('a');
  expect([...set.members()]).toEqual(['b', 'c', 'a']);
  expect(set.pop()).toBe('b');
});

test('operations give the type of their left side', () => {
  const frozen = new PySet(run, [1, 2], true);
  expect(frozen.intersection(new PySet(run, [2, 3, 4])).frozen).toBe(true);
  expect(frozen.difference([1]).frozen).toBe(true);
  expect(shown(run, () => new PySet(run, [1, 2]).symmetricDifference(frozen))).toBe('set()');
});

test('a set can be taken from itself', () => {
  const set = new PySet(run, [1, 2]);
  set.update(set);
  expect(set.size).toBe(2);
  set.subtract(set);
  expect(set.size).toBe(0);
});

test('subsets and order', () => {
  const [small, large] = [new PySet(run, [1]), new PySet(run, [1, 2])];
  expect(small.isSubsetOf(large)).toBe(true);
  expect(small.orderTo(run, '<', large)).toBe(true);
  expect(large.orderTo(run, '<=', small)).toBe(false);
  expect(small.orderTo(run, '<', [1])).toBe(undefined);
});

test('an unhashable member is refused', () => {
  expect(shown(run, () => new PySet(run).add([]))).toBe(
    "TypeError: cannot use 'list' as a set element (unhashable type: 'list')",
  );
});
