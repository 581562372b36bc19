import { describe, expect, test } from 'vitest';
import { columnsOf } from '../../src/base/columns.ts';
import { FailureFold, renderFailure, STEPS } from '../../src/report/failure.ts';
import { plainPage } from '../../src/report/page.ts';
import { foldEvents } from '../../src/trace/fold.ts';
import { Script } from '../trace/script.ts';

const failed = { rule: 'always', index: 0, text: 'running <= k', reason: '6 <= 5' };

function run(): Script {
  const script = new Script();
  const task = script.create('worker', 'w6');
  const object = script.at(2).line(8).start(task).object('Semaphore', 5, 'slots');
  script.emit(task, 'semaphore.acquired', { object, value: 0 });
  script.emit(task, 'variable.written', { name: 'running', value: '6' });
  script.emit(task, 'variable.written', { name: 'other', value: '1' });
  script.emit(0, 'expect.failed', failed).at(3).finish(task);
  return script.emit(0, 'expect.failed', { ...failed, reason: '7 <= 5' });
}

const failures = (script: Script) => foldEvents(script.events(), new FailureFold())[0].failures();

describe('a failed expectation', () => {
  test('is kept as it first failed, with the values that it names', () => {
    const [failure, ...others] = failures(run());
    expect(others).toEqual([]);
    expect(failure).toMatchObject({ time: 2, iteration: 1, reason: '6 <= 5' });
    expect(failure.values).toEqual([['running', '6']]);
    expect(failure.steps.map(({ text }) => text)).toEqual([
      'is created by the loop',
      'starts',
      'acquires slots (0 left)',
      'sets running = 6',
      'sets other = 1',
    ]);
  });

  test('keeps the last steps only', () => {
    const script = new Script();
    const task = script.create('worker');
    for (let i = 0; i < 50; i++)
      script
        .at(i)
        .suspend(task, 'sleep', i + 1)
        .resume(task);
    const [failure] = failures(script.emit(0, 'expect.failed', failed));
    expect(failure.steps.length).toBe(STEPS);
    expect(failure.steps.at(-1)).toMatchObject({ time: 49, text: 'goes on', name: 'Task-1' });
  });

  test('keeps one for each expectation', () => {
    const script = new Script().emit(0, 'expect.failed', failed);
    script.emit(0, 'expect.failed', { ...failed, index: 1 });
    script.emit(0, 'expect.failed', { ...failed, rule: 'finally' });
    expect(failures(script).map(({ rule, index }) => [rule, index])).toEqual([
      ['always', 0],
      ['always', 1],
      ['finally', 0],
    ]);
  });

  test('bounds long values', () => {
    const script = new Script();
    script.emit(1, 'variable.written', { name: 'running', value: '9'.repeat(5000) });
    const [failure] = failures(script.emit(0, 'expect.failed', failed));
    expect(failure.values[0][1].length).toBeLessThan(300);
  });

  test('reads as expression, moment, values, last steps', () => {
    expect(renderFailure(failures(run())[0], 'demo.yaml', plainPage).split('\n')).toEqual([
      'Expectation failed: always: running <= k',
      '  first violated at 2 s, iteration 1: 6 <= 5',
      '  running = 6',
      '  the last steps:',
      '  time  task  at           step',
      '  0 s   w6                 is created by the loop',
      '  2 s   w6    demo.yaml:8  starts',
      '  2 s   w6    demo.yaml:8  acquires slots (0 left)',
      '  2 s   w6    demo.yaml:8  sets running = 6',
      '  2 s   w6    demo.yaml:8  sets other = 1',
    ]);
  });

  test('keeps to the page', () => {
    const [failure] = failures(run());
    const long = { ...failure, reason: 'x'.repeat(300), text: 'y '.repeat(200) };
    for (const line of renderFailure(long, 'demo.yaml', { ...plainPage, width: 50 }).split('\n')) {
      expect(columnsOf(line)).toBeLessThanOrEqual(50);
    }
  });
});
