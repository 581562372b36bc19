// A run as a Mermaid sequence diagram: tasks and objects as participants, what tasks do to each
// other and to objects as messages, waits as notes. A picture holds so many messages; what comes
// after is counted. Names and values are text of strangers: every character that Mermaid or HTML
// could take for its own is written as an entity code. Source: Mermaid's sequence diagram syntax.

import { printable } from '../../base/printable.ts';
import type { EventKind, TraceEvent } from '../../trace/event.ts';
import type { EventFold } from '../../trace/fold.ts';
import { isHousekeeping } from '../../trace/task-states.ts';
import { secondsText } from '../seconds.ts';
import { Named } from './named.ts';

/** Messages and notes of a picture. */
export const MAX_MESSAGES = 400;

/** What a task does to an object, in a word. */
const VERBS: ReadonlyMap<EventKind, string> = new Map<EventKind, string>([
  ['lock.acquired', 'acquire'],
  ['lock.released', 'release'],
  ['semaphore.acquired', 'acquire'],
  ['semaphore.released', 'release'],
  ['event.set', 'set'],
  ['event.cleared', 'clear'],
  ['condition.notified', 'notify'],
  ['barrier.waited', 'wait'],
  ['queue.put', 'put'],
  ['queue.got', 'get'],
  ['queue.joined', 'join'],
  ['queue.shut-down', 'shutdown'],
  ['timeout.expired', 'expires'],
  ['group.aborted', 'abort'],
]);

interface Line {
  readonly text: string;
  /** The participant over which a new time is noted. */
  readonly over: string;
}

export class MermaidDiagram implements EventFold {
  readonly wants: ReadonlySet<EventKind> = new Set<EventKind>([
    ...VERBS.keys(),
    ...(['task.created', 'task.suspended', 'task.finished', 'task.cancel-requested'] as const),
    ...(['output.written', 'object.created', 'loop.deadlocked'] as const),
  ]);
  readonly #names = new Named();
  /** Participants with their identifiers, in order of appearance. */
  readonly #participants = new Map<string, { readonly id: string; readonly label: string }>();
  readonly #lines: string[] = [];
  readonly #housekeeping = new Set<number>();
  #left = 0;
  #time: number | null = null;

  see(event: TraceEvent): void {
    this.#names.see(event);
    if (event.kind === 'task.created' && isHousekeeping(event.coroutine)) {
      this.#housekeeping.add(event.task);
    }
    if (this.#housekeeping.has(event.task)) return;
    const line = this.#lineOf(event);
    if (line === null) return;
    if (this.#lines.length >= MAX_MESSAGES) {
      this.#left++;
      return;
    }
    if (event.time !== this.#time) {
      this.#time = event.time;
      this.#lines.push(`Note over ${line.over}: ${secondsText(event.time)} s`);
    }
    this.#lines.push(line.text);
  }

  /** The diagram, once everything was seen. */
  text(): string {
    const participants = [...this.#participants.values()].map(
      ({ id, label }) => `participant ${id} as ${escaped(label)}`,
    );
    const more = this.#left === 0 ? [] : [`%% and ${this.#left} more messages`];
    const lines = ['sequenceDiagram', ...[...participants, ...this.#lines, ...more].map(indent)];
    return `${lines.join('\n')}\n`;
  }

  #lineOf(event: TraceEvent): Line | null {
    const task = (number: number): string => this.#participant(`task#${number}`);
    switch (event.kind) {
      case 'task.created': {
        const [from, to] = [task(event.parent), task(event.task)];
        const text = `${from}->>${to}: create_task ${escaped(event.coroutine)}`;
        return event.parent === 0 ? note(to, `runs ${event.coroutine}`) : { text, over: from };
      }
      case 'task.cancel-requested': {
        const [from, to] = [task(event.by), task(event.task)];
        return { text: `${from}-x${to}: cancel`, over: to };
      }
      case 'task.suspended':
        if (event.on === 'yield') return null;
        return note(task(event.task), this.#names.waitOf(event.on));
      case 'task.finished':
        return note(task(event.task), `${event.outcome} ${event.value}`);
      case 'output.written':
        return note(task(event.task), `prints ${event.text.trimEnd()}`);
      case 'loop.deadlocked':
        return note(task(0), 'deadlock');
    }
    const verb = VERBS.get(event.kind);
    if (verb === undefined || !('object' in event)) return null;
    const [from, to] = [task(event.task), this.#participant(event.object)];
    return { text: `${from}->>${to}: ${verb}`, over: from };
  }

  #participant(object: string): string {
    const known = this.#participants.get(object);
    if (known !== undefined) return known.id;
    const id = `p${this.#participants.size + 1}`;
    this.#participants.set(object, { id, label: this.#names.nameOf(object) });
    return id;
  }
}

function note(over: string, text: string): Line {
  return { text: `Note right of ${over}: ${escaped(text)}`, over };
}

/** Characters of a message that are shown. */
const MAX_TEXT = 60;

/** Text with everything but plain characters as entity codes: `#35;` is a `#`. */
function escaped(text: string): string {
  const shown = [...printable(text)];
  const cut = shown.length > MAX_TEXT ? [...shown.slice(0, MAX_TEXT - 1), '…'] : shown;
  const plain = cut.map((each) =>
    /[\w .,()=+*/'-]/.test(each) ? each : `#${each.codePointAt(0)};`,
  );
  // A word of Mermaid's own grammar.
  return plain.join('').replace(/\bend\b/gi, (word) => `#${word.codePointAt(0)};${word.slice(1)}`);
}

function indent(line: string): string {
  return `  ${line}`;
}
