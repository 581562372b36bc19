// A run as a speedscope file: a profile for each task, in virtual seconds, with the coroutines of
// its await stack and on top what it waits for. Source: speedscope's file format schema, evented
// profiles; frames open and close in the order of a stack.

import type { EventKind, EventOf, TraceEvent } from '../../trace/event.ts';
import type { EventFold } from '../../trace/fold.ts';
import { whoIs } from '../../trace/task-states.ts';
import { Named } from './named.ts';

interface FrameEvent {
  readonly type: 'O' | 'C';
  readonly frame: number;
  readonly at: number;
}

interface Profile {
  readonly name: string;
  readonly startValue: number;
  endValue: number;
  readonly events: FrameEvent[];
  /** Frames that are open, outermost first. */
  readonly open: number[];
}

export class Speedscope implements EventFold {
  readonly wants: ReadonlySet<EventKind> = new Set<EventKind>([
    ...(['task.created', 'task.suspended', 'task.resumed', 'task.cancelled'] as const),
    ...(['task.finished', 'coroutine.called', 'coroutine.returned', 'object.created'] as const),
  ]);
  readonly #title: string;
  readonly #names = new Named();
  readonly #frames = new Map<string, number>();
  readonly #profiles = new Map<number, Profile>();
  #time = 0;

  /** `title`: of the file. */
  constructor(title: string) {
    this.#title = title;
  }

  see(event: TraceEvent): void {
    this.#names.see(event);
    this.#time = event.time;
    if (event.kind === 'task.created') {
      this.#create(event);
      return;
    }
    const profile = this.#profiles.get(event.task);
    if (profile === undefined) return;
    switch (event.kind) {
      case 'task.suspended':
        this.#open(profile, this.#names.waitOf(event.on), event.time);
        break;
      case 'task.resumed':
      case 'task.cancelled':
        this.#closeWait(profile, event.time);
        break;
      case 'coroutine.called':
        this.#closeTo(profile, event.depth - 1, event.time);
        this.#open(profile, event.coroutine, event.time);
        break;
      case 'coroutine.returned':
        this.#closeTo(profile, event.depth - 1, event.time);
        break;
      case 'task.finished':
        this.#closeTo(profile, 0, event.time);
        break;
    }
  }

  /** The whole file, once everything was seen. */
  text(): string {
    for (const profile of this.#profiles.values()) this.#closeTo(profile, 0, this.#time);
    const profiles = [...this.#profiles.values()].map(({ open: _, ...rest }) => ({
      type: 'evented',
      unit: 'seconds',
      ...rest,
    }));
    const file = {
      $schema: 'https://www.speedscope.app/file-format-schema.json',
      name: this.#title,
      shared: { frames: [...this.#frames.keys()].map((name) => ({ name })) },
      profiles,
    };
    return `${JSON.stringify(file)}\n`;
  }

  #create(event: EventOf<'task.created'>): void {
    const { task, time, coroutine } = event;
    const name = whoIs(event);
    const profile = { name, startValue: time, endValue: time, events: [], open: [] };
    this.#profiles.set(task, profile);
    this.#open(profile, coroutine, time);
  }

  #open(profile: Profile, name: string, at: number): void {
    const known = this.#frames.get(name);
    const frame = known ?? this.#frames.size;
    if (known === undefined) this.#frames.set(name, frame);
    profile.open.push(frame);
    profile.events.push({ type: 'O', frame, at });
    profile.endValue = at;
  }

  #closeWait(profile: Profile, at: number): void {
    if (profile.open.length > 1) this.#closeTo(profile, profile.open.length - 1, at);
  }

  #closeTo(profile: Profile, depth: number, at: number): void {
    while (profile.open.length > Math.max(0, depth)) {
      profile.endValue = at;
      profile.events.push({ type: 'C', frame: profile.open.pop()!, at });
    }
  }
}
