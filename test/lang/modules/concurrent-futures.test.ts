import { describe, expect, test } from 'vitest';
import {
  concurrentFuturesModule,
  concurrentModule,
} from '../../../src/lang/modules/concurrent-futures.ts';
import { mainPrints, printed, scenarioOf } from '../../simulated.ts';

describe('concurrent.futures', () => {
  test('is a module of a package', () => {
    expect(concurrentModule.attributes.get('futures')).toBe(concurrentFuturesModule);
    expect([...concurrentFuturesModule.attributes.keys()]).toEqual([
      'ThreadPoolExecutor',
      'Future',
      'TimeoutError',
    ]);
  });

  test('a pool is left when its jobs are done, by the module too', () => {
    const program = `import time
from concurrent import futures
def work(n):
    time.sleep(n)
    return n
with futures.ThreadPoolExecutor(2) as pool:
    jobs = [pool.submit(work, n) for n in (3, 1, 1)]
    print([job.done() for job in jobs], time.monotonic())
print([job.result() for job in jobs], time.monotonic())
`;
    expect(printed(program)).toBe('[False, False, False] 0.0\n[3, 1, 1] 3.0\n');
  });

  test('a future shows its state', () => {
    const lines = mainPrints(`
      from concurrent.futures import ThreadPoolExecutor
      import time
      def fails(): raise ValueError('x')
      pool = ThreadPoolExecutor(1)
      jobs = [pool.submit(time.sleep, 1), pool.submit(fails), pool.submit(len, 'ab')]
      show = lambda: [repr(job).split('state=')[1] for job in jobs]
      print(show())
      jobs[2].cancel()
      pool.shutdown()
      print(show(), jobs[1].exception())
    `);
    expect(lines).toEqual([
      "['running>', 'pending>', 'pending>']",
      "['finished returned NoneType>', 'finished raised ValueError>', 'cancelled>'] x",
    ]);
  });

  test('what is not modelled is refused by name', () => {
    const check = (line: string) => () => scenarioOf(`${line}\n`);
    const refused = "1: 'concurrent.futures.";
    expect(check('from concurrent.futures import ProcessPoolExecutor')).toThrow(
      `${refused}ProcessPoolExecutor' is not supported: a simulation starts no processes`,
    );
    expect(check('from concurrent.futures import as_completed')).toThrow(
      `${refused}as_completed' is not supported: only ThreadPoolExecutor is modelled`,
    );
    expect(check('import _thread')).toThrow('a simulation has no threads');
    const lines = mainPrints(`
      from concurrent.futures import ThreadPoolExecutor
      try: ThreadPoolExecutor(1).map(len, ['a'])
      except NotImplementedError as error: print(error)
      try: ThreadPoolExecutor(1, initializer=print)
      except NotImplementedError as error: print(error)
    `);
    expect(lines).toEqual([
      'ThreadPoolExecutor.map() is not modelled: await loop.run_in_executor(pool, fn, item) for each',
      'an initializer of threads is not modelled: leave it out',
    ]);
  });
});
