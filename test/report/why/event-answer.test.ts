import { expect, test } from 'vitest';
import { explainEvent } from '../../../src/report/why/event-answer.ts';
import { inquired, rows } from './inquired.ts';
import { CONTENDED } from './programs.ts';

const { history } = inquired(CONTENDED);

/** The answer about the first event that is like this one. */
function about(like: (event: (typeof events)[number]) => boolean) {
  const seq = events.findIndex(like) + 1;
  const explanation = explainEvent(history, seq);
  if (explanation.about !== 'event') throw new Error(explanation.about);
  return { ...explanation, asked: seq };
}

const events = [...history.trace];

test('an event is told with its task and line, and its causes after it', () => {
  const { asked, seq, answer, causes } = about(({ kind }) => kind === 'lock.released');
  expect(seq).toBe(asked);
  expect(answer).toBe(`Event ${seq}, at 1 s: Task-2 (work) releases lock (line 6)`);
  expect(rows(causes.steps).slice(0, 2)).toEqual([
    [1, 0, 0, 'the sleep until 1 s is over'],
    [0, 2, 7, 'goes to sleep until 1 s'],
  ]);
});

test('a handle is of the loop, and of a task where it is its step', () => {
  const isHandle = (name: string) => (event: (typeof events)[number]) =>
    event.kind === 'handle.executed' && event.handle === name;
  expect(about(isHandle('sleep')).answer).toMatch(/^Event \d+, at 1 s: the loop runs a sleep$/);
  expect(about(isHandle('step')).answer).toMatch(
    /^Event \d+, at 0 s: the loop runs a step of Task-1 \(main\)$/,
  );
});

test('what has no cause begins by itself', () => {
  expect(explainEvent(history, 1)).toMatchObject({ causes: { steps: [], omitted: 0 } });
  expect(explainEvent(history, events.length + 1)).toMatchObject({
    answer: `no event ${events.length + 1}`,
  });
});
