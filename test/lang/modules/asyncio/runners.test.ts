// Whole programs are compared with CPython in test/conformance/odd-programs/ (runner-reused,
// runner-arguments, event-loop-of-the-thread); here is what CPython 3.14 has not.
import { describe, expect, test } from 'vitest';
import { runnerClass, runnerFunctions } from '../../../../src/lang/modules/asyncio/runners.ts';
import { printed, simulate } from '../../../simulated.ts';
import { namesUsed } from './recorded.ts';

const OLD_STYLE = `import asyncio
async def main():
    await asyncio.sleep(1)
    return 'main'
loop = asyncio.get_event_loop()
print(loop.run_until_complete(main()), asyncio.get_event_loop() is loop)
task = asyncio.ensure_future(main())
print(loop.run_until_complete(asyncio.gather(task, main())))
loop.close()
`;

describe('the loop of a module', () => {
  test('is made with a warning, as CPython 3.12 did', () => {
    const { outcome, stdout, stderr } = simulate(OLD_STYLE);
    expect(outcome.end).toBe('finished');
    expect(stdout).toBe("main True\n['main', 'main']\n");
    expect(stderr).toBe('spec.py:5: DeprecationWarning: There is no current event loop\n');
  });

  test('is not made as in 3.14 where that is asked for', () => {
    const { outcome, stdout } = simulate(OLD_STYLE, { strict314: true });
    expect(outcome.errorText).toBe(
      "RuntimeError: There is no current event loop in thread 'MainThread'.",
    );
    expect(stdout).toBe('');
  });

  test('is not made once there was one', () => {
    const text = `import asyncio
async def main(): pass
asyncio.run(main())
try: asyncio.get_event_loop()
except RuntimeError as e: print(e)
`;
    expect(printed(text)).toBe("There is no current event loop in thread 'MainThread'.\n");
  });
});

describe('asyncio.run and Runner', () => {
  test('have all their names used in recorded programs', () => {
    const used = namesUsed('loops-by-hand', 'loops', 'functions');
    const methods = [...runnerClass.attributes.keys()].filter((name) => !name.startsWith('__'));
    const names = [...runnerFunctions.map((each) => each.name), ...methods];
    expect(names.filter((name) => !used.has(name))).toEqual([]);
  });

  test('refuse what a factory makes that is no loop', () => {
    const text = `import asyncio
async def main(): pass
try: asyncio.run(main(), loop_factory=lambda: 5)
except TypeError as e: print(e)
`;
    expect(printed(text)).toBe("loop_factory must return an event loop, not 'int'\n");
  });

  test('give the run its result, which closing does not take away', () => {
    const text = `import asyncio
async def main(): return 7
with asyncio.Runner() as runner:
    runner.run(main())
loop = asyncio.new_event_loop()
loop.call_soon(loop.stop)
loop.run_forever()
`;
    expect(simulate(text).outcome.result).toBe('7');
  });
});
