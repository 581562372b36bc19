import { describe, expect, test } from 'vitest';
import * as sim from '../../src/index.ts';

const { awaitersOf, coroutine, createTask, Future, gather, shield, sleep, wait } = sim;

/** Names of those who wait for a future, while a task runs `wait`. */
function waiting(body: (future: sim.Future) => Generator<unknown, unknown, unknown>): string[] {
  const main = coroutine(function* () {
    const future = new Future();
    const task = createTask(coroutine(body)(future), { name: 'waits' });
    yield* sleep(0);
    const names = awaitersOf(future).map((each) => (each as sim.Task).getName());
    future.setResult(null);
    const ready = awaitersOf(future).length;
    yield* gather([task], { returnExceptions: true });
    return [...names, `${ready} when it is done`, `${awaitersOf(future).length} in the end`];
  });
  return sim.run(main()) as string[];
}

describe('who waits for a future', () => {
  test('the task that awaits it, until it has woken up', () => {
    expect(
      waiting((future) =>
        (function* () {
          yield* future;
        })(),
      ),
    ).toEqual(['waits', '1 when it is done', '0 in the end']);
  });

  test.each([
    ['gather', (future: sim.Future) => gather([future])],
    ['shield', (future: sim.Future) => shield(future)],
    ['wait', (future: sim.Future) => wait([future])],
  ])('the task that called %s', (_name, watch) => {
    const [first] = waiting(function* (future) {
      yield* watch(future);
    });
    expect(first).toBe('waits');
  });

  test('the task that opened the group of a task', () => {
    const main = coroutine(function* () {
      const group = new sim.TaskGroup();
      return yield* sim.using(group, function* () {
        const child = group.createTask(sleep(0));
        return awaitersOf(child).map((each) => (each as sim.Task).getName());
      });
    });
    expect(sim.run(main())).toEqual(['Task-1']);
  });

  test('what was noted by hand', () => {
    const main = coroutine(function* () {
      yield* sleep(0);
      const [future, waiter, other] = [new Future(), new Future(), new Future()];
      sim.futureDiscardFromAwaitedBy(future, waiter);
      sim.futureAddToAwaitedBy(future, waiter);
      sim.futureAddToAwaitedBy(future, other);
      const both = awaitersOf(future);
      sim.futureDiscardFromAwaitedBy(future, waiter);
      const one = awaitersOf(future);
      sim.futureDiscardFromAwaitedBy(future, other);
      return [both.length, one[0] === other, awaitersOf(future).length];
    });
    expect(sim.run(main())).toEqual([2, true, 0]);
  });
});
