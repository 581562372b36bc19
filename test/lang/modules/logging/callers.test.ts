import { expect, test } from 'vitest';
import type { Interpreter } from '../../../../src/lang/interpreter.ts';
import type { Runtime } from '../../../../src/lang/machine/frame.ts';
import { placeOfCaller, stackInfo } from '../../../../src/lang/modules/logging/callers.ts';
import { printed } from '../../../simulated.ts';
import { plainInterpreter } from '../../objects/plain-interpreter.ts';

test('a callback of the loop is called by asyncio', () => {
  const idle: Interpreter & Pick<Runtime, 'top'> = { ...plainInterpreter(), top: null };
  expect(placeOfCaller(idle, 1).name).toBe('_run');
  expect(stackInfo.length).toBe(1);
  const text = printed(`import asyncio, logging, sys
logging.basicConfig(stream=sys.stdout, format="%(filename)s:%(lineno)d:%(funcName)s:%(message)s")
async def main():
    asyncio.get_running_loop().call_soon(logging.warning, "x")
    await asyncio.sleep(0)
    logging.warning("y", stack_info=True)
asyncio.run(main())`);
  expect(text).toBe(`events.py:94:_run:x
spec.py:6:main:y
Stack (most recent call last):
  File "spec.py", line 7, in <module>
    asyncio.run(main())
  File "spec.py", line 6, in main
    logging.warning("y", stack_info=True)
`);
});
