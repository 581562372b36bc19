import { readFileSync, writeFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { endLine, TraceHash } from '../../src/trace/jsonl.ts';
import { readTrace } from '../../src/trace/read.ts';
import { WORKERS } from '../replay/programs.ts';
import { sim } from './command.ts';
import { here, scratch } from './scratch.ts';

const { file, path } = scratch();
const PROGRAM = file('workers.py', WORKERS);

/** The trace of a run of the program, as text. */
async function recorded(...flags: string[]): Promise<string> {
  await here('run', '--quiet', PROGRAM, '--trace', path('run.jsonl'), ...flags);
  return readFileSync(path('run.jsonl'), 'utf8');
}

/** A whole trace with other lines. */
function forged(name: string, lines: readonly string[]): string {
  const text = lines.map((line) => `${line}\n`).join('');
  const hash = new TraceHash();
  hash.update(text);
  const { end } = readTrace(readFileSync(path('run.jsonl'), 'utf8'));
  const last = { ...end, events: lines.length - 1, sha256: hash.digest() };
  return file(name, text + endLine(last, hash));
}

describe('sim replay', () => {
  test('finds the same run, with its settings, wherever the program is now', async () => {
    const text = await recorded(
      '--seed',
      '7',
      '--epoch',
      '5',
      '--debug',
      '--until',
      '1',
      '--',
      '-v',
    );
    const { events } = readTrace(text);
    expect(await here('replay', path('run.jsonl'))).toEqual({
      code: 0,
      stdout: `${path('run.jsonl')}: ${events.length} events, all the same: finished at 1 s\n`,
      stderr: '',
    });
  });

  test('shows where the run parts from its trace, and ends with 1', async () => {
    const lines = (await recorded()).split('\n').slice(0, -2);
    const at = lines.findIndex((line) => line.includes('"text":"b 1 '));
    const other = lines.with(at, lines[at].replace('"text":"b 1 ', '"text":"c 1 '));
    const { code, stdout } = await here('replay', forged('other.jsonl', other));
    expect(code).toBe(1);
    const shown = stdout.split('\n');
    expect(shown[0]).toBe(`the run parts from its trace at event ${at}: text differs`);
    expect(shown.slice(1, 6).every((line) => line.startsWith('  before   '))).toBe(true);
    expect(shown[6]).toMatch(/^ {2}expected \d+ .* output\.written .* text="c 1 /);
    expect(shown[7]).toMatch(/^ {2}got {6}\d+ .* output\.written .* text="b 1 /);
    const json = JSON.parse((await here('replay', '--json', path('other.jsonl'))).stdout);
    expect(json).toMatchObject({ same: false, events: at - 1, divergence: { seq: at } });
  });

  test('names the line and the byte of what is damaged, and can use what is whole', async () => {
    const text = await recorded();
    const cut = file('cut.jsonl', text.slice(0, 5000));
    const line = text.slice(0, 5000).split('\n').length;
    const byte = text.lastIndexOf('\n', 4999) + 1;
    const damage =
      `${cut}: line ${line}, byte ${byte}: the trace is truncated: it stops in the middle of ` +
      `event ${line - 1} or the end line`;
    const refused = await here('replay', cut);
    expect(refused).toEqual({ code: 2, stdout: '', stderr: `sim: ${damage}\n` });
    expect(await here('replay', '--salvage', cut)).toEqual({
      code: 0,
      stdout: `${damage}\n${cut}: ${line - 2} events, all the same, as far as the trace goes\n`,
      stderr: '',
    });
    expect(JSON.parse((await here('replay', '--json', cut)).stdout)).toMatchObject({
      same: false,
      error: { line, byte },
    });
  });

  test('runs the trace of another version only when asked', async () => {
    const lines = (await recorded()).split('\n').slice(0, -2);
    const newer = forged(
      'newer.jsonl',
      lines.with(0, lines[0].replace(/"sim":"[^"]+"/, '"sim":"9.9.9"')),
    );
    const refused = await here('replay', newer);
    expect(refused.code).toBe(2);
    expect(refused.stderr).toMatch(
      /line 1: written by sim 9\.9\.9, this is \S+: its runs may differ/,
    );
    expect((await here('replay', '--any-version', newer)).code).toBe(0);
  });

  test('writes and reads packed traces, of the same bytes inside', async () => {
    const text = await recorded();
    await here('run', '--quiet', PROGRAM, '--trace', path('run.jsonl.gz'));
    expect(gunzipSync(readFileSync(path('run.jsonl.gz'))).toString()).toBe(text);
    expect((await here('replay', path('run.jsonl.gz'))).code).toBe(0);
  });

  test.each([
    ['sleeps', 'await asyncio.sleep(1)'],
    ['never ends a step', 'n += 1'],
  ])('replays as far as a run that a signal ended, which %s', async (_, statement) => {
    const text = `import asyncio
async def main():
    n = 0
    print('begun')
    while True:
        ${statement}
asyncio.run(main())
`;
    const trace = path('endless.jsonl');
    const limits = ['--max-operations', '1000000000000'];
    const ended = await sim(['run', file('endless.py', text), ...limits, '--trace', trace], {
      signals: [{ name: 'SIGINT', when: (written) => written.includes('begun') }],
    });
    expect(ended.code).toBe(130);
    const { events, end } = readTrace(readFileSync(trace, 'utf8'));
    expect(end.end).toBe('interrupted');
    expect(await here('replay', trace)).toEqual({
      code: 0,
      stdout: `${trace}: ${events.length} events, all the same, as far as the trace goes\n`,
      stderr: '',
    });
  });

  test('refuses what is no trace', async () => {
    writeFileSync(path('binary'), Buffer.from([0xff, 0xfe]));
    const stderr = async (...argv: string[]) => (await here('replay', ...argv)).stderr;
    expect(await stderr(PROGRAM)).toBe(
      `sim: ${PROGRAM}: line 1, byte 0: the header is damaged: not JSON\n`,
    );
    expect(await stderr(path('binary'))).toBe(
      `sim: ${path('binary')}: line 1, byte 0: its header is damaged: its bytes are not UTF-8\n`,
    );
    expect(await stderr(path('gone'))).toBe(
      `sim: cannot read ${path('gone')}: there is no such file\n`,
    );
  });
});
