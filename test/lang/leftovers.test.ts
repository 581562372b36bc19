import { describe, expect, test } from 'vitest';
import { simulate } from '../simulated.ts';

/** What a program leaves on stderr. */
function stderrOf(main: string): string {
  const text = `import asyncio
async def fail(text):
    raise ValueError(text)
async def main():
${main}
asyncio.run(main())
`;
  return simulate(text).stderr;
}

describe('reported at the end', () => {
  test('an exception that nobody asked for, of tasks and futures, in order', () => {
    const stderr = stderrOf(`    asyncio.create_task(fail('one'))
    future = asyncio.get_running_loop().create_future()
    future.set_exception(ValueError('two'))
    await asyncio.sleep(1)`);
    const lines = stderr.split('\n');
    expect(lines.filter((line) => line.endsWith('was never retrieved'))).toEqual([
      'Future exception was never retrieved',
      'Task exception was never retrieved',
    ]);
    expect(lines.filter((line) => /^future: /.test(line))).toEqual([
      expect.stringMatching(/^future: <Future finished exception=ValueError\('two'\)>$/),
      expect.stringMatching(/^future: <Task finished name='Task-2' .*ValueError\('one'\)>$/),
    ]);
    expect(lines.filter((line) => /^ValueError/.test(line))).toEqual([
      'ValueError: two',
      'ValueError: one',
    ]);
  });

  test('a coroutine that was never awaited', () => {
    const stderr = stderrOf("    x = fail('one')\n    await asyncio.sleep(1)");
    expect(stderr).toContain("RuntimeWarning: coroutine 'fail' was never awaited\n");
  });
});

describe('not reported', () => {
  test('what was asked for, awaited or cancelled', () => {
    const stderr = stderrOf(`    task = asyncio.create_task(fail('one'))
    await asyncio.wait([task])
    task.exception()
    sleeper = asyncio.create_task(asyncio.sleep(9))
    await asyncio.sleep(1)
    sleeper.cancel()
    await asyncio.gather(fail('two'), return_exceptions=True)`);
    expect(stderr).toBe('');
  });

  test('the exception that ended the program', () => {
    expect(stderrOf('    raise SystemExit(3)')).toBe('');
    const failed = stderrOf("    await asyncio.gather(fail('one'), asyncio.sleep(5))");
    expect(failed.match(/ValueError: one/g)).toHaveLength(1);
    expect(failed).not.toContain('never retrieved');
  });
});
