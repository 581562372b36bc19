import { expect, test } from 'vitest';
import { plainPage } from '../../src/report/page.ts';
import { MAXIMUM_LISTED, renderWarnings, WarningFold } from '../../src/report/warnings.ts';
import { foldEvents } from '../../src/trace/fold.ts';
import { simulate } from '../simulated.ts';

function warningsOf(text: string) {
  const fold = new WarningFold();
  foldEvents(simulate(text).trace, fold);
  return fold.warnings();
}

const LEFT = `import asyncio
async def fail():
    raise ValueError('x')
async def main():
    asyncio.create_task(fail())
    await asyncio.sleep(1)
    fail()
asyncio.run(main())
`;

test('each warning with its kind, time, place and words', () => {
  const warnings = warningsOf(LEFT);
  expect(warnings.count).toBe(2);
  expect(renderWarnings(warnings, 'demo.py', plainPage).split('\n')).toEqual([
    'warnings',
    '  kind             time  at         what',
    "  never-awaited    1 s   demo.py:7  coroutine 'fail' was never awaited",
    '  never-retrieved  1 s   demo.py:3  nobody asked for ValueError of Task-2 (fail)',
  ]);
});

test('none are nothing', () => {
  expect(renderWarnings(warningsOf('x = 1\n'), 'demo.py', plainPage)).toBe('');
});

test('many are cut, and counted', () => {
  const count = MAXIMUM_LISTED + 3;
  const warnings = warningsOf(`async def f(): pass\nfor i in range(${count}):\n    f()\n`);
  const lines = renderWarnings(warnings, 'demo.py', plainPage).split('\n');
  expect(lines).toHaveLength(MAXIMUM_LISTED + 3);
  expect(lines.at(-1)).toBe('  and 3 more');
});
