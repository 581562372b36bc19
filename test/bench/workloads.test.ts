// The workloads do what they say, at small sizes: end times and checksums follow from arithmetic,
// and the library, the yardstick and CPython itself give the same line.
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { programOf, pythonVersion, runPython } from './contenders.ts';
import { cancelCrowd } from './growth.ts';
import { runProgram, withSize } from './language.ts';
import { bytesPerTask } from './memory.ts';
import { TypedHeap } from './typed-heap.ts';
import { pythonFloat, WORKLOADS, workloadOf } from './workloads.ts';
import { YARDSTICKS } from './yardstick.ts';

const SIZE = 2000;
/** 0 + 1 + … + 1999 */
const SUM = (SIZE * (SIZE - 1)) / 2;

const EXPECTED: ReadonlyMap<string, string> = new Map([
  // The longest of a hundred lengths is 1 + 99/100.
  ['w1', `1.99 ${SUM}`],
  // 2000 workers, 100 at a time, a second each.
  ['w2', `20.0 ${SUM}`],
  ['w3', `0.0 ${SUM}`],
  // The sleeps end after a second; the time-outs at 10 s are cancelled and move no clock.
  ['w4', `1.0 ${SUM}`],
  ['w5', `0.0 ${SIZE}`],
  ['w6', `2.0 ${SUM}`],
  // Ten tasks, the numbers 0 to 9; the longest sleeps 200 times 10 ms. The sum of so many
  // roundings, of tasks that share a wake-up within the clock's resolution, is CPython's (the same
  // in 3.11 to 3.13).
  ['w7', '1.9999999999999902 45'],
  ['w8', `0.0 ${SIZE}`],
]);

const python = pythonVersion('python3');

describe.each(WORKLOADS.map(({ name }) => name))('%s', (name) => {
  const expected = EXPECTED.get(name) as string;

  test('ends when it must and has done all of its work', () => {
    expect(workloadOf(name).run(SIZE)).toBe(expected);
  });

  test('the yardstick does the same work', () => {
    expect(YARDSTICKS.get(name)?.(SIZE)).toBe(expected);
  });

  test('the program prints the same line in our language', () => {
    const file = programOf(name);
    const text = withSize(readFileSync(file, 'utf8'), SIZE);
    expect(runProgram(text, file)).toBe(`${expected}\n`);
  });

  test('the program prints the same line in CPython, where there is one', () => {
    const line = python === null ? expected : runPython('python3', name, SIZE).line;
    expect(line).toBe(expected);
  });
});

test('the crowd waits, is cancelled to the last one, and leaves an empty queue', () => {
  expect(cancelCrowd(500)).toBe('500 500 0');
});

test('memory is the growth while all tasks are asleep, divided by their number', () => {
  const readings = [1000, 51_000];
  expect(bytesPerTask(100, () => readings.shift() as number)).toBe(500);
  expect(readings).toEqual([]);
});

test('the yardstick heap gives its entries in order of time', () => {
  const heap = new TypedHeap(128);
  for (let i = 0; i < 100; i++) heap.push((i * 37) % 100, i);
  const times: number[] = [];
  const numbers = new Set<number>();
  while (heap.length > 0) {
    times.push(heap.earliest);
    numbers.add(heap.pop());
  }
  expect(times).toEqual(Array.from({ length: 100 }, (_, i) => i));
  expect(numbers.size).toBe(100);
});

test('the size of a program is the number in its line N', () => {
  expect(withSize('x = 1\nN = 100_000\nprint(N)\n', 20)).toBe('x = 1\nN = 20\nprint(N)\n');
  expect(() => withSize('  N = 5\n', 20)).toThrow('no line that starts with "N = "');
});

test('a program that is refused or fails is no measurement', () => {
  expect(() => runProgram('import socket\n', 'a.py')).toThrow(/^a\.py:1: /);
  expect(() => runProgram('print(1)\nraise ValueError("no")\n', 'b.py')).toThrow(
    /^b\.py: failed\n1\n/,
  );
});

test('floats are written as Python writes them', () => {
  expect([0, 20, 1.99].map(pythonFloat)).toEqual(['0.0', '20.0', '1.99']);
});
