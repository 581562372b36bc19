import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { WORKERS } from '../replay/programs.ts';
import { here, scratch } from './scratch.ts';

const { file, path } = scratch();
const PROGRAM = file('workers.py', WORKERS);

async function recorded(name: string): Promise<string> {
  await here('run', '--quiet', PROGRAM, '--trace', path(name));
  return path(name);
}

describe('sim export of a trace', () => {
  test('draws it for Perfetto, speedscope and Mermaid', async () => {
    const trace = await recorded('run.jsonl.gz');
    const chrome = await here('export', trace);
    expect(chrome.code).toBe(0);
    expect(JSON.parse(chrome.stdout).traceEvents.length).toBeGreaterThan(10);
    expect((await here('export', trace, '--to', 'chrome')).stdout).toBe(chrome.stdout);
    const speedscope = JSON.parse((await here('export', trace, '--to', 'speedscope')).stdout);
    expect([speedscope.name, speedscope.profiles[0].type]).toEqual(['run.jsonl.gz', 'evented']);
    const out = path('run.mmd');
    expect(await here('export', trace, '--to', 'mermaid', '-o', out)).toEqual({
      ...{ code: 0, stdout: '', stderr: '' },
    });
    expect(readFileSync(out, 'utf8')).toMatch(/^sequenceDiagram\n {2}participant p1 as the loop\n/);
  });

  test('refuses what is no whole trace, or draws what is whole of it', async () => {
    const text = readFileSync(await recorded('run.jsonl'), 'utf8');
    const cut = file('cut.jsonl', text.slice(0, 5000));
    const refused = await here('export', cut);
    expect(refused).toMatchObject({ code: 2, stdout: '' });
    expect(refused.stderr).toMatch(/^sim: \S+cut\.jsonl: line \d+, byte \d+: the trace is trunc/);
    const salvaged = await here('export', cut, '--salvage');
    expect(salvaged.code).toBe(0);
    expect(JSON.parse(salvaged.stdout).traceEvents.length).toBeGreaterThan(5);
    expect((await here('export', path('run.jsonl'), '--to', 'yaml')).stderr).toBe(
      `sim: --to yaml: ${path('run.jsonl')} is a trace\nTry 'sim --help'.\n`,
    );
  });
});
