// What can be seen of a run between two steps, as plain data: the ready queue, the timer heap, the
// tasks with their await stacks, objects, variables, output. Nothing of the program runs for it:
// values are shown by the observer's reprs, places are read from the frames.

import { awaitersOf } from '../../asyncio/awaited-by.ts';
import { CallbackTarget } from '../../asyncio/callback.ts';
import type { Coroutine } from '../../asyncio/coroutines.ts';
import { Future } from '../../asyncio/futures.ts';
import { handleName } from '../../asyncio/handle-kinds.ts';
import { Task } from '../../asyncio/tasks.ts';
import { Handle, type Runnable } from '../../kernel/handle.ts';
import { Cell, type Frame } from '../../lang/machine/frame.ts';
import { FrameCoroutine } from '../../lang/machine/frame-coroutine.ts';
import { PyFunction } from '../../lang/machine/function.ts';
import { positionIn } from '../../lang/machine/unwind.ts';
import { BoundMethod, PyClass, PyModule } from '../../lang/values.ts';
import type {
  FrameView,
  ObjectView,
  ReadyView,
  TaskView,
  TimerView,
} from '../../trace/run-view.ts';
import { type TaskState, waitObjectOf } from '../../trace/task-states.ts';
import type { SteppedRun } from './stepped-run.ts';

/** The ready queue of the loop that runs, first in line first. */
export function readyOf(run: SteppedRun): ReadyView[] {
  const { loop } = run.insides;
  if (loop === null) return [];
  const { ready, remaining } = loop.scheduled;
  return ready.map(({ target, operation, cause }, place) => ({
    handle: target.isCancelled === true ? 'cancelled' : handleName(operation),
    ...subjectOf(run, target),
    cause,
    isInIteration: place < remaining,
  }));
}

/** The timers of the loop that runs, in order of deadline; cancelled ones included. */
export function timersOf(run: SteppedRun): TimerView[] {
  const timers = run.insides.loop?.scheduled.timers ?? [];
  return timers.map((timer) => ({
    timer: timer.serial,
    when: timer.scheduledFor,
    handle: timer.isCancelled ? 'cancelled' : handleName(timer.operation),
    of: subjectOf(run, timer).of,
  }));
}

/** Every task that is not done, in order of creation. */
export function tasksOf(run: SteppedRun): TaskView[] {
  const ready = readyTasks(run);
  return liveTasks(run).flatMap((task) => viewOf(run, task, ready) ?? []);
}

/** A task that is not done; null for none. */
export function taskOf(run: SteppedRun, number: number): TaskView | null {
  const task = liveTasks(run).find((each) => each.number === number);
  return task === undefined ? null : viewOf(run, task, readyTasks(run));
}

function readyTasks(run: SteppedRun): ReadonlySet<number> {
  return new Set(readyOf(run).map(({ task }) => task));
}

/** Every synchronisation object, in the order of their first use. */
export function objectsOf(run: SteppedRun): ObjectView[] {
  return run.objects.all().map((state) => ({
    ...state,
    waiters: [...state.waiters],
    holders: [...(run.holdings.get(state.object)?.holders ?? [])],
  }));
}

/** Names and reprs of the module's variables; definitions and imports are left out. */
export function variablesOf(run: SteppedRun): (readonly [string, string])[] {
  const { machine } = run.insides;
  const all = machine === null ? [] : machine.variables();
  return all
    .filter(([, value]) => !isDefinition(value))
    .map(([name, value]) => [name, run.repr(value)] as const);
}

/** What the program has written so far. */
export function outputOf(run: SteppedRun): { readonly stream: string; readonly text: string }[] {
  const output: { readonly stream: string; readonly text: string }[] = [];
  for (const event of run.log) {
    if (event.kind === 'output.written') output.push({ stream: event.stream, text: event.text });
  }
  return output;
}

function isDefinition(value: unknown): boolean {
  return (
    value instanceof PyFunction ||
    value instanceof PyClass ||
    value instanceof PyModule ||
    value instanceof BoundMethod
  );
}

function liveTasks(run: SteppedRun): Task[] {
  return run.insides.loop?.allTasks() ?? [];
}

function viewOf(run: SteppedRun, task: Task, ready: ReadonlySet<number>): TaskView | null {
  const state: TaskState | null = run.tasks.get(task.number);
  if (state === null) return null;
  const object = waitObjectOf(state.on);
  return {
    ...state,
    onName: run.holdings.nameOf(object) + state.on.slice(object.length),
    isReady: ready.has(task.number),
    cancelling: task.cancelling(),
    stack: task.getStack().flatMap((each) => framesOf(run, each)),
  };
}

/** The task of an entry, or whose callback it is: nothing is announced in the trace for it. */
function subjectOf(
  run: SteppedRun,
  entry: Runnable,
): { readonly task: number; readonly of: string } {
  const target = entry instanceof Handle ? entry.target : entry;
  if (target instanceof Task) return { task: target.number, of: '' };
  if (target instanceof CallbackTarget) return { task: 0, of: nameOf(target.key) };
  const known = run.insides.loop?.tracer?.known(target) ?? '';
  if (known !== '' || !(target instanceof Future)) return { task: 0, of: known };
  const awaiters = awaitersOf(target).flatMap((each) => (each instanceof Task ? [each] : []));
  return { task: 0, of: awaiters.map((each) => `task#${each.number}`).join(', ') };
}

/** The name of a function that a program hands to the loop. */
function nameOf(callee: unknown): string {
  const inner = callee instanceof BoundMethod ? callee.callee : callee;
  for (const key of ['qualname', 'name'] as const) {
    const name = (inner as Record<string, unknown> | null)?.[key];
    if (typeof name === 'string' && name !== '') return name;
  }
  return '';
}

function framesOf(run: SteppedRun, coroutine: Coroutine): FrameView[] {
  if (!(coroutine instanceof FrameCoroutine)) {
    return coroutine.calls().map((name) => ({ name, at: null, locals: [] }));
  }
  const { frame, state } = coroutine;
  const waiting = coroutine.frames;
  const frames = waiting.length > 0 ? waiting : [frame];
  const views = frames.map((each) => frameView(run, each, state === 'CREATED'));
  const { delegate } = frame;
  if (delegate !== null && state === 'SUSPENDED') views.push(...framesOf(run, delegate));
  return views;
}

/** A frame that has not begun stands at its definition. */
function frameView(run: SteppedRun, frame: Frame, isNew: boolean): FrameView {
  const { code, slots } = frame;
  const { line, column } = isNew ? code.span : positionIn(frame);
  const locals: (readonly [string, string])[] = [];
  code.slotNames.forEach((name, slot) => {
    const content = slots[slot];
    const value = content instanceof Cell ? content.value : content;
    const isShown = name !== '' && !name.startsWith('.') && value !== undefined;
    if (isShown) locals.push([name, run.repr(value)]);
  });
  return { name: code.qualname, at: [line, column], locals };
}
