// What `npm run bench -- --explore` counts is a search that makes what it is asked for.
import { expect, test } from 'vitest';
import { STRATEGIES } from '../../src/explore/strategies/named.ts';
import { EXPLORE_CASES, explored } from './exploring.ts';

test.each(EXPLORE_CASES.flatMap(({ name }) => STRATEGIES.map((each) => [name, each] as const)))(
  '%s, %s: all schedules are made, and none fails',
  (name, strategy) => {
    let runs = 0;
    const failures = explored(name, strategy, 20, (run) => {
      runs++;
      run();
    });
    expect([failures, runs]).toEqual([0, 1]);
  },
);
