// The demonstration runs unchanged on CPython, in real time, and on the simulator.
import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { sim } from '../cli/command.ts';

const DEMO = resolve(import.meta.dirname, '../../scenarios/asyncio_demo.py');

/** `python3` of 3.11 or later, where there is one. */
function python(): string | null {
  const check = 'import sys; raise SystemExit(sys.version_info < (3, 11))';
  return spawnSync('python3', ['-c', check]).status === 0 ? 'python3' : null;
}

test('prints on the simulator what CPython printed, line by line', async () => {
  const recorded = [
    'overlap: Three workers overlap: together they take as long as the longest, and the results keep their order.',
    '  worker 0 starts at 0',
    '  worker 1 starts at 0',
    '  worker 2 starts at 0',
    '  worker 2 ends at 1',
    '  worker 1 ends at 2',
    '  worker 0 ends at 3',
    '  results [0, 1, 4] after 3 units, not 6',
    'limit: Ten workers, at most three at a time: four batches.',
    '  peak 3, 4 units',
    'timeouts: A time-out for each, and no failure stops the others.',
    '  ValueError: request 2 is refused',
    "  {'ok': 2, 'timeout': 2, 'error': 1}",
    'cancellation: A task that runs for ever is cancelled, cleans up and stays cancelled.',
    '  cancelled after 3 ticks, cleaning up',
    '  clean-up is done',
    '  server cancelled: True',
    'done',
    '',
  ];
  const ours = await sim(['run', DEMO, '--quiet']);
  expect(ours).toEqual({ code: 0, stdout: recorded.join('\n'), stderr: '' });
  const interpreter = python();
  if (interpreter !== null) {
    const theirs = spawnSync(interpreter, [DEMO], { encoding: 'utf8' });
    expect(theirs.stdout).toBe(ours.stdout);
  }
}, 30_000);
