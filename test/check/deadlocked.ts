// A run of two tasks that take two locks in opposite order, and of a third that waits for the
// first.

import { Script } from '../trace/script.ts';

export function deadlockRun(): Script {
  const script = new Script();
  const main = script.line(20).create('main');
  script.at(0).start(main);
  const left = script.create('left', 'Task-2', main);
  const right = script.create('right', 'Task-3', main);
  script.line(22).suspend(main, 'task#2').at(0);
  for (const [task, object, name] of [
    [left, 'lock#1', 'a'],
    [right, 'lock#2', 'b'],
  ] as const) {
    script.line(3 + task).start(task);
    script.emit(task, 'object.created', { object, class: 'Lock', name, capacity: null });
    script.emit(task, 'lock.acquired', { object }).suspend(task, 'sleep', 1);
  }
  script.at(1).line(12).resume(left);
  script.emit(left, 'lock.waited', { object: 'lock#2' }).suspend(left, 'lock#2');
  script.at(1.5).line(16).resume(right);
  script.emit(right, 'lock.waited', { object: 'lock#1' }).suspend(right, 'lock#1');
  script.at(1.5).line(0).emit(0, 'loop.deadlocked', { waiting: 3 });
  return script;
}
