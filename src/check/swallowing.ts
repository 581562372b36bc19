// Tasks that caught CancelledError and went on. Many tasks end normally after a cancellation, or
// wait once more to clean up; what no clean-up does is to wait again at the very place where
// CancelledError was thrown in, and what no body of a time-out may do is to end as if there had
// been none. These are failures; to end normally otherwise only hides the cancellation.

import type { EventKind, TraceEvent } from '../trace/event.ts';
import type { Place, Violation } from '../trace/finding.ts';
import { TaskNames } from '../trace/task-names.ts';
import { type Cancellation, Cancellations } from './cancellations.ts';
import { type FindingChecker, ViolationList } from './checker.ts';
import type { RunOutline } from './run-outline.ts';
import { TimeoutScopes } from './timeout-scopes.ts';

/** Time and place of an event. */
interface Moment {
  readonly time: number;
  readonly at: Place;
  readonly task: number;
  /** Who asked, of a request. */
  readonly by: string;
  readonly isOutlived: boolean;
}

export class Swallowing implements FindingChecker {
  readonly wants: ReadonlySet<EventKind> = new Set<EventKind>([
    ...TimeoutScopes.KINDS,
    'task.created',
    'task.cancelled',
    'task.uncancelled',
    'task.suspended',
    'coroutine.called',
    'coroutine.returned',
  ]);
  readonly #cancellations = new Cancellations();
  readonly #names = new TaskNames();
  readonly #timeouts = new TimeoutScopes();
  /** What a message may speak of, by `seq`. */
  readonly #moments = new Map<number, Moment>();
  readonly #cancelled = new Set<number>();

  concerns(outline: RunOutline): boolean {
    return outline.has('task.cancelled');
  }

  see(event: TraceEvent): void {
    this.#names.see(event);
    this.#cancellations.see(event);
    this.#timeouts.see(event);
    if (event.kind === 'task.cancelled') this.#cancelled.add(event.task);
    if (event.kind !== 'task.cancel-requested' && !this.#cancelled.has(event.task)) return;
    this.#moments.set(event.seq, this.#momentOf(event));
  }

  finish(): Violation[] {
    const violations = new ViolationList();
    const leaving = new Set<number>();
    for (const each of this.#cancellations.all()) {
      if (this.#isSwallowed(each) && !leaving.has(each.task)) this.#report(violations, each);
      else if (each.outcome === 'swallowed') this.#reportHidden(violations, each);
      // A clean-up that is asked once more lets the first request out in the end.
      if (each.outcome === 'asked again' && each.wentBack === 0) leaving.add(each.task);
      else leaving.delete(each.task);
    }
    return violations.all();
  }

  #isSwallowed({ outcome, wentBack, settled }: Cancellation): boolean {
    if (outcome === 'swallowed' && this.#moments.get(settled)?.isOutlived === true) return true;
    const isLeft = outcome === 'cancelled' || outcome === 'handled' || outcome === 'not delivered';
    return wentBack > 0 && !isLeft;
  }

  #report(violations: ViolationList, { task, ...each }: Cancellation): void {
    const [asked, thrown, back, end] = this.#momentsOf(each);
    const who = this.#names.of(task);
    const went =
      back === undefined
        ? 'and the time-out around it was left as if it had not run out'
        : `and it waited there again at ${back.time} s`;
    violations.add(
      'cancellation.swallowed',
      thrown.time,
      [task],
      `${who} was cancelled by ${asked.by} at ${asked.time} s: ` +
        `it caught CancelledError${lineWords(thrown.at)}, ${went}`,
      {
        at: thrown.at,
        related: [
          { at: asked.at, task: asked.task, text: `cancels ${who}` },
          { at: thrown.at, task, text: 'gets CancelledError' },
          ...[back ?? end].flatMap((next) =>
            next === undefined ? [] : [{ at: next.at, task, text: 'goes on' }],
          ),
        ],
      },
    );
  }

  #reportHidden(violations: ViolationList, { task, ...each }: Cancellation): void {
    const [asked, thrown, , end] = this.#momentsOf(each);
    const who = this.#names.of(task);
    violations.add(
      'cancellation.hidden',
      end?.time ?? thrown.time,
      [task],
      `${who} was cancelled by ${asked.by} at ${asked.time} s, caught ` +
        `CancelledError${lineWords(thrown.at)} and returned: nobody can tell that it was`,
      { at: thrown.at },
    );
  }

  #momentOf(event: TraceEvent): Moment {
    const { kind, time, at, task } = event;
    const isOutlived = kind === 'timeout.outlived';
    if (kind !== 'task.cancel-requested') return { time, at, task, by: '', isOutlived };
    const by = this.#timeouts.hasCancelled(task) ? 'a time-out' : this.#names.of(event.by);
    return { time, at, task: event.by, by, isOutlived };
  }

  #momentsOf(
    each: Omit<Cancellation, 'task'>,
  ): [Moment, Moment, Moment | undefined, Moment | undefined] {
    const { requested, delivered, wentBack, settled } = each;
    const [asked, thrown] = [requested, delivered].map((seq) => this.#moments.get(seq)!);
    return [asked, thrown, this.#moments.get(wentBack), this.#moments.get(settled)];
  }
}

function lineWords(at: Place): string {
  return at === null ? '' : ` in line ${at[0]}`;
}
