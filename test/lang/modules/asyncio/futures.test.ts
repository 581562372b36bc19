import { describe, expect, test } from 'vitest';
import { futureClass, taskClass } from '../../../../src/lang/modules/asyncio/futures.ts';
import { mainPrints } from '../../../simulated.ts';
import { expectRecorded, namesUsed } from './recorded.ts';

describe('futures and tasks', () => {
  test('print what CPython prints', () => expectRecorded('futures'));

  test('have all their methods called there', () => {
    const used = namesUsed('futures', 'stacks', 'call-graphs');
    const names = [...futureClass.attributes.keys(), ...taskClass.attributes.keys()];
    const own = names.filter((name) => !name.startsWith('__'));
    expect(own.filter((name) => !used.has(name))).toEqual([]);
    expect(own).toContain('uncancel');
  });

  test('a task’s repr tells its state, its name and what it waits for', () => {
    const lines = mainPrints(`
      event = asyncio.Event()
      task = asyncio.create_task(event.wait(), name='waiter')
      await asyncio.sleep(0)
      print(task)
      task.cancel()
      print(task)
      await asyncio.wait([task])
      print(task)
    `);
    expect(lines[0]).toMatch(
      /^<Task pending name='waiter' coro=<Event\.wait\(\).* wait_for=<Future /,
    );
    expect(lines[1]).toMatch(/^<Task cancelling name='waiter' /);
    expect(lines[2]).toMatch(/^<Task cancelled name='waiter' coro=<Event\.wait\(\) done/);
  });
});
