import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { LimitReached } from '../../src/base/stop.ts';
import { TraceFile } from '../../src/cli/trace-file.ts';
import { TRACE_VERSION } from '../../src/trace/event.ts';
import { readTrace } from '../../src/trace/read.ts';
import { Kind, Tracer } from '../../src/trace/tracer.ts';
import { here, scratch } from './scratch.ts';

const { file, path, folder } = scratch();

const HEADER = {
  trace: TRACE_VERSION,
  sim: '0.1.0',
  source: { name: 'x.py', sha256: '0'.repeat(64), text: '' },
  params: [],
  seed: 1,
  ties: 'fifo',
  policy: 'fifo',
  limits: [],
  epoch: 0,
  until: null,
  pool: 32,
  debug: false,
  strict314: false,
  argv: ['x.py'],
};
const CONTEXT = { position: () => null, nameOf: () => null, repr: String };

describe('a trace file', () => {
  test('appears whole when it ends', () => {
    const trace = new TraceFile(path('whole.jsonl'), HEADER, 10_000);
    const tracer = new Tracer([trace], CONTEXT);
    tracer.emit(Kind.loopStopped);
    tracer.flush();
    expect(existsSync(path('whole.jsonl'))).toBe(false);
    trace.end({ end: 'finished', time: 0, random: [] });
    expect(readTrace(readFileSync(path('whole.jsonl'), 'utf8')).events).toHaveLength(1);
  });

  test('that is too large says so once and can still end whole', () => {
    const trace = new TraceFile(path('large.jsonl'), HEADER, 100);
    const tracer = new Tracer([trace], CONTEXT);
    tracer.emit(Kind.loopStopped);
    tracer.flush();
    expect(() => tracer.runEnded()).toThrow(LimitReached);
    tracer.emit(Kind.loopStopped);
    tracer.runEnded();
    trace.end({ end: 'limit', time: 0, random: [] });
    const { end, events } = readTrace(readFileSync(path('large.jsonl'), 'utf8'));
    expect([end.end, events.length]).toEqual(['limit', 2]);
  });

  test('that is abandoned leaves nothing', () => {
    new TraceFile(path('gone.jsonl'), HEADER, 300).abandon();
    expect(readdirSync(folder).filter((name) => name.includes('gone'))).toEqual([]);
  });
});

test('--max-trace counts the bytes before the end line, exactly', async () => {
  const program = file('small.yaml', 'main:\n  - for i in range(9): ["await sleep(1)"]\n');
  const trace = path('exact.jsonl');
  const run = async (max: number): Promise<[number, string]> => {
    const flags = ['--trace', trace, '--max-trace', String(max)];
    const { code } = await here('run', '--quiet', program, ...flags);
    return [code, readTrace(readFileSync(trace, 'utf8')).end.end];
  };
  expect(await run(1_000_000)).toEqual([0, 'finished']);
  const text = readFileSync(trace, 'utf8');
  const body = text.slice(0, text.lastIndexOf('\n', text.length - 2) + 1);
  const written = Buffer.byteLength(body);
  // The header tells the limit itself: as many digits, as many bytes.
  const same = written - String(1_000_000).length + String(written).length;
  expect(await run(same)).toEqual([0, 'finished']);
  expect(await run(same + 1)).toEqual([0, 'finished']);
  expect(await run(same - 1)).toEqual([3, 'limit']);
});
