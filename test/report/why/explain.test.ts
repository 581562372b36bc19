import { describe, expect, test } from 'vitest';
import { plainPage } from '../../../src/report/page.ts';
import { causesOf } from '../../../src/report/why/cause-chain.ts';
import { explain, Inquiry } from '../../../src/report/why/explain.ts';
import type { CriticalPath, Question } from '../../../src/report/why/explanation.ts';
import { renderExplanation } from '../../../src/report/why/render.ts';
import { readTrace } from '../../../src/trace/read.ts';
import { recordedTexts } from '../../conformance/text-runs.ts';
import { recorded } from '../../replay/programs.ts';
import { inquired, inquiryInto } from './inquired.ts';
import { CONTENDED, CROSSED_LOCKS, FAILING, KEPT_LOCK, PULSE, STUBBORN } from './programs.ts';

const about = (inquiry: Inquiry, question: Question) => inquiry.explain(question);

describe('an inquiry into a run', () => {
  test('says how the run ended', () => {
    const ended = (text: string) => {
      const explained = about(inquired(text), { about: 'run' });
      return explained.about === 'run' ? explained.ended.replace(/after \d+ events/, '…') : '';
    };
    expect(ended(CONTENDED)).toBe('finished at 3 s …, Task-1 (main) returned None');
    expect(ended(CROSSED_LOCKS)).toBe('deadlocked at 1 s …');
    expect(ended(FAILING)).toBe("failed at 1 s …, Task-1 (main) raised ValueError('no')");
  });

  test('is the same by the text of its trace', () => {
    const { trace } = recorded(CROSSED_LOCKS);
    expect(explain(trace)).toEqual(about(inquired(CROSSED_LOCKS), { about: 'run' }));
    expect(explain(trace, { about: 'task', task: 1, at: null }).about).toBe('task');
    expect(() => explain(trace.slice(0, 500))).toThrow(/^line 1: the trace is truncated/);
  });

  test('tells what matters most first', () => {
    const text = STUBBORN.replace(
      '    await task\n',
      '    await task\n    await asyncio.Event().wait()\n',
    );
    const explained = about(inquired(text), { about: 'run' });
    const rules = explained.about === 'run' ? explained.findings.map(({ rule }) => rule) : [];
    expect(rules).toEqual(['never woken', 'swallowed cancellation']);
  });

  test('takes a trace that is cut off', () => {
    const { header, events } = readTrace(recorded(CONTENDED).trace);
    const inquiry = new Inquiry();
    for (const event of events.slice(0, 10)) inquiry.see(event);
    inquiry.finish(header, null);
    expect(about(inquiry, { about: 'run' })).toMatchObject({
      ended: 'cut off at 0 s after 10 events',
      findings: [],
    });
  });
});

/** Every question that can be asked of a run. */
function questionsOf(inquiry: Inquiry): Question[] {
  const { history } = inquiry;
  const times = [null, 0, history.endTime / 2, history.endTime];
  return [
    { about: 'run' },
    { about: 'path' },
    ...history
      .tasks()
      .flatMap(({ task }): Question[] => [
        ...times.map((at) => ({ about: 'task' as const, task, at })),
        { about: 'cancellation', task },
      ]),
  ];
}

function lawsOfPath(path: CriticalPath): void {
  let to = 0;
  for (const stretch of path.stretches) {
    expect(stretch.from).toBe(to);
    expect(stretch.to).toBeGreaterThan(stretch.from);
    to = stretch.to;
  }
  expect(to).toBe(path.seconds);
  const whole = path.shares.reduce((sum, share) => sum + share.permille, 0);
  expect(whole).toBe(path.stretches.length === 0 ? 0 : 1000);
  const seconds = path.shares.reduce((sum, share) => sum + share.seconds, 0);
  expect(seconds).toBeCloseTo(path.seconds, 9);
}

describe('laws of every run', () => {
  const programs = [
    ...recordedTexts('recorded-programs').filter((_, i) => i % 12 === 0),
    ...[CROSSED_LOCKS, KEPT_LOCK, PULSE, STUBBORN].map((text, i) => ({ name: `own ${i}`, text })),
  ];
  test.each(programs)('every question about $name has an answer', ({ text }) => {
    const inquiry = inquiryInto(recorded(text).trace);
    const { history } = inquiry;
    for (const event of history.trace) {
      let last = event;
      for (const cause of causesOf(history, event)) last = cause;
      expect(last.cause).toBe(0);
    }
    for (const question of questionsOf(inquiry)) {
      const explained = inquiry.explain(question);
      if ('path' in explained) lawsOfPath(explained.path);
      const shown = renderExplanation(explained, history.file, plainPage);
      expect(shown.split('\n')[0]).not.toBe('');
      expect(shown).not.toMatch(/undefined|NaN|\[object/);
    }
  });
});
