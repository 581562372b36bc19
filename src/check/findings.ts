// What counts as a finding of one run. A sink keeps the run's events in columns and reads their
// outline; at the end only those checkers look at the events that the outline concerns. Most runs
// concern none, so judging costs little more than recording.

import type { EventKind } from '../trace/event.ts';
import { inOrderOfTime, type Violation } from '../trace/finding.ts';
import { foldEvents, union } from '../trace/fold.ts';
import { MemoryTrace } from '../trace/memory.ts';
import type { EventBatch, TraceSink } from '../trace/tracer.ts';
import type { FindingChecker } from './checker.ts';
import { DeadlockAnalysis } from './deadlock.ts';
import { Leaks } from './leaks.ts';
import { LeftTasks } from './left-tasks.ts';
import { Livelock } from './livelock.ts';
import { LostUpdates, type PlaceAccess } from './lost-updates.ts';
import { ProgramReports } from './program-reports.ts';
import { QueueItems } from './queue-items.ts';
import { RunOutline } from './run-outline.ts';
import { Starvation } from './starvation.ts';
import { Swallowing } from './swallowing.ts';
import { WaitRings } from './wait-rings.ts';

const MAKERS: readonly (() => FindingChecker)[] = [
  () => new DeadlockAnalysis(),
  () => new WaitRings(),
  () => new Leaks(),
  () => new Swallowing(),
  () => new ProgramReports(),
  () => new LeftTasks(),
  () => new QueueItems(),
  () => new Starvation(),
  () => new Livelock(),
];

/** New checkers of findings for one run. */
export function createFindingCheckers(): readonly FindingChecker[] {
  return MAKERS.map((make) => make());
}

/** In the order of MAKERS: what is asked whether one like it has to look. They see no events. */
const ASKED = createFindingCheckers();

/** The kinds that findings are made of; what an outline reads is among them. */
const FINDING_KINDS: ReadonlySet<EventKind> = union([...ASKED, new LostUpdates()])!;

/** Judges one run: a sink of its simulation, asked for its findings when the run is over. */
export class FindingSink implements TraceSink {
  readonly wants = FINDING_KINDS;
  readonly readsValues = false;
  readonly #trace = new MemoryTrace(FINDING_KINDS);
  readonly #outline = new RunOutline();
  readonly #updates = new LostUpdates();
  readonly spare: EventBatch | undefined;

  /** `spare`: columns for the run, to be read until its findings are told. */
  constructor(spare?: EventBatch) {
    this.spare = spare;
  }

  /** For the run's `onAccess`, where lost updates are looked for, too. */
  readonly onAccess = this.#note.bind(this);

  #note(access: PlaceAccess): void {
    this.#updates.note(access);
  }

  receive(batch: EventBatch): void {
    this.#outline.read(batch);
    this.#trace.receive(batch);
  }

  /** What was found, in order of time; each rule's level is `levelOf(rule)`. */
  findings(): Violation[] {
    const made = MAKERS.filter((_, index) => ASKED[index].concerns(this.#outline));
    const checkers = made.map((make) => make());
    if (this.#updates.concerns()) checkers.push(this.#updates);
    if (checkers.length === 0) return [];
    foldEvents(this.#trace, ...checkers);
    return inOrderOfTime(checkers.flatMap((checker) => checker.finish()));
  }
}
