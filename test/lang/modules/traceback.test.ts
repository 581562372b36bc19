import { describe, expect, test } from 'vitest';
import { tracebackModule } from '../../../src/lang/modules/traceback.ts';
import { printed } from '../../simulated.ts';
import { expectRecordedOutputs } from './output-snippets/recorded.ts';

describe('traceback', () => {
  test('exceptions are CPython’s text, whole and in pieces', () => {
    expect(tracebackModule.name).toBe('traceback');
    expectRecordedOutputs('traceback');
  });

  test('a stack has the program’s own frames, through what the task awaits', () => {
    const program = `import asyncio, sys, traceback
async def inner():
    await asyncio.sleep(1)
    traceback.print_stack(file=sys.stdout)
    print(traceback.format_stack(limit=1))
async def main():
    await inner()
asyncio.run(main())
`;
    expect(printed(program)).toBe(`  File "spec.py", line 8, in <module>
    asyncio.run(main())
  File "spec.py", line 7, in main
    await inner()
  File "spec.py", line 4, in inner
    traceback.print_stack(file=sys.stdout)
['  File "spec.py", line 5, in inner\\n    print(traceback.format_stack(limit=1))\\n']
`);
  });
});
