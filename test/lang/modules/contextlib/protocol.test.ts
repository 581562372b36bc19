import { expect, test } from 'vitest';
import { RuntimeError, ValueError } from '../../../../src/asyncio/exceptions.ts';
import {
  asException,
  chain,
  exitArguments,
  methodsOf,
  NOTHING,
  throwAsIs,
} from '../../../../src/lang/modules/contextlib/protocol.ts';
import { plainInterpreter } from '../../objects/plain-interpreter.ts';

const run = plainInterpreter();

test('what an exit is called with', () => {
  expect(exitArguments(null)).toBe(NOTHING);
  const error = new ValueError('x');
  expect(exitArguments(error).slice(1)).toEqual([error, null]);
});

test('an error in flight comes last, before what is handled around', () => {
  const [first, second, around] = [new ValueError(1), new RuntimeError(2), new ValueError(3)];
  first.context = around;
  chain(first, second, around);
  expect(first.context).toBe(second);
  chain(first, second);
  expect(second.context).toBe(null);
});

test('only exceptions of the program are dealt with', () => {
  expect(() => asException(new Error('ours'))).toThrow('ours');
  const error = new ValueError('x');
  expect(asException(error)).toBe(error);
  let thrown: unknown;
  try {
    throwAsIs(run, error);
  } catch (caught) {
    thrown = caught;
  }
  expect(thrown).toBe(error);
});

test('what is no manager is refused by its class', () => {
  let message: unknown;
  try {
    methodsOf(run, 3, true);
  } catch (error) {
    message = (error as ValueError).args[0];
  }
  expect(message).toBe(
    "'builtins.int' object does not support the asynchronous context manager protocol",
  );
});
