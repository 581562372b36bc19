import { expect, test } from 'vitest';
import {
  handlerClass,
  lastResort,
  nullHandlerClass,
  streamHandlerClass,
} from '../../../../src/lang/modules/logging/handlers.ts';
import { simulate } from '../../../simulated.ts';

test('the last resort writes warnings to stderr', () => {
  expect(lastResort().attributes.get('level')).toBe(30);
  const classes = [streamHandlerClass, nullHandlerClass];
  expect(classes.every((cls) => cls.mro.includes(handlerClass))).toBe(true);
});

test('an error in a handler is reported, and the program goes on', () => {
  const { stdout, stderr } = simulate(`import logging
def work():
    logging.warning("%d things", "two")
work()
print("on")`);
  expect(stdout).toBe('on\n');
  expect(stderr.split('\n')).toEqual([
    '--- Logging error ---',
    'Traceback (most recent call last):',
    'TypeError: %d format: a real number is required, not str',
    'Call stack:',
    '  File "spec.py", line 4, in <module>',
    '    work()',
    '  File "spec.py", line 3, in work',
    '    logging.warning("%d things", "two")',
    "Message: '%d things'",
    "Arguments: ('two',)",
    '',
  ]);
});
