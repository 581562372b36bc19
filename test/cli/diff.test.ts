import { readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { WORKERS } from '../replay/programs.ts';
import { here, scratch } from './scratch.ts';

const { file, path } = scratch();
const PROGRAM = file('workers.py', WORKERS);

async function recorded(name: string, ...flags: string[]): Promise<string> {
  await here('run', '--quiet', PROGRAM, '--trace', path(name), ...flags);
  return path(name);
}

describe('sim diff', () => {
  test('ends with 0 for the same run and 1 for another', async () => {
    const [a, b] = [await recorded('a.jsonl'), await recorded('b.jsonl.gz')];
    expect(await here('diff', a, b)).toEqual({
      code: 0,
      stdout: `${a} and ${b} are the same run\n`,
      stderr: '',
    });
    const other = await here('diff', a, await recorded('c.jsonl', '--seed', '2'));
    expect(other.code).toBe(1);
    expect(other.stdout).toContain('  seed       1 | 2\n');
    const json = await here('diff', '--json', a, path('c.jsonl'));
    expect(JSON.parse(json.stdout)).toMatchObject({ same: false, settings: [['seed', '1', '2']] });
  });

  test('refuses what is no whole trace, or uses what is whole of it', async () => {
    const a = await recorded('a.jsonl');
    writeFileSync(path('cut.jsonl'), readFileSync(a, 'utf8').slice(0, 5000));
    const refused = await here('diff', a, path('cut.jsonl'));
    expect(refused).toMatchObject({ code: 2, stdout: '' });
    expect(refused.stderr).toMatch(
      /^sim: \S+cut\.jsonl: line \d+, byte \d+: the trace is truncated/,
    );
    const salvaged = await here('diff', '--salvage', a, path('cut.jsonl'));
    expect(salvaged.code).toBe(1);
    expect(salvaged.stdout).toContain('| cut off\n');
    expect(salvaged.stdout).toContain('  + nothing: the trace has ended\n');
  });
});
