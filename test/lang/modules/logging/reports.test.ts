import { expect, test } from 'vitest';
import {
  logReport,
  selectorChosen,
  slowCallback,
  unhandledException,
} from '../../../../src/lang/modules/logging/reports.ts';
import { simulate } from '../../../simulated.ts';
import { plainInterpreter } from '../../objects/plain-interpreter.ts';

const program = `import asyncio, logging
SETUP
async def main():
    asyncio.get_running_loop().call_soon(lambda: 1 / 0)
    await asyncio.sleep(0)
    logging.getLogger("app").warning("by main")
asyncio.run(main())
asyncio.run(asyncio.sleep(0))
`;

function stderr(setup: string): string[] {
  return simulate(program.replace('SETUP', setup)).stderr.split('\n');
}

test('without a run there is nothing to log to', () => {
  expect(logReport(plainInterpreter(), unhandledException, 'x')).toBe(false);
  expect([selectorChosen, slowCallback].map(({ level }) => level)).toEqual([10, 30]);
});

test('where logging is set up, asyncio reports through it', () => {
  const format = '%(name)s:%(lineno)d:%(funcName)s:%(taskName)s:%(message)s';
  const lines = stderr(`logging.basicConfig(level=10, format="${format}")`);
  expect(lines[0]).toBe('asyncio:64:__init__:None:Using selector: EpollSelector');
  expect(lines[1]).toMatch(
    /^asyncio:1875:default_exception_handler:None:Exception in callback main\.<locals>\.<lambda>/,
  );
  expect(lines.slice(3, 5)).toEqual([
    'Traceback (most recent call last):',
    '  File "spec.py", line 4, in <lambda>',
  ]);
  expect(lines.slice(-3)).toEqual([
    'app:6:main:Task-1:by main',
    'asyncio:64:__init__:None:Using selector: EpollSelector',
    '',
  ]);
});

test('the level of the logger asyncio counts', () => {
  expect(stderr('logging.getLogger("asyncio").setLevel(logging.CRITICAL)')).toEqual([
    'by main',
    '',
  ]);
  expect(stderr('')[0]).toMatch(/^Exception in callback/);
});
