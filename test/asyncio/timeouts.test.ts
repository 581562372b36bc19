// timeout, timeout_at: nesting, rescheduling, counts and refusals.
import { describe, expect, test } from 'vitest';
import * as sim from '../../src/index.ts';
import {
  argsOf,
  attempt,
  attemptNow,
  type Body,
  compare,
  current,
  f,
  float,
  loop,
  show,
} from './observe.ts';

const { CancelledError, coroutine, createTask, ExceptionGroup, RuntimeError, sleep } = sim;
const { timeout, TimeoutError, using, ValueError } = sim;
const nine = (): sim.Coroutine<void> => sleep(9);

compare('timeouts', {
  *t01_expiry(log) {
    const w = (): Body =>
      using(timeout(1), function* (manager) {
        log(f`${float(manager.when() as number)} ${manager.expired()}`);
        yield* sleep(5);
      });
    yield* attempt(TimeoutError, w, (error) => log(`${argsOf(error)} ${error.cause?.typeName}`));
  },
  *t02_in_time(log) {
    const manager = timeout(2);
    yield* using(manager, () => sleep(1));
    log(f`${manager.expired()} ${float(manager.when() as number)}`);
    yield* sleep(5);
  },
  *t03_nested_the_outer_is_shorter(log) {
    const [outer, inner] = [timeout(1), timeout(2)];
    yield* attempt(
      TimeoutError,
      () =>
        using(outer, () =>
          attempt(
            TimeoutError,
            () => using(inner, nine),
            () => log('inner'),
          ),
        ),
      () => log(f`outer ${outer.expired()} ${inner.expired()}`),
    );
  },
  *t04_nested_at_one_instant(log) {
    const [outer, inner] = [timeout(1), timeout(1)];
    const inside = (): Body =>
      attempt(
        CancelledError,
        () =>
          attempt(
            TimeoutError,
            () => using(inner, nine),
            () => log('inner'),
          ),
        (error) => {
          log('cancelled inside');
          throw error;
        },
      );
    yield* attempt(
      TimeoutError,
      () => using(outer, inside),
      () => log('outer'),
    );
    log(f`${outer.expired()} ${inner.expired()} ${current().cancelling()}`);
  },
  *t05_three_nested_at_one_instant_inner_made_first(log) {
    const [a, b, c] = [sim.timeoutAt(1), sim.timeoutAt(1), sim.timeoutAt(1)];
    const guarded = (manager: sim.Timeout, name: string, body: () => Iterable<unknown>): Body =>
      attempt(
        TimeoutError,
        () => using(manager, body),
        () => log(name),
      );
    yield* guarded(c, 'c', () => guarded(b, 'b', () => guarded(a, 'a', nine)));
    log([a, b, c].map((each) => each.expired()));
  },
  *t06_reschedule_later_and_earlier(log) {
    yield* attempt(
      TimeoutError,
      () =>
        using(timeout(1), function* (manager) {
          manager.reschedule(3);
          yield* sleep(2);
          log(manager.when());
          manager.reschedule(2.5);
          yield* sleep(5);
        }),
      () => log('expired'),
    );
  },
  *t07_reschedule_to_none_and_to_the_past(log) {
    const endless = timeout(1);
    yield* using(endless, function* () {
      endless.reschedule(null);
      yield* sleep(2);
    });
    log(f`${endless.when()} ${endless.expired()}`);
    yield* attempt(
      TimeoutError,
      () =>
        using(timeout(9), function* (manager) {
          manager.reschedule(0);
          log('not yet');
          yield* sleep(5);
        }),
      () => log('expired'),
    );
  },
  *t08_refusals(log) {
    const told = (error: sim.BaseException): void => log(error.args[0]);
    const manager = timeout(1);
    attemptNow(RuntimeError, () => manager.reschedule(5), told);
    yield* using(manager, function* () {});
    attemptNow(RuntimeError, () => manager.reschedule(5), told);
    yield* attempt(RuntimeError, () => manager.aenter(), told);
    const expiring = timeout(0);
    yield* attempt(
      TimeoutError,
      () => using(expiring, () => sleep(1)),
      () => null,
    );
    attemptNow(RuntimeError, () => expiring.reschedule(5), told);
  },
  *t09_rescheduled_while_expiring(log) {
    yield* attempt(
      TimeoutError,
      () =>
        using(timeout(1), function* (manager) {
          try {
            yield* sleep(5);
          } finally {
            attemptNow(
              RuntimeError,
              () => manager.reschedule(9),
              (error) => log(error.args[0]),
            );
          }
        }),
      () => log('expired'),
    );
  },
  *t10_an_error_passes(log) {
    const manager = timeout(1);
    const inside = (): Body =>
      attempt(
        CancelledError,
        () => sleep(5),
        (cancelled) => {
          const error = new ValueError('instead');
          error.context = cancelled;
          throw error;
        },
      );
    yield* attempt(
      ValueError,
      () => using(manager, inside),
      (error) => log(f`${show(error)} ${error.context?.typeName} ${manager.expired()}`),
    );
    log(current().cancelling());
  },
  *t11_swallowed_inside(log) {
    const manager = timeout(1);
    yield* using(manager, function* () {
      yield* attempt(
        CancelledError,
        () => sleep(5),
        () => log('swallowed'),
      );
      yield* sleep(1);
    });
    log(f`${manager.expired()} ${current().cancelling()}`);
  },
  *t12_cancelled_from_outside_before_the_expiry(log) {
    const w = coroutine(function* (): Body<void> {
      const manager = timeout(2);
      const inside = function* (): Body<void> {
        try {
          yield* sleep(9);
        } finally {
          yield* sleep(9);
        }
      };
      yield* attempt(
        CancelledError,
        () => using(manager, inside),
        (error) => log(f`cancelled ${argsOf(error)} ${manager.expired()}`),
      );
      log(current().cancelling());
    });
    const task = createTask(w());
    yield* sleep(1);
    task.cancel('outside');
    yield* task;
  },
  *t13_entered_with_a_cancellation_pending(log) {
    const w = coroutine(function* (): Body<void> {
      current().cancel('before');
      yield* attempt(
        CancelledError,
        () => using(timeout(1), () => sleep(5)),
        (error) => log(`${argsOf(error)} ${current().cancelling()}`),
      );
    });
    yield* createTask(w());
  },
  *t14_entered_after_a_swallowed_cancellation(log) {
    const w = coroutine(function* (): Body<void> {
      yield* attempt(CancelledError, nine, () => null);
      yield* attempt(
        TimeoutError,
        () => using(timeout(1), () => sleep(5)),
        () => log(`timeout ${current().cancelling()}`),
      );
    });
    const task = createTask(w());
    yield* sleep(0);
    task.cancel();
    yield* task;
  },
  *t15_a_group_inside(log) {
    const bad = coroutine(function* (): Body<void> {
      yield* attempt(CancelledError, nine, () => {
        throw new ValueError('child');
      });
    });
    const inside = (): Body =>
      using(new sim.TaskGroup(), function* (group) {
        group.createTask(bad());
      });
    yield* attempt(
      ExceptionGroup,
      () => using(timeout(1), inside),
      (error) => {
        log(`(${show(error.exceptions[0])},) ${current().cancelling()}`);
      },
    );
    yield* sleep(0);
    log('not cancelled');
  },
});

