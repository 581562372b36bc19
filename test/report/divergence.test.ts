import { describe, expect, test } from 'vitest';
import { renderDivergence } from '../../src/report/divergence.ts';
import { plainPage } from '../../src/report/page.ts';
import type { TraceEvent } from '../../src/trace/event.ts';
import type { TraceEnd } from '../../src/trace/header.ts';

const base = { seq: 7, iteration: 2, time: 0.5, task: 3, at: [12, 7], cause: 6 } as const;
const sleeping: TraceEvent = { ...base, kind: 'task.suspended', on: 'sleep', until: 1 };
const end: TraceEnd = { end: 'finished', events: 6, time: 0.5, sha256: 'a', random: [] };

describe('a divergence', () => {
  test('shows both events whole, and names the fields that differ', () => {
    const before: TraceEvent = {
      ...base,
      seq: 6,
      at: null,
      kind: 'handle.executed',
      handle: 'step',
    };
    const got: TraceEvent = { ...sleeping, time: 0.25, until: 0.75 };
    const text = renderDivergence({ seq: 7, expected: sleeping, got, before: [before] }, plainPage);
    expect(text).toBe(
      `the run parts from its trace at event 7: time, until differ
  before   6  0.5 s, iteration 2, task 3  handle.executed cause=6 handle="step"
  expected 7  0.5 s, iteration 2, task 3 at 12:7  task.suspended cause=6 on="sleep" until=1
  got      7  0.25 s, iteration 2, task 3 at 12:7  task.suspended cause=6 on="sleep" until=0.75
`,
    );
  });

  test('may be that one of them has ended, or otherwise', () => {
    const text = (expected: typeof end | TraceEvent | null, got: typeof end | TraceEvent | null) =>
      renderDivergence({ seq: 7, expected, got, before: [] }, plainPage).split('\n').slice(0, 3);
    expect(text(end, sleeping)).toEqual([
      'the run parts from its trace at event 7',
      '  expected the end after 6 events: finished at 0.5 s',
      '  got      7  0.5 s, iteration 2, task 3 at 12:7  task.suspended cause=6 on="sleep" until=1',
    ]);
    expect(text(null, end)[1]).toBe('  expected nothing: it has ended');
    const other: TraceEnd = { ...end, sha256: 'b', random: [['random', 'c']] };
    expect(text(end, other)[0]).toBe('the run parts from its trace at event 7: random differs');
  });

  test('shows no control characters of a program', () => {
    const written: TraceEvent = {
      ...base,
      kind: 'output.written',
      stream: 'stdout',
      text: '\x9b31m',
    };
    expect(
      renderDivergence({ seq: 7, expected: written, got: null, before: [] }, plainPage),
    ).toContain('text="\\x9b31m"');
  });
});
