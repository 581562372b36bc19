import { expect, test } from 'vitest';
import type { ProgramStack } from '../../../src/asyncio/debugging.ts';
import { Exception } from '../../../src/asyncio/exceptions.ts';
import type { Interpreter } from '../../../src/lang/interpreter.ts';
import type { Runtime } from '../../../src/lang/machine/frame.ts';
import {
  exceptionTriple,
  frameTexts,
  handledException,
  programFrames,
  tracebackOf,
} from '../../../src/lang/modules/program-stack.ts';
import { plainInterpreter } from '../objects/plain-interpreter.ts';

const entry = { file: 'a.py', line: 1, column: 1, endLine: 1, endColumn: 5, function: 'f' };
const stack: ProgramStack = { module: [], running: [entry] };
const interpreter: Interpreter & Pick<Runtime, 'top'> & { stack(): ProgramStack } = {
  ...plainInterpreter({ source: 'fail()\n' }),
  top: null,
  stack: () => stack,
};

test('nothing is handled outside of everything', () => {
  expect(handledException(interpreter)).toBeNull();
  expect(exceptionTriple(null).items).toEqual([null, null, null]);
  expect(tracebackOf(interpreter, null)).toEqual(['NoneType: None\n']);
});

test('frames and exceptions are shown with their lines', () => {
  expect(frameTexts(interpreter, programFrames(interpreter))).toEqual([
    '  File "a.py", line 1, in f\n    fail()\n',
  ]);
  const error = new Exception('x');
  expect(exceptionTriple(error).items.slice(1)).toEqual([error, null]);
  expect(tracebackOf(interpreter, error)).toEqual(['Exception: x\n']);
});
