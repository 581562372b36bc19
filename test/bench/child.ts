// What runs in a process of its own: a warm-up, then one counted run of one workload. Prints one
// line of JSON. Bundled by main.ts; `node --expose-gc child.mjs CONTENDER NAME SIZE [FILE]`.

import { readFileSync } from 'node:fs';
import type { StrategyName } from '../../src/explore/strategies/named.ts';
import { explored } from './exploring.ts';
import { GROWTH_CASES } from './growth.ts';
import { runProgram, withSize } from './language.ts';
import { bytesPerTask } from './memory.ts';
import { workloadOf } from './workloads.ts';
import { YARDSTICKS } from './yardstick.ts';

/** CPU seconds of whole runs, one at least, before one is counted: until the code is compiled. */
const WARM_UP = 3;

/** CPU seconds of this process. */
function cpuSeconds(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
}

/**
 * Garbage is not collected before: with no object of a class alive, V8 would forget the class's
 * shape and all code that was compiled for it, and the run would count as a cold one.
 */
function timed(run: () => string): { seconds: number; line: string } {
  const start = cpuSeconds();
  const line = run();
  return { seconds: cpuSeconds() - start, line: line.trim() };
}

function bytesInUse(): number {
  const collectGarbage = globalThis.gc as () => void;
  collectGarbage();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}

/** One run of ten times the size against the mean of ten runs of the size: the same work in all. */
function growth(name: string, size: number): { ratio: number } {
  const found = GROWTH_CASES.find((each) => each.name === name);
  if (found === undefined) throw new Error(`no growth case ${name}`);
  for (let i = 0; i < 3; i++) found.run(size);
  let small = 0;
  for (let i = 0; i < 10; i++) small += timed(() => found.run(size)).seconds;
  const large = timed(() => found.run(size * 10)).seconds;
  return { ratio: (10 * large) / small };
}

function counted(run: (size: number) => string, size: number): { seconds: number; line: string } {
  do run(size);
  while (cpuSeconds() < WARM_UP);
  return timed(() => run(size));
}

function program(file: string): (size: number) => string {
  const text = readFileSync(file, 'utf8');
  return (size) => runProgram(withSize(text, size), file);
}

/** Schedules a second; `strategy` is one of STRATEGIES. */
function exploring(name: string, schedules: number, strategy: string): { rate: number } {
  let seconds = 0;
  const count = (run: () => void): void => {
    const start = cpuSeconds();
    run();
    seconds = cpuSeconds() - start;
  };
  explored(name, strategy as StrategyName, schedules, count);
  return { rate: schedules / seconds };
}

function answer(contender: string, name: string, size: number, file: string): unknown {
  switch (contender) {
    case 'ours':
      return counted(workloadOf(name).run, size);
    case 'yardstick':
      return counted(YARDSTICKS.get(name) as (size: number) => string, size);
    case 'language':
      return counted(program(file), size);
    case 'memory':
      bytesPerTask(size, bytesInUse);
      return { bytes: bytesPerTask(size, bytesInUse) };
    case 'growth':
      return growth(name, size);
    case 'exploring':
      return exploring(name, size, file);
    default:
      throw new Error(`no contender ${contender}`);
  }
}

const [contender, name, size, file] = process.argv.slice(2);
console.log(JSON.stringify(answer(contender, name, Number(size), file)));
