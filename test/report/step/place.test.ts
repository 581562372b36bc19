import { describe, expect, test } from 'vitest';
import { plainPage } from '../../../src/report/page.ts';
import type { Names } from '../../../src/report/step/names.ts';
import {
  renderLine,
  renderOutput,
  renderSource,
  renderStep,
} from '../../../src/report/step/place.ts';
import { Script } from '../../trace/script.ts';

const names: Names = {
  task: (task) => ({ name: `T${task}`, coroutine: 'work' }),
  object: (object) => object,
};
const source = { name: 'a.py', lines: Array.from({ length: 12 }, (_, i) => `line_${i + 1}`) };
const view = {
  position: 4,
  time: 1.5,
  iteration: 3,
  events: [1, 2],
  task: 2,
  handle: 'step',
} as const;

describe('a step', () => {
  test('tells what it did, and to whom', () => {
    const script = new Script()
      .resume(2)
      .emit(2, 'output.written', { stream: 'stdout', text: 'x' });
    script.emit(3, 'task.cancel-requested', { by: 2, message: null, count: 1 });
    expect(renderStep({ ...view, line: null }, script.events(), names, plainPage)).toEqual([
      'step 4 at 1.5 s, iteration 3: step of T2 (work)',
      '  goes on',
      '  prints "x"',
      '  T3 (work) is asked to cancel by task 2',
    ]);
  });

  test('of no task, and of no handle', () => {
    const callback = { ...view, task: 0, handle: 'callback', line: null };
    expect(renderStep(callback, [], names, plainPage)).toEqual([
      'step 4 at 1.5 s, iteration 3: callback',
    ]);
    expect(renderStep({ ...callback, handle: '' }, [], names, plainPage)).toEqual([
      'step 4 at 1.5 s, iteration 3: the module',
    ]);
  });

  test('that did much tells twelve things', () => {
    const script = new Script();
    for (let i = 0; i < 20; i++) script.resume(2);
    const lines = renderStep({ ...view, line: null }, script.events(), names, plainPage);
    expect([lines.length, lines.at(-1)]).toEqual([14, '  and 8 more: events shows all']);
  });
});

test('the source is shown around a line, the current one marked', () => {
  expect(renderSource(2, 1, source, plainPage)).toEqual([
    ...['>  1  line_1', '   2  line_2', '   3  line_3', '   4  line_4', '   5  line_5'],
    ...['   6  line_6', '   7  line_7'],
  ]);
  expect(renderSource(12, null, source, plainPage).length).toBe(6);
  expect(renderLine(10, source, plainPage)).toEqual(['> 10  line_10']);
  const wide = { name: 'w.py', lines: [`${'x'.repeat(200)}\u001b`] };
  expect(renderLine(1, wide, plainPage)[0].length).toBe(100);
});

test('output stands behind a bar, its last lines where there is much', () => {
  expect(renderOutput([{ text: 'a\nb' }, { text: 'c\n\n' }], plainPage)).toEqual([
    '| a',
    '| bc',
    '|',
  ]);
  const much = Array.from({ length: 30 }, (_, i) => ({ text: `${i}\n` }));
  const lines = renderOutput(much, plainPage);
  expect([lines[0], lines[1], lines.length]).toEqual(['| … 10 lines before', '| 10', 21]);
  expect(renderOutput([], plainPage)).toEqual([]);
});
