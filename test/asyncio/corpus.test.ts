// Random programs do on the simulator what they did on CPython 3.14.2: the same lines at the same
// times in the same iterations, the same outcomes, the same handles.
import { describe, expect, test } from 'vitest';
import { observe, observedOf, recorded } from './observe.ts';
import { type Operation, programOf } from './random-program.ts';

const corpus = recorded('corpus');

describe('random programs, on CPython and here', () => {
  for (const record of corpus) {
    test(record.name, () => {
      for (const stacked of [false, true]) {
        const program = programOf(record.program as Operation[], stacked);
        expect(observe(program)).toEqual(observedOf(record));
      }
    });
  }
});
