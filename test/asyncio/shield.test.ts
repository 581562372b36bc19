// shield: what is cancelled and what is not, and what becomes of late errors.
import * as sim from '../../src/index.ts';
import {
  argsOf,
  attempt,
  type Body,
  compare,
  current,
  f,
  failAfter,
  type Log,
  loop,
  show,
  valueAfter,
} from './observe.ts';

const { CancelledError, coroutine, createTask, shield, sleep, TimeoutError, ValueError } = sim;

function* cancelledAfter(log: Log, delay: number, awaited: sim.Future<unknown>): Body<void> {
  const w = coroutine(function* (): Body<void> {
    yield* attempt(
      CancelledError,
      function* () {
        log(f`value ${yield* awaited}`);
      },
      (error) => log(`cancelled ${argsOf(error)}`),
    );
  });
  const task = createTask(w());
  yield* sleep(delay);
  task.cancel('m');
  yield* task;
}

compare('shield', {
  *h01_value(log) {
    log(yield* shield(valueAfter(1, 'v')));
  },
  *h02_error(log) {
    yield* attempt(
      ValueError,
      () => shield(failAfter(1, 'x')),
      (error) => log(show(error)),
    );
  },
  *h03_the_inner_goes_on(log) {
    const inner = createTask(valueAfter(3, 'v'));
    yield* cancelledAfter(log, 1, shield(inner));
    log(f`${inner.done()} ${yield* inner}`);
  },
  *h04_the_inner_is_cancelled(log) {
    const inner = createTask(valueAfter(3, 'v'));
    loop().callAt(1, () => inner.cancel('inner'));
    yield* attempt(
      CancelledError,
      () => shield(inner),
      (error) => log(`${argsOf(error)} ${current().cancelling()}`),
    );
  },
  *h05_done_already(log) {
    const future = loop().createFuture();
    future.setResult(1);
    log(shield(future) === future);
  },
  *h06_two_shields_one_report(log) {
    const inner = createTask(failAfter(3, 'late'));
    const shields = [shield(inner), shield(inner)];
    yield* sleep(1);
    for (const each of shields) each.cancel();
    yield* sleep(5);
    log(shields.map((each) => each.cancelled()));
  },
  *h07_two_shields_one_cancelled(log) {
    const inner = createTask(failAfter(3, 'late'));
    const [first, second] = [shield(inner), shield(inner)];
    yield* sleep(1);
    first.cancel();
    yield* attempt(
      ValueError,
      () => second,
      (error) => log(show(error)),
    );
  },
  *h08_cancelled_in_the_iteration_in_which_the_inner_ends(log) {
    const inner = createTask(valueAfter(1, 'v'));
    const outer = shield(inner);
    inner.addDoneCallback(() => log(f`cancel ${outer.cancel()}`));
    yield* attempt(
      CancelledError,
      function* () {
        log(yield* outer);
      },
      () => log('cancelled'),
    );
    log(inner.result());
  },
  *h09_a_shield_in_a_time_out(log) {
    const inner = createTask(valueAfter(3, 'v'));
    yield* attempt(
      TimeoutError,
      () => sim.waitFor(shield(inner), 1),
      () => log(f`timeout ${inner.done()}`),
    );
    log(yield* inner);
  },
  *h10_a_shielded_gather(log) {
    const gathering = sim.gather([valueAfter(2, 1), valueAfter(3, 2)]);
    yield* cancelledAfter(log, 1, shield(gathering));
    log(yield* gathering);
  },
  *h11_a_cancelled_shield_and_a_cancelled_inner(log) {
    const inner = createTask(valueAfter(3, 'v'));
    yield* cancelledAfter(log, 1, shield(inner));
    inner.cancel();
    yield* sim.wait([inner]);
    log(inner.cancelled());
  },
  *h12_a_shield_of_a_shield(log) {
    const inner = createTask(valueAfter(2, 'v'));
    yield* cancelledAfter(log, 1, shield(shield(inner)));
    log(yield* inner);
  },
  *h13_made_in_a_callback(log) {
    const inner = createTask(failAfter(2, 'late'));
    loop().callSoon(() => {
      const made = shield(inner);
      loop().callLater(1, () => made.cancel());
    });
    yield* sleep(4);
    log('end');
  },
});
