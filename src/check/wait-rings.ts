// Tasks that wait for each other in a ring while the rest of the loop goes on: found at the
// suspension that closes the ring. Locks and permits can be given back by anybody and a time-out
// can end any wait, so a ring is a deadlock only if nothing does: nobody of it goes on until the
// run ends, or somebody gives them up and cancels all of them. A ring that time-outs cancelled is
// told apart. Where the whole loop gets stuck, `deadlock` reports it, and this is silent.

import type { EventKind, EventOf, TraceEvent } from '../trace/event.ts';
import type { Place, RelatedPlace, Violation } from '../trace/finding.ts';
import { HOLDING_KINDS, Holdings } from '../trace/holdings.ts';
import { TaskNames } from '../trace/task-names.ts';
import { TASK_KINDS, type TaskState, TaskStates, waitObjectOf } from '../trace/task-states.ts';
import { type FindingChecker, ViolationList } from './checker.ts';
import type { RunOutline } from './run-outline.ts';
import { TimeoutScopes } from './timeout-scopes.ts';
import { ringsOf } from './wait-graph.ts';

/** Tasks of a ring that a message spells out. */
const MAXIMUM_NAMED = 6;

interface Link {
  readonly task: number;
  readonly state: TaskState;
  readonly heldSince: Place;
  /** Time-outs that were around the wait. */
  readonly timeouts: readonly string[];
}

interface Ring {
  readonly time: number;
  readonly links: readonly Link[];
  /** Members that were cancelled, and whether a time-out did it. */
  readonly cancelled: Map<number, boolean>;
}

export class WaitRings implements FindingChecker {
  readonly wants: ReadonlySet<EventKind> = new Set<EventKind>([
    ...HOLDING_KINDS,
    ...TASK_KINDS,
    ...TimeoutScopes.KINDS,
    'task.cancel-requested',
    'loop.deadlocked',
  ]);
  readonly #holdings = new Holdings();
  readonly #states = new TaskStates();
  readonly #names = new TaskNames();
  readonly #timeouts = new TimeoutScopes();
  readonly #children = new Map<number, Set<number>>();
  /** Where each lock or permit was last taken, by object and task. */
  readonly #taken = new Map<string, Place>();
  /** The rings that nothing has broken; by each member. */
  readonly #rings = new Map<number, Ring>();
  #isDeadlocked = false;

  concerns(outline: RunOutline): boolean {
    return outline.waitsInside;
  }

