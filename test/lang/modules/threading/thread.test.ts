import { expect, test } from 'vitest';
import { simulate } from '../../../simulated.ts';
import { expectRecorded } from '../recorded.ts';

test('a thread shows its state and refuses what CPython refuses', () =>
  expectRecorded('threading-objects'));

test('threads, pools, queues and the loop work together as in real time', () =>
  expectRecorded('threads'));

test('what a thread raises is reported, and nobody else fails', () => {
  const { stdout, stderr } = simulate(`import threading
def bad():
    raise ValueError('x')
thread = threading.Thread(target=bad)
thread.start()
thread.join()
print(thread.is_alive())
`);
  expect(stdout).toBe('False\n');
  expect(stderr).toBe(`Exception in thread Thread-1 (bad):
Traceback (most recent call last):
  File "spec.py", line 3, in bad
    raise ValueError('x')
ValueError: x
`);
});

test('the end waits for a thread, and not for a daemon', () => {
  const { stdout, outcome } = simulate(`import threading, time
def tail():
    time.sleep(2)
    print('tail')
def forever():
    while True:
        time.sleep(0.5)
threading.Thread(target=tail).start()
threading.Thread(target=forever, daemon=True).start()
print('end')
`);
  expect(stdout).toBe('end\ntail\n');
  expect([outcome.end, outcome.time]).toEqual(['finished', 2]);
});

test('a thread that nobody wakes is told of at the end', () => {
  const { outcome, stderr } = simulate(`import threading, queue
threading.Thread(target=queue.Queue().get, name='reader').start()
`);
  expect(outcome.end).toBe('deadlocked');
  expect(stderr).toBe('the program never ends: its threads wait for ever (reader)\n');
});
