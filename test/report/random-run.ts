// Random runs for property tests: tasks that live through stretches of known states. The events
// follow from the stretches, so what a picture must show is known without reading events.

import { fc } from '@fast-check/vitest';
import type { TraceEvent } from '../../src/trace/event.ts';
import { Script } from '../trace/script.ts';

export type StretchState = 'sleeping' | 'awaiting' | 'waiting' | 'holding' | 'both' | 'ready';

export interface Stretch {
  readonly state: StretchState;
  readonly from: number;
  readonly to: number;
}

export interface Life {
  readonly name: string;
  readonly coroutine: string;
  readonly start: number;
  readonly stretches: readonly Stretch[];
  readonly outcome: 'returned' | 'raised' | 'cancelled' | 'pending';
}

const states: readonly StretchState[] = ['sleeping', 'awaiting', 'waiting', 'holding', 'both'];

/** Lives of 1 to `most` tasks, in order of start; `names` for tasks and coroutines. */
export function lives(most: number, names: fc.Arbitrary<string>): fc.Arbitrary<Life[]> {
  const length = fc.oneof(
    fc.integer({ min: 1, max: 40 }).map((tenths) => tenths / 10),
    fc.double({ min: 0.001, max: 50, noNaN: true }),
  );
  const life = fc
    .record({
      name: names,
      coroutine: names,
      start: fc.oneof(fc.constant(0), length),
      parts: fc.array(fc.tuple(fc.constantFrom(...states), length), { minLength: 1, maxLength: 6 }),
      outcome: fc.constantFrom('returned', 'raised', 'cancelled', 'pending'),
    })
    .map(({ parts, ...rest }): Life => {
      let time = rest.start;
      const stretches = parts.map(([state, duration]) => {
        const from = time;
        time += duration;
        return { state, from, to: time };
      });
      return { ...rest, stretches } as Life;
    });
  return fc
    .array(life, { minLength: 1, maxLength: most })
    .map((all) => all.sort((a, b) => a.start - b.start));
}

interface Step {
  readonly time: number;
  readonly order: number;
  readonly act: (script: Script) => void;
}

/** The events of a run in which task `i + 1` lives `all[i]`. */
export function eventsOf(all: readonly Life[]): TraceEvent[] {
  const steps: Step[] = [];
  all.forEach((life, index) => {
    const add = (time: number, act: (script: Script) => void) => {
      steps.push({ time, order: steps.length, act });
    };
    const task = index + 1;
    add(life.start, (script) => script.create(life.coroutine, life.name));
    life.stretches.forEach((stretch, i) => {
      add(stretch.from, (script) => enter(script, task, stretch, i === 0));
    });
    const end = life.stretches[life.stretches.length - 1].to;
    const { outcome } = life;
    add(end, (script) => {
      if (outcome === 'pending') script.emit(0, 'clock.blocked', { seconds: 0 });
      else leave(script.resume(task), task).finish(task, outcome);
    });
  });
  steps.sort((a, b) => a.time - b.time || a.order - b.order);
  const script = new Script();
  for (const step of steps) step.act(script.at(step.time));
  return script.events();
}

/** What each task holds between its stretches is given back and taken again. */
const held = new WeakMap<Script, Set<number>>();

function enter(script: Script, task: number, stretch: Stretch, isFirst: boolean): void {
  if (isFirst) script.start(task);
  else leave(script.resume(task), task);
  const holds = stretch.state === 'holding' || stretch.state === 'both';
  if (holds) {
    script.emit(task, 'lock.acquired', { object: `lock#${task}` });
    held.set(script, (held.get(script) ?? new Set()).add(task));
  }
  const isSleep = stretch.state === 'sleeping' || stretch.state === 'holding';
  const waits = stretch.state === 'awaiting' ? 'future#1' : 'queue#1 get';
  script.suspend(task, isSleep ? 'sleep' : waits, isSleep ? stretch.to : null);
}

function leave(script: Script, task: number): Script {
  if (!held.get(script)?.delete(task)) return script;
  return script.emit(task, 'lock.released', { object: `lock#${task}` });
}
