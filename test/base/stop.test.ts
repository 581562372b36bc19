// What ends a simulation from inside: no Python exception, with a message that says what to do
// next.
import { describe, expect, test } from 'vitest';
import { InternalError, invariant, LimitReached, SimulationStop } from '../../src/base/stop.ts';

function thrownBy(act: () => void): unknown {
  try {
    act();
  } catch (error) {
    return error;
  }
  return null;
}

describe('a stop', () => {
  test('of a limit names the limit, its value and the option that raises it', () => {
    const stop = new LimitReached('tasks alive', 5, '--max-tasks');
    expect(stop).toBeInstanceOf(SimulationStop);
    expect(stop.message).toBe('limit reached: tasks alive (5); raise it with --max-tasks');
    expect([stop.limit, stop.maximum, stop.flag]).toEqual(['tasks alive', 5, '--max-tasks']);
  });

  test('of a bug keeps its reason', () => {
    const reason = new TypeError('x');
    expect(new InternalError('broken', reason).reason).toBe(reason);
    expect(new InternalError('broken').reason).toBe(null);
  });

  test('is no JavaScript error, so no stack is captured', () => {
    expect(new InternalError('broken')).not.toBeInstanceOf(Error);
  });
});

describe('an invariant', () => {
  test('that holds does nothing', () => {
    expect(thrownBy(() => invariant(true, 'holds'))).toBe(null);
  });

  test('that does not is our bug', () => {
    const thrown = thrownBy(() => invariant(false, 'it broke'));
    expect(thrown).toBeInstanceOf(InternalError);
    expect((thrown as InternalError).message).toBe('it broke');
  });
});

test('a limit may say where the program stood', () => {
  const reached = new LimitReached('operations inside one step', 9, '--max-operations', 'a.py:7');
  expect(reached.message).toBe(
    'limit reached: operations inside one step (9) at a.py:7; raise it with --max-operations',
  );
});
