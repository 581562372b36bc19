import { expect, test } from 'vitest';
import * as loggers from '../../../../src/lang/modules/logging/loggers.ts';
import { printed } from '../../../simulated.ts';

test('a new logger has a level and no parent', () => {
  const logger = loggers.newLogger(loggers.loggerClass, 'a', 20);
  expect(loggers.effectiveLevel(logger)).toBe(20);
  expect(loggers.rootLoggerClass.mro).toContain(loggers.loggerClass);
  expect(loggers.loggerAdapterClass.name).toBe('LoggerAdapter');
  expect(loggers.methodLevels.map(([name]) => name)).toContain('fatal');
  expect([...loggers.withException(new Map([['exc_info', 1]]))]).toEqual([['exc_info', 1]]);
  const { loggingFunctions, getLogger, handlersOf, isEnabled, log } = loggers;
  expect(loggingFunctions('self, ', () => null)[0].checkedSignature).toContain('stacklevel=1');
  expect([getLogger, isEnabled, log].map((each) => typeof each)).toContain('function');
  expect(handlersOf.length).toBe(2);
});

test('stacklevel names who called the caller', () => {
  const text = printed(`import logging, sys
logging.basicConfig(stream=sys.stdout, format="%(funcName)s:%(lineno)d")
def helper():
    logging.warning("x", stacklevel=2)
    logging.warning("x", stacklevel=9)
def work():
    helper()
work()`);
  expect(text).toBe('work:7\n<module>:8\n');
});
