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
import { modulesFor } from '../../../../src/lang/modules/registry.ts';
import { plainInterpreter } from '../../objects/plain-interpreter.ts';

test('levels go by number or by name', () => {
  const modules = modulesFor(plainInterpreter());
  const run = plainInterpreter({ modules });
  expect(stateOf(run)).toBe(modules.get('logging'));
  expect(stateOf(run)).toBeInstanceOf(LoggingModule);
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
