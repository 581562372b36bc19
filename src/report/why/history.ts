// A run as the questions about it need it: every event in columns, and what one pass over them
// tells: the tasks with their ends, the program's names for objects, which suspension a step ended,
// how long blocking calls held the loop. Long texts that no answer shows are dropped, so that a
// history takes some 200 bytes an event.

import type { EventKind, EventOf, TraceEvent } from '../../trace/event.ts';
import type { EventFold } from '../../trace/fold.ts';
import type { TraceEnd, TraceHeader } from '../../trace/header.ts';
import { MemoryTrace } from '../../trace/memory.ts';
import { isHousekeeping, waitObjectOf, whoIs } from '../../trace/task-states.ts';
import { CONTEXT_KINDS, eventWords } from './event-words.ts';
import type { Step } from './explanation.ts';

export interface TaskRecord {
  readonly task: number;
  readonly name: string;
  readonly coroutine: string;
  readonly parent: number;
  /** `seq` of its creation. */
  readonly created: number;
  /** `seq` of its end; 0 where the trace has none. */
  readonly finished: number;
}

/** A stretch for which a blocking call held the loop. */
export interface Block {
  readonly seq: number;
  readonly seconds: number;
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

export class History implements EventFold {
  readonly wants: ReadonlySet<EventKind> | null = null;
  readonly trace = new MemoryTrace();
  readonly blocks: Block[] = [];
  readonly #tasks = new Map<number, Mutable<TaskRecord>>();
  readonly #names = new Map<string, string>();
  /** The last suspension of each task that waits. */
  readonly #suspended = new Map<number, number>();
  /** The suspension that a step ended, by the `seq` of the step. */
  #ended = new Uint32Array(1024);
  readonly #jobs = new Map<string, number>();
  #lines: readonly string[] = [];
  #header: TraceHeader | null = null;
  #end: TraceEnd | null = null;

  see(event: TraceEvent): void {
    this.trace.keep(withoutLongTexts(event));
    switch (event.kind) {
      case 'task.created':
        this.#create(event);
        break;
      case 'task.suspended':
        this.#suspended.set(event.task, event.seq);
        break;
      case 'task.resumed':
      case 'task.cancelled':
        this.#step(event);
        break;
      case 'task.finished': {
        const record = this.#tasks.get(event.task);
        if (record !== undefined) record.finished = event.seq;
        this.#suspended.delete(event.task);
        break;
      }
      case 'object.created':
        if (event.name !== null) this.#names.set(event.object, event.name);
        break;
      case 'clock.blocked':
        this.blocks.push({ seq: event.seq, seconds: event.seconds });
        break;
      case 'job.submitted':
        this.#jobs.set(event.object, event.seq);
        break;
    }
  }

  /** What stands around the events; `end` is null where the trace is cut off. */
  finish(header: TraceHeader | null, end: TraceEnd | null): void {
    this.#header = header;
    this.#end = end;
    this.#lines = header === null ? [] : linesOf(header.source);
  }

  /** Name of the program's file. */
  get file(): string {
    return this.#header?.source.name ?? '';
  }

  /** How the run ended; null where the trace is cut off. */
  get status(): TraceEnd['end'] | null {
    return this.#end?.end ?? null;
  }

  /** Virtual seconds at the end. */
  get endTime(): number {
    return this.#end?.time ?? this.event(this.count)?.time ?? 0;
  }

  get count(): number {
    return this.trace.count;
  }

  event(seq: number): TraceEvent | null {
    return this.trace.event(seq);
  }

  /** The event that made `event` happen, which came before it; null where it has none. */
  causeOf(event: TraceEvent): TraceEvent | null {
    return event.cause < event.seq ? this.event(event.cause) : null;
  }

  /** The tasks of the program, in order of creation, without those that close a loop. */
  tasks(): readonly TaskRecord[] {
    return [...this.#tasks.values()].filter((each) => !isHousekeeping(each.coroutine));
  }

  task(task: number): TaskRecord | null {
    return this.#tasks.get(task) ?? null;
  }

  /** `Task-2 (worker)`; what runs outside of tasks is the loop. */
  who(task: number): string {
    const record = this.task(task);
    if (record !== null) return whoIs(record);
    return task === 0 ? 'the loop' : `task ${task}`;
  }

  /** What the program calls an object or a task: the `on` of a suspension keeps its operation. */
  nameOf(on: string): string {
    const object = waitObjectOf(on);
    if (object.startsWith('task#')) return this.who(Number(object.slice('task#'.length)));
    return (this.#names.get(object) ?? object) + on.slice(object.length);
  }

  /** The suspension that a step of a task ended; null where it ended none. */
  suspensionOf(seq: number): EventOf<'task.suspended'> | null {
    const event = this.event(this.#ended[seq] ?? 0);
    return event?.kind === 'task.suspended' ? event : null;
  }

  /** The suspension in which a task waits at the end of the trace; null where it does not. */
  openSuspensionOf(task: number): EventOf<'task.suspended'> | null {
    const event = this.event(this.#suspended.get(task) ?? 0);
    return event?.kind === 'task.suspended' ? event : null;
  }

  /** The submission of a job; null where the trace has none. */
  submissionOf(job: string): EventOf<'job.submitted'> | null {
    const event = this.event(this.#jobs.get(job) ?? 0);
    return event?.kind === 'job.submitted' ? event : null;
  }

  /** A line of the program without its indentation; null where there is none. */
  lineAt(at: TraceEvent['at']): string | null {
    const line = at === null ? undefined : this.#lines[at[0] - 1];
    return line === undefined || line === '' ? null : line;
  }

  /** An event as a step of an answer; `text` in place of its own words. */
  step(event: TraceEvent, text = eventWords(event, this)): Step {
    const at = CONTEXT_KINDS.has(event.kind) ? null : event.at;
    const who = event.task === 0 ? '' : this.who(event.task);
    const { seq, time, task } = event;
    return { seq, time, task, who, at, text, source: this.lineAt(at) };
  }

  #create(event: EventOf<'task.created'>): void {
    const { task, name, coroutine, parent, seq } = event;
    this.#tasks.set(task, { task, name, coroutine, parent, created: seq, finished: 0 });
  }

  #step(event: TraceEvent): void {
    const suspended = this.#suspended.get(event.task);
    if (suspended === undefined) return;
    this.#suspended.delete(event.task);
    if (event.seq >= this.#ended.length) {
      const longer = new Uint32Array(Math.max(event.seq + 1, this.#ended.length * 2));
      longer.set(this.#ended);
      this.#ended = longer;
    }
    this.#ended[event.seq] = suspended;
  }
}

/** Items of a list in a scenario lose their dash: what stands there is a statement. */
function linesOf({ name, text }: TraceHeader['source']): string[] {
  const lines = text.split(/\r\n|\r|\n/).map((line) => line.trim());
  return name.endsWith('.py') ? lines : lines.map((line) => line.replace(/^(?:- )+/, ''));
}

/** Output and values are not asked about here, and may be long. */
function withoutLongTexts(event: TraceEvent): TraceEvent {
  if (event.kind === 'output.written') return { ...event, text: '' };
  if (event.kind === 'variable.written') return { ...event, value: '' };
  return event;
}
