import { describe, expect, test } from 'vitest';
import { columnsOf } from '../../../src/base/columns.ts';
import { plainPage } from '../../../src/report/page.ts';
import type { Question } from '../../../src/report/why/explanation.ts';
import { renderExplanation } from '../../../src/report/why/render.ts';
import { inquired } from './inquired.ts';
import { CONTENDED, LEFT_BEHIND, STUBBORN, THREADED } from './programs.ts';

function shown(text: string, question: Question, page = plainPage): string[] {
  return renderExplanation(inquired(text).explain(question), 'spec.py', page).split('\n');
}

describe('an answer for people', () => {
  test('opens with what is wrong, then shows how, then what to do', () => {
    expect(shown(STUBBORN, { about: 'run' }).slice(0, 9)).toEqual([
      'Swallowed cancellation: Task-2 (stubborn) was asked to cancel at 1 s by Task-1 (main) (line 13), got',
      'CancelledError (line 6), went on (line 8) and returned normally, 3 s later',
      '  time  task               line  what                                 source',
      '  1 s   Task-2 (stubborn)  13    is asked to cancel by Task-1 (main)  task.cancel()',
      '  1 s   Task-2 (stubborn)  6     gets CancelledError here             await asyncio.sleep(9)',
      '  1 s   Task-2 (stubborn)  8     goes on here                         print("no")',
      '  4 s   Task-2 (stubborn)        returns None',
      "  try: end the 'except' that catches CancelledError with 'raise', or clean up in 'finally'",
      '',
    ]);
  });

  test('says that nothing is wrong', () => {
    expect(shown(THREADED, { about: 'run' })[0]).toBe('Nothing is wrong that a trace shows');
  });

  test('answers for a task in its first line', () => {
    expect(shown(CONTENDED, { about: 'task', task: 4, at: 0.5 }).slice(0, 6)).toEqual([
      'Task-4 (work) did not run at 0.5 s: it waits for lock since 0 s (line 6), held by Task-2 (work)',
      'since 0 s',
      'What it waits for, and what that waits for:',
      '  time  task           line  what',
      '  0 s   Task-4 (work)  6     waits for lock since 0 s, held by Task-2 (work) since 0 s',
      '  0 s   Task-2 (work)  7     sleeps since 0 s until 1 s',
    ]);
  });

  test('shows each request to cancel', () => {
    const lines = shown(LEFT_BEHIND, { about: 'cancellation', task: 2 });
    expect(lines[0]).toMatch(/^Task-2 \(forever\) was asked to cancel at 1 s by asyncio\.run/);
    expect(lines).toContain('What it did:');
    expect(lines).toContain('Why it was asked, the latest cause first:');
    expect(shown(LEFT_BEHIND, { about: 'cancellation', task: 1 })).toEqual([
      'nobody asked Task-1 (main) to cancel',
      '',
    ]);
  });

  test('keeps to the width of the page and escapes what strangers wrote', () => {
    const text = STUBBORN.replace(
      'create_task(stubborn())',
      'create_task(stubborn(), name="a\\x1b[2J")',
    );
    for (const width of [40, 60, 80]) {
      const lines = shown(text, { about: 'run' }, { ...plainPage, width });
      expect(lines.filter((line) => columnsOf(line) > width)).toEqual([]);
      expect(lines.join('')).toContain('a\\x1b[2J');
    }
  });
});