describe('a timeout', () => {
  test('tells its state in CPython’s words', () => {
    const states: string[] = [];
    const main = coroutine(function* (): Body<void> {
      const manager = timeout(1);
      states.push(manager.state);
      yield* attempt(
        TimeoutError,
        () =>
          using(manager, function* () {
            states.push(manager.state);
            try {
              yield* sleep(5);
            } finally {
              states.push(manager.state);
            }
          }),
        () => states.push(manager.state),
      );
      const other = timeout(1);
      yield* using(other, function* () {});
      states.push(other.state);
    });
    sim.run(main());
    expect(states).toEqual(['created', 'active', 'expiring', 'expired', 'finished']);
  });

  test('puts TimeoutError between an error and the cancellation that it came from', () => {
    const main = coroutine(function* (): Body {
      return yield* using(timeout(1), () =>
        attempt(CancelledError, nine, (cancelled) => {
          const [first, second] = [new ValueError('first'), new ValueError('second')];
          first.context = cancelled;
          second.context = first;
          throw second;
        }),
      );
    });
    const kinds: string[] = [];
    attemptNow(
      ValueError,
      () => sim.run(main()),
      (error) => {
        for (let each: sim.BaseException | null = error; each !== null; each = each.context) {
          kinds.push(each.typeName);
        }
      },
    );
    expect(kinds).toEqual(['ValueError', 'ValueError', 'TimeoutError', 'CancelledError']);
  });

  test('is for tasks only', () => {
    let message: unknown = null;
    const main = coroutine(function* (): Body<void> {
      loop().callSoon(() => {
        attemptNow(
          RuntimeError,
          () => {
            const entering = timeout(1).aenter();
            if (entering.send(undefined) === 2) throw entering.payload;
          },
          (error) => {
            message = error.args[0];
          },
        );
      });
      yield* sleep(0);
    });
    sim.run(main());
    expect(message).toBe('Timeout should be used inside a task');
  });
});
