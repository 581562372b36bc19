// Runs that the specs of questions about runs ask about: a program's text, recorded and read back.

import { Inquiry } from '../../../src/report/why/explain.ts';
import type { Explanation, Finding, Step } from '../../../src/report/why/explanation.ts';
import { readTrace } from '../../../src/trace/read.ts';
import { recorded } from '../../replay/programs.ts';

type Of<K extends Explanation['about']> = Extract<Explanation, { readonly about: K }>;

/** A trace, ready to be asked about. */
export function inquiryInto(trace: string): Inquiry {
  const { header, events, end } = readTrace(trace);
  const inquiry = new Inquiry();
  for (const event of events) inquiry.see(event);
  return inquiry.finish(header, end);
}

/** The run of a program, ready to be asked about. */
export function inquired(text: string, file = 'spec.py'): Inquiry {
  return inquiryInto(recorded(text, {}, file).trace);
}

/** What is wrong with the run of a program. */
export function findingsOf(text: string): readonly Finding[] {
  return (inquired(text).explain({ about: 'run' }) as Of<'run'>).findings;
}

/** The critical path of a program's run. */
export function pathOf(text: string): Of<'path'>['path'] {
  return (inquired(text).explain({ about: 'path' }) as Of<'path'>).path;
}

/** What a program's task did at a time. */
export function taskAt(text: string, task: number, at: number | null): Of<'task'> {
  return inquired(text).explain({ about: 'task', task, at }) as Of<'task'>;
}

/** Who asked a program's task to end. */
export function cancellationOf(text: string, task: number): Of<'cancellation'> {
  return inquired(text).explain({ about: 'cancellation', task }) as Of<'cancellation'>;
}

/** Time, task, line and words of steps. */
export function rows(steps: readonly Step[]): (readonly [number, number, number, string])[] {
  return steps.map(({ time, task, at, text }) => [time, task, at?.[0] ?? 0, text]);
}
