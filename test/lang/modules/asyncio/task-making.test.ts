// Making tasks from Python: what the checker knows of it, and what is refused. How the programs run
// is compared with CPython in test/conformance/odd-programs (eager-*, task-*).
import { describe, expect, test } from 'vitest';
import { mainPrints, simulate } from '../../../simulated.ts';

const HEAD = 'import asyncio\nasync def value(x=1):\n    return x\nasync def main():\n';

/** What the checker says of a statement in a coroutine. */
function refusal(...statements: readonly string[]): string {
  const body = statements.map((each) => `    ${each}\n`).join('');
  try {
    simulate(`${HEAD}${body}asyncio.run(main())\n`);
    return '';
  } catch (error) {
    return (error as Error).message;
  }
}

describe('create_task, as the checker knows it', () => {
  test('takes name, context and eager_start', () => {
    const call = 'await asyncio.create_task(value(), name="n", context=None, eager_start=True)';
    expect(refusal(call)).toBe('');
  });

  test('takes no other keyword, unless a task factory is set', () => {
    const call = 'await asyncio.create_task(value(), eager=True)';
    expect(refusal(call)).toBe("5: create_task() got an unexpected keyword argument 'eager'");
    const factory =
      'asyncio.get_running_loop().set_task_factory(' +
      'lambda loop, coro, eager=None: asyncio.Task(coro, loop=loop))';
    expect(refusal(factory, call)).toBe('');
  });

  test('is checked at Task and Future, too', () => {
    expect(refusal('asyncio.Task(value(), eager=True)')).toBe(
      "5: Task() got an unexpected keyword argument 'eager'",
    );
    expect(refusal('asyncio.Future(3)')).toBe(
      '5: Future() takes 0 positional arguments but 1 was given',
    );
  });
});

describe('classes of tasks', () => {
  for (const name of ['Task', 'Future']) {
    test(`derived from asyncio.${name} are refused with a reason`, () => {
      const text = `import asyncio\nbase = asyncio.${name}\nclass Mine(base):\n    pass\nMine()\n`;
      expect(simulate(text).outcome.errorText).toBe(
        `NotImplementedError: a class derived from asyncio.${name} is not supported: ` +
          'hold one instead',
      );
    });
  }
});

describe('outside of a running loop', () => {
  // The words of asyncio/events.py (_BaseDefaultEventLoopPolicy.get_event_loop).
  const none = "There is no current event loop in thread 'MainThread'.";
  const cases: readonly (readonly [string, string])[] = [
    ['asyncio.create_task(value())', 'no running event loop'],
    ['asyncio.ensure_future(value())', none],
    ['asyncio.Task(value())', none],
    ['asyncio.Future()', none],
  ];
  for (const [call, message] of cases) {
    test(`${call} is a RuntimeError`, () => {
      const text = `import asyncio\nasync def value():\n    pass\n${call}\n`;
      const { outcome } = simulate(text, { strict314: true });
      expect(outcome.errorText).toBe(`RuntimeError: ${message}`);
    });
  }

  test('a closed loop makes no tasks', () => {
    const text =
      'import asyncio\nasync def value(loop=None):\n    return asyncio.get_running_loop()\n' +
      'loop = asyncio.run(value())\n' +
      'for make in (loop.create_task, lambda coro: asyncio.Task(coro, loop=loop)):\n' +
      '    try:\n        make(value())\n    except RuntimeError as e:\n        print(e)\n';
    expect(simulate(text).stdout).toBe('Event loop is closed\nEvent loop is closed\n');
  });
});

test('eager starts without end are a RecursionError', () => {
  const lines = mainPrints(`
    async def deeper():
        await asyncio.create_task(deeper(), eager_start=True)
    task = asyncio.create_task(deeper(), eager_start=True)
    try:
        await task
    except RecursionError as error:
        print(error)
  `);
  expect(lines).toEqual(['maximum recursion depth exceeded']);
});

test('a long first step is not interrupted in the middle', () => {
  const lines = mainPrints(`
    async def long():
        for i in range(1_200_000):
            pass
        print('long')
    try:
        await asyncio.wait_for(long(), 0)
    except TimeoutError:
        print('never begun')
    asyncio.get_running_loop().set_task_factory(asyncio.eager_task_factory)
    await asyncio.wait_for(long(), 0)
    print('over')
  `);
  expect(lines).toEqual(['never begun', 'long', 'over']);
});
