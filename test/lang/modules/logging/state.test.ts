import { expect, test } from 'vitest';
import { PyTypeError } from '../../../../src/asyncio/exceptions.ts';
import {
  CRITICAL,
  checkLevel,
  DEBUG,
  ERROR,
  INFO,
  LoggingModule,
  levelName,
  NOTSET,
  stateOf,
  WARNING,
} from '../../../../src/lang/modules/logging/state.ts';
import { objectProtocol } from '../../../../src/lang/objects/protocol.ts';

test('levels go by number or by name', () => {
  const state = new LoggingModule(new Map(), null as never, null as never);
  const run = { modules: new Map([['logging', state]]), objects: objectProtocol } as never;
  expect(stateOf(run)).toBe(state);
  expect(checkLevel(run, 'WARN')).toBe(WARNING);
  expect([NOTSET, DEBUG, INFO, ERROR, CRITICAL].map((level) => levelName(run, level))).toEqual([
    'NOTSET',
    'DEBUG',
    'INFO',
    'ERROR',
    'CRITICAL',
  ]);
  expect(() => checkLevel(run, null)).toThrow(PyTypeError);
});
