import { expect, test } from 'vitest';
import { expectSameTrace } from '../../src/replay/expect-same-trace.ts';
import { recorded, WORKERS } from './programs.ts';

const { trace } = recorded(WORKERS);

test('the traces of the same run pass', () => {
  expectSameTrace(recorded(WORKERS).trace, trace);
});

test('the traces of two runs fail with their difference', () => {
  const other = recorded(WORKERS, { seed: 2 }).trace;
  expect(() => expectSameTrace(other, trace)).toThrow(
    /^the traces differ\n- expected {2}\+ actual\n {2}seed {7}1 \| 2\n/,
  );
});
