// The clock that an exported program brings along, on the python3 of this machine where there is
// one of 3.11 or later; on 3.14 it is held by to-python.test.ts.
import { spawnSync } from 'node:child_process';
import { describe, expect, test } from 'vitest';
import { virtualClockText } from '../../../src/scenario/export/virtual-clock.ts';

const check = 'import sys; raise SystemExit(sys.version_info < (3, 11))';
const hasPython = spawnSync('python3', ['-c', check]).status === 0;

/** What a main of these lines prints on it, its exit code and its errors. */
function run(...body: readonly string[]): { status: number | null; out: string; error: string } {
  const main = body.map((line) => `    ${line}\n`).join('');
  const program = `async def main():\n${main}\nasyncio.run(main())\n`;
  const input = `import asyncio, time\n${virtualClockText}${program}`;
  const ran = spawnSync('python3', ['-'], { input, encoding: 'utf8' });
  return { status: ran.status, out: ran.stdout, error: ran.stderr };
}

const cases = hasPython ? [true] : [];

describe.each(cases)('the virtual clock', () => {
  test('jumps to the next timer, and starts at 0', () => {
    const lines = [
      'print(time.monotonic(), asyncio.get_running_loop().time())',
      'await asyncio.sleep(86400 * 365)',
      'print(time.monotonic(), time.perf_counter(), time.time())',
    ];
    const year = 86400 * 365;
    const printed = `0.0 0.0\n${year}.0 ${year}.0 ${1_700_000_000 + year}.0\n`;
    expect(run(...lines)).toEqual({ status: 0, out: printed, error: '' });
  });

  test('is moved by a blocking call', () => {
    const lines = ['time.sleep(1.5)', 'await asyncio.sleep(1)', 'print(time.monotonic())'];
    expect(run(...lines).out).toBe('2.5\n');
  });

  test('has equal deadlines in the order of creation', () => {
    const lines = [
      'async def nap(i):',
      '    await asyncio.sleep(1)',
      "    print(i, end=' ')",
      'await asyncio.gather(*(nap(i) for i in range(9)))',
    ];
    expect(run(...lines).out).toBe('0 1 2 3 4 5 6 7 8 ');
  });

  test('goes on where adding its resolution changes nothing', () => {
    const lines = [
      'await asyncio.sleep(2**40)',
      'await asyncio.sleep(1)',
      'print(time.monotonic())',
    ];
    expect(run(...lines).out).toBe(`${2n ** 40n + 1n}.0\n`);
  });

  test('ends a deadlock with 1, and runs nothing more', () => {
    const lines = ['try:', '    await asyncio.Event().wait()', 'finally:', '    print("never")'];
    expect(run(...lines)).toEqual({ status: 1, out: '', error: 'deadlock at 0.0 s\n' });
  });
});

test('it is Python of at most a screen', () => {
  expect(virtualClockText.split('\n').length).toBeLessThan(60);
  expect(virtualClockText.endsWith('\nuse_virtual_clock()\n')).toBe(true);
});
