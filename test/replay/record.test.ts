import { expect, test } from 'vitest';
import { record } from '../../src/replay/record.ts';
import { readTrace } from '../../src/trace/read.ts';
import { scenarioOf } from '../simulated.ts';
import { WORKERS } from './programs.ts';

test('a recorded run is a whole trace, with draws and the state of the generator', () => {
  const written: string[] = [];
  const { outcome, trace } = record(scenarioOf(WORKERS), {
    ...{ file: 'spec.py', source: WORKERS, seed: 5 },
    write: (_, text) => written.push(text),
  });
  const { header, events, end } = readTrace(trace);
  expect(header.source.text).toBe(WORKERS);
  expect([end.end, end.time]).toEqual(['finished', outcome.time]);
  expect(end.random).toEqual([['random', expect.stringMatching(/^[0-9a-f]{16}$/)]]);
  const drawn = events.filter((each) => each.kind === 'random.drawn');
  // random.seed(5); [random.random() for _ in range(2)] on CPython 3.14.
  expect(drawn.slice(0, 2).map(({ stream, value }) => [stream, value])).toEqual([
    ['random', '0.6229016948897019'],
    ['random', '0.7417869892607294'],
  ]);
  expect(drawn).toHaveLength(6);
  expect(written.join('')).toBe(
    events.flatMap((each) => (each.kind === 'output.written' ? [each.text] : [])).join(''),
  );
});
