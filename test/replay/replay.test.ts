import { fc, test } from '@fast-check/vitest';
import { describe, expect } from 'vitest';
import { languageEnvironment } from '../../src/lang/environment.ts';
import { record } from '../../src/replay/record.ts';
import { replay, sourceOf } from '../../src/replay/replay.ts';
import { headerOf } from '../../src/replay/settings.ts';
import { loadScenario } from '../../src/scenario/load.ts';
import { DEFAULT_LIMITS, Simulation } from '../../src/simulate.ts';
import { endLine, JsonlWriter, TraceHash } from '../../src/trace/jsonl.ts';
import { readTrace } from '../../src/trace/read.ts';
import { TraceError } from '../../src/trace/read-line.ts';
import { recordedTexts } from '../conformance/text-runs.ts';
import { scenarioOf } from '../simulated.ts';
import { recorded, WORKERS } from './programs.ts';

const { trace } = recorded(WORKERS);
const lines = trace.split('\n');

/** A trace that says something else and is whole: another program, as it were, wrote it. */
function forged(text: string): string {
  const body = text.slice(0, text.lastIndexOf('\n', text.length - 2) + 1);
  const { end } = readTrace(trace);
  const hash = new TraceHash();
  hash.update(body);
  const events = body.split('\n').length - 2;
  return body + endLine({ ...end, events, sha256: hash.digest() }, hash);
}

describe('a replay', () => {
  test('finds the run of its trace again, event for event', () => {
    const { divergence, events, outcome } = replay(sourceOf(trace));
    expect(divergence).toBeNull();
    expect(events).toBe(lines.length - 3);
    expect(outcome?.end).toBe('finished');
  });

  test('reads a trace in pieces of any size', () => {
    const pieces = (size: number) => () => {
      let at = 0;
      return () => {
        const piece = trace.slice(at, at + size);
        at += size;
        return piece === '' ? null : piece;
      };
    };
    for (const size of [97, 1000]) expect(replay(pieces(size)).divergence).toBeNull();
  });

  test('shows the first difference, with the five events before', () => {
    const at = lines.findIndex((line) => line.includes('"text":"a 0 '));
    const changed = lines.with(at, lines[at].replace('"text":"a 0 ', '"text":"a 7 '));
    const { divergence, events, outcome } = replay(sourceOf(forged(changed.join('\n'))));
    expect(events).toBe(at - 1);
    expect(outcome).toBeNull();
    expect(divergence?.seq).toBe(at);
    expect(divergence?.expected).toMatchObject({ kind: 'output.written', text: /^a 7/ });
    expect(divergence?.got).toMatchObject({ kind: 'output.written', text: /^a 0/ });
    expect(divergence?.before.map(({ seq }) => seq)).toEqual([
      at - 5,
      at - 4,
      at - 3,
      at - 2,
      at - 1,
    ]);
  });

  test('finds an event too few and one too many', () => {
    const last = lines.length - 3;
    const short = replay(sourceOf(forged([...lines.slice(0, last), '', ''].join('\n'))));
    expect(short.divergence).toMatchObject({
      seq: last,
      expected: { end: 'finished', events: last - 1 },
      got: JSON.parse(lines[last]),
    });
    const extra = lines[last].replace(`"seq":${last}`, `"seq":${last + 1}`);
    const long = replay(sourceOf(forged([...lines.slice(0, last + 1), extra, '', ''].join('\n'))));
    expect(long.divergence).toMatchObject({
      seq: last + 1,
      expected: JSON.parse(extra),
      got: { end: 'finished', events: last },
    });
  });

  test('has the settings of the run', () => {
    const text = `import asyncio, sys, time
async def main():
    print(sys.argv, time.time(), asyncio.get_running_loop().get_debug())
    await asyncio.sleep(100)
    print('never')
asyncio.run(main())
`;
    const settings = { argv: ['x.py', '-v'], epoch: 12, debug: true, until: 5, pool: 3, seed: 9 };
    const run = recorded(text, { ...settings, ties: 'heapq', strict314: true });
    let output = '';
    const again = replay(sourceOf(run.trace), {
      write: (_, piece) => {
        output += piece;
      },
    });
    expect(again.divergence).toBeNull();
    expect(output).toBe("['x.py', '-v'] 12.0 True\n");
  });

  test('has the parameters of the run', () => {
    const text = 'params: { n: 2 }\nmain: ["log(n)"]\n';
    const five = loadScenario('spec.yaml', text, {
      environment: languageEnvironment(),
      params: new Map([['n', '5']]),
    }).scenario!;
    const run = record(five, { file: 'spec.yaml', source: text });
    let output = '';
    const { divergence } = replay(sourceOf(run.trace), {
      write: (_, piece) => {
        output += piece;
      },
    });
    expect([divergence, output]).toEqual([null, '5\n']);
  });

  test('goes as far as a limit let the run go', () => {
    const limits = { ...DEFAULT_LIMITS, steps: 12 };
    const run = recorded(WORKERS, { limits });
    expect(run.outcome.end).toBe('limit');
    expect(replay(sourceOf(run.trace)).divergence).toBeNull();
    const short = recorded(WORKERS, { limits: { ...DEFAULT_LIMITS, trace: 3000 } });
    expect(short.outcome.end).toBe('limit');
    expect(replay(sourceOf(short.trace)).divergence).toBeNull();
  });

  test.each([1, 7, 20])(
    'goes as far as the run that was interrupted after %i handles',
    (handles) => {
      const scenario = scenarioOf(WORKERS);
      const settings = { file: 'spec.py', source: WORKERS };
      let text = '';
      const writer = new JsonlWriter(headerOf(scenario, settings), (piece) => {
        text += piece;
      });
      const simulation = new Simulation(scenario, { ...settings, sinks: [writer] });
      for (let i = 0; i < handles; i++) simulation.advance({ handles: 1, operations: 1000 });
      simulation.interrupt();
      const { end, time } = simulation.outcome!;
      writer.finish({ end, time, random: simulation.randomStates });
      const { divergence, events, outcome } = replay(sourceOf(text));
      expect([divergence, outcome]).toEqual([null, null]);
      expect(events).toBe(readTrace(text).events.length);
    },
  );
});