  see(event: TraceEvent): void {
    const parent = this.#states.get(event.task)?.parent ?? 0;
    this.#names.see(event);
    this.#holdings.see(event);
    this.#states.see(event);
    this.#timeouts.see(event);
    switch (event.kind) {
      case 'task.created':
        this.#adopt(event);
        break;
      case 'lock.acquired':
      case 'semaphore.acquired':
        this.#taken.set(`${event.object} ${event.task}`, event.at);
        break;
      case 'task.suspended':
        this.#suspend(event);
        break;
      case 'task.resumed':
        this.#break(event.task);
        break;
      case 'task.cancelled':
        this.#rings
          .get(event.task)
          ?.cancelled.set(event.task, this.#timeouts.hasCancelled(event.task));
        break;
      case 'task.finished':
        if (event.outcome !== 'cancelled') this.#break(event.task);
        this.#children.get(parent)?.delete(event.task);
        break;
      case 'loop.deadlocked':
        this.#isDeadlocked = true;
        break;
    }
  }

  finish(): Violation[] {
    const violations = new ViolationList();
    if (this.#isDeadlocked) return [];
    for (const ring of new Set(this.#rings.values())) this.#report(violations, ring);
    return violations.all();
  }

  #adopt(event: EventOf<'task.created'>): void {
    const siblings = this.#children.get(event.parent);
    if (siblings === undefined) this.#children.set(event.parent, new Set([event.task]));
    else siblings.add(event.task);
  }

  /** Who would have to act for the wait of a task to end; empty where anybody could. */
  #blockersOf(state: TaskState): readonly number[] {
    if (state.phase !== 'waiting') return [];
    const { on } = state;
    if (on.startsWith('gather#') || on.startsWith('taskgroup#')) {
      return [...(this.#children.get(state.task) ?? [])];
    }
    const awaited = on.match(/task#\d+/g);
    if (awaited !== null) return awaited.map((each) => Number(each.slice('task#'.length)));
    return this.#holdings.holdersOf(waitObjectOf(on));
  }

  /**
   * A wait can only be stuck if all that it may wait for are: so whoever is reached and is not
   * stuck itself ends the search.
   */
  #suspend(event: EventOf<'task.suspended'>): void {
    if (event.on === 'sleep' || event.on === 'yield') return;
    const graph = new Map<number, readonly number[]>();
    const open = [event.task];
    for (let task = open.pop(); task !== undefined; task = open.pop()) {
      if (graph.has(task)) continue;
      const state = this.#states.get(task);
      const blockers = state === null ? [] : this.#blockersOf(state);
      if (blockers.length === 0) return;
      graph.set(task, blockers);
      open.push(...blockers);
    }
    for (const tasks of ringsOf(graph)) {
      if (!tasks.some((task) => this.#rings.has(task))) this.#close(tasks, event.time);
    }
  }

  #close(tasks: readonly number[], time: number): void {
    const links = tasks.map((task): Link => {
      const state = { ...this.#states.get(task)! };
      const next = tasks[(tasks.indexOf(task) + 1) % tasks.length];
      const heldSince = this.#taken.get(`${waitObjectOf(state.on)} ${next}`) ?? null;
      return { task, state, heldSince, timeouts: this.#timeouts.around(task) };
    });
    const ring: Ring = { time, links, cancelled: new Map() };
    for (const task of tasks) this.#rings.set(task, ring);
  }

  /** A member goes on: it was no deadlock. */
  #break(task: number): void {
    const ring = this.#rings.get(task);
    if (ring === undefined) return;
    for (const link of ring.links) this.#rings.delete(link.task);
  }

  #report(violations: ViolationList, ring: Ring): void {
    const { time, links, cancelled } = ring;
    const isTimedOut = links.some(({ task }) => cancelled.get(task) === true);
    const words = links.slice(0, MAXIMUM_NAMED).map((link, i) => this.#linkWords(ring, link, i));
    const more = links.length > MAXIMUM_NAMED ? `, and so on through ${links.length} tasks` : '';
    const guarded = links.find(({ timeouts }) => timeouts.length > 0);
    const hope = guarded === undefined ? '' : `; a time-out is around ${this.#who(guarded.task)}`;
    violations.add(
      isTimedOut ? 'deadlock.timed-out' : 'deadlock.partial',
      time,
      links.map(({ task }) => task),
      `${words.join(', ')}${more}${isTimedOut ? '; a time-out ended it' : hope}`,
      { at: links[0].state.at, related: this.#places(ring) },
    );
  }

  #linkWords({ links }: Ring, { task, state }: Link, i: number): string {
    const next = links[(i + 1) % links.length].task;
    const object = this.#nameIn(links, state);
    const waits = `${i === 0 ? `${this.#who(task)} waits` : 'which waits'} for ${object}`;
    if (next === task) return `${waits}, which it holds itself`;
    return `${waits}, ${this.#isHeld(state) ? 'held by' : 'which needs'} ${this.#who(next)}`;
  }

  #places({ links }: Ring): RelatedPlace[] {
    return links.flatMap(({ task, state, heldSince }, i) => {
      const next = links[(i + 1) % links.length].task;
      const object = this.#nameIn(links, state);
      const taken = { at: heldSince, task: next, text: `takes ${object}` };
      const waits = { at: state.at, task, text: `waits for ${object}` };
      return this.#isHeld(state) ? [taken, waits] : [waits];
    });
  }

  /** What a task waits for; with its number where another of the ring is called the same. */
  #nameIn(links: readonly Link[], state: TaskState): string {
    const object = waitObjectOf(state.on);
    const name = this.#holdings.nameOf(object);
    const isShared = links.some(({ state: { on } }) => {
      return waitObjectOf(on) !== object && this.#holdings.nameOf(waitObjectOf(on)) === name;
    });
    return isShared ? `${name} (${object})` : name;
  }

  #isHeld(state: TaskState): boolean {
    return this.#holdings.get(waitObjectOf(state.on)) !== null;
  }

  #who(task: number): string {
    return this.#names.of(task);
  }
}
