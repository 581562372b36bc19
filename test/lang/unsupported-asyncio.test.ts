import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { loopClass } from '../../src/lang/modules/asyncio/loops.ts';
import { asyncioModule } from '../../src/lang/modules/asyncio/module.ts';
import { reasonForMember } from '../../src/lang/unsupported.ts';
import { reasonInAsyncio, refusedLoopMethods } from '../../src/lang/unsupported-asyncio.ts';
import { checked } from './checked.ts';

interface Recorded {
  /** `dir(asyncio)` and `asyncio.__all__`. */
  readonly asyncio: readonly string[];
  /** `dir(loop)`, of a selector loop on Unix. */
  readonly loop: readonly string[];
}

const file = join(import.meta.dirname, 'modules', 'asyncio', 'recorded-names.json');
const recorded = JSON.parse(readFileSync(file, 'utf8')) as Recorded;

/** Names inside the scope of a simulation: never refused for a reason, there or to come. */
const inScope = [
  'EventLoop',
  'Runner',
  'create_eager_task_factory',
  'eager_task_factory',
  'iscoroutinefunction',
  'new_event_loop',
  'set_event_loop',
  'to_thread',
];
const loopInScope = [
  'call_exception_handler',
  'call_soon_threadsafe',
  'close',
  'default_exception_handler',
  'get_exception_handler',
  'get_task_factory',
  'run_forever',
  'run_in_executor',
  'run_until_complete',
  'set_debug',
  'set_default_executor',
  'set_task_factory',
  'shutdown_asyncgens',
  'shutdown_default_executor',
];

describe('every name of asyncio', () => {
  test('of CPython 3.14.2 is there, or is refused with a reason of its own', () => {
    const there = asyncioModule.attributes;
    const silent = recorded.asyncio.filter(
      (name) => !there.has(name) && !inScope.includes(name) && reasonInAsyncio(name) === null,
    );
    expect(silent).toEqual([]);
    expect(recorded.asyncio.length).toBeGreaterThan(100);
  });

  test('that is in scope has no reason to be refused', () => {
    expect(inScope.filter((name) => reasonInAsyncio(name) !== null)).toEqual([]);
    expect(inScope.filter((name) => !recorded.asyncio.includes(name))).toEqual([]);
  });

  test('that is refused says why and what to write instead, before the run', () => {
    const refused = recorded.asyncio.filter(
      (name) => !asyncioModule.attributes.has(name) && reasonInAsyncio(name) !== null,
    );
    for (const name of refused) {
      const { reason, instead } = reasonForMember('asyncio', name);
      expect(instead).toBeDefined();
      expect(checked('import asyncio', `asyncio.${name}`)).toEqual([
        `2:9 unsupported 'asyncio.${name}' is not supported: ${reason}`,
      ]);
    }
    expect(refused.length).toBeGreaterThan(50);
  });

  test('that is misspelt is still guessed', () => {
    expect(checked('import asyncio', 'asyncio.Semaphor')).toEqual([
      "2:9 unknown-name module 'asyncio' has no attribute 'Semaphor'",
    ]);
    expect(reasonInAsyncio('frob')).toBeNull();
  });

  test('of a module inside asyncio is refused as such', () => {
    expect(checked('import asyncio.subprocess')).toEqual([
      "1:1 unsupported 'import asyncio.subprocess' is not supported: a simulation starts no " +
        'processes',
    ]);
    expect(checked('from asyncio.locks import Lock')).toEqual([
      "1:1 unsupported 'from asyncio.locks import Lock' is not supported: asyncio's own modules " +
        'are not there one by one',
    ]);
  });
});

describe('every method of the loop', () => {
  test('of CPython 3.14.2 is there, or is refused with a reason of its own', () => {
    const silent = recorded.loop.filter(
      (name) => loopClass.lookup(name) === undefined && !loopInScope.includes(name),
    );
    expect(silent).toEqual([]);
    expect(recorded.loop.length).toBeGreaterThan(50);
  });

  test('that is refused is found before the run, where the loop is known as one', () => {
    const wrong = "'loop.add_signal_handler' is not supported: a simulation receives no signals";
    const call = (loop: string) => `${loop}.add_signal_handler(2, print)`;
    const lines = ['import asyncio', 'loop = asyncio.get_running_loop()', call('loop')];
    expect(checked(...lines)).toEqual([`3:6 unsupported ${wrong}`]);
    expect(checked('import asyncio', call('asyncio.get_running_loop()'))).toEqual([
      `2:28 unsupported ${wrong}`,
    ]);
    const expected = ['try:', `    ${call('loop')}`, 'except Exception: pass'];
    expect(checked(...lines.slice(0, 2), ...expected)).toEqual([]);
    expect(checked('class A: pass', 'loop = A()', call('loop'))).toEqual([]);
  });

  test('that is refused is one of CPython’s, and in no scope of ours', () => {
    for (const name of refusedLoopMethods.keys()) {
      expect(recorded.loop).toContain(name);
      expect(loopInScope).not.toContain(name);
      expect(loopClass.attributes.has(name)).toBe(false);
    }
  });
});