describe('a trace that is not what was written', () => {
  const damaged = (text: string): string => {
    try {
      return `nothing was noticed: ${JSON.stringify(replay(sourceOf(text)).divergence)}`;
    } catch (error) {
      if (error instanceof TraceError) return error.message;
      throw error;
    }
  };

  test('is refused with its place', () => {
    const cut = trace.slice(0, trace.indexOf('\n', 5000) + 20);
    const count = cut.split('\n').length - 2;
    expect(damaged(cut)).toBe(
      `line ${count + 2}: the trace is truncated: it stops in the middle of event ${count + 1} or the end line`,
    );
    expect(damaged(lines.with(9, lines[9].replace('"time":0', '"time":1')).join('\n'))).toMatch(
      /^line \d+: the trace was edited/,
    );
    expect(damaged(lines.with(5, lines[6]).with(6, lines[5]).join('\n'))).toBe(
      'line 6: event 5 is missing: found event 6 instead',
    );
    expect(damaged(trace.replace('"sim":"', '"sim":"9'))).toMatch(
      /^line 1: written by sim 9\d+\.\d+\.\d+, this is \d+\.\d+\.\d+: its runs may differ$/,
    );
    expect(damaged('')).toBe('line 1: the file is empty: not a trace');
  });

  test.prop([fc.nat(), fc.integer({ min: 1, max: 127 })], { numRuns: 300 })(
    'is refused wherever one byte is another',
    (place, change) => {
      const at = place % trace.length;
      const byte = trace.charCodeAt(at) ^ change;
      const text = trace.slice(0, at) + String.fromCharCode(byte) + trace.slice(at + 1);
      expect(() => replay(sourceOf(text))).toThrow(TraceError);
    },
  );
});

describe('programs at random', () => {
  const records = recordedTexts('recorded-programs');
  test.each(records.filter((_, i) => i % 3 === 0))('$name is replayed', ({ text }) => {
    const run = recorded(text, { ties: 'heapq' });
    const { divergence, events } = replay(sourceOf(run.trace));
    expect(divergence).toBeNull();
    expect(events).toBe(run.trace.split('\n').length - 3);
    expect(recorded(text, { ties: 'heapq' }).trace).toBe(run.trace);
  });
});
