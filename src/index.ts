// The library: asyncio's names in camelCase, for coroutines written in TypeScript as generator
// functions.

export { asCompleted } from './asyncio/as-completed.ts';
export {
  awaitersOf,
  futureAddToAwaitedBy,
  futureDiscardFromAwaitedBy,
} from './asyncio/awaited-by.ts';
export { Barrier, type BarrierState } from './asyncio/barriers.ts';
export { EventLoop, type EventLoopOptions } from './asyncio/base-events.ts';
export { between } from './asyncio/between.ts';
export { type AsyncContextManager, using } from './asyncio/context-managers.ts';
export { Context, ContextVar, copyContext, Token } from './asyncio/contextvars.ts';
export { Coroutine, coroutine } from './asyncio/coroutines.ts';
export { allTasks, createTask, currentTask } from './asyncio/current.ts';
export { ensureFuture } from './asyncio/ensure-future.ts';
export { getRunningLoop } from './asyncio/events.ts';
export { BaseExceptionGroup, ExceptionGroup } from './asyncio/exception-groups.ts';
export * from './asyncio/exceptions.ts';
export {
  runCoroutineThreadsafe,
  runInExecutor,
  type ThreadFunction,
  type ThreadOptions,
  toThread,
} from './asyncio/executor.ts';
export { Future } from './asyncio/futures.ts';
export { type GatherOptions, gather } from './asyncio/gather.ts';
export { Condition, Event, Lock } from './asyncio/locks.ts';
export { LifoQueue, PriorityQueue, Queue } from './asyncio/queues.ts';
export { Deadlock, Runner, type RunnerOptions, run } from './asyncio/runners.ts';
export { BoundedSemaphore, Semaphore } from './asyncio/semaphores.ts';
export { shield } from './asyncio/shield.ts';
export { sleep } from './asyncio/sleep.ts';
export {
  createEagerTaskFactory,
  eagerTaskFactory,
  type TaskFactory,
} from './asyncio/task-factory.ts';
export type { TaskOptions } from './asyncio/task-options.ts';
export { TaskGroup } from './asyncio/taskgroups.ts';
export { Task } from './asyncio/tasks.ts';
export { Job, ThreadPoolExecutor } from './asyncio/thread-pool.ts';
export { Timeout, timeout, timeoutAt } from './asyncio/timeouts.ts';
export {
  ALL_COMPLETED,
  FIRST_COMPLETED,
  FIRST_EXCEPTION,
  type ReturnWhen,
  type WaitOptions,
  wait,
} from './asyncio/wait.ts';
export { waitFor } from './asyncio/wait-for.ts';
export { LimitReached, SimulationStop } from './base/stop.ts';
export { createCheckers, violationsOf } from './check/all.ts';
export { FINDING_RULES, type FindingLevel, levelOf } from './check/finding-rules.ts';
export { FindingSink } from './check/findings.ts';
export {
  DEFAULT_KINDS,
  type ExploreOptions,
  type ExploreReport,
  explore,
} from './explore/explore.ts';
export type { Departure, Finding } from './explore/finding.ts';
export { type FractionOptions, scheduleFrom } from './explore/fraction-schedule.ts';
export type { Answer, Schedule } from './explore/schedule.ts';
export type { ChoiceKind, DurationRange, Jitter, SchedulingPolicy } from './kernel/policy.ts';
export { languageEnvironment } from './lang/environment.ts';
export { expectSameTrace } from './replay/expect-same-trace.ts';
export type { Main, MainOutcome } from './replay/main-run.ts';
export { type Recorded, record, simulate } from './replay/record.ts';
export {
  type ReplayOptions,
  type ReplayResult,
  replay,
  sourceOf,
  type TraceSource,
} from './replay/replay.ts';
export type { RunSettings } from './replay/settings.ts';
export { Debugger, type Reply, reply as replyOf } from './replay/step/debugger.ts';
export {
  objectsOf,
  outputOf,
  readyOf,
  taskOf,
  tasksOf,
  timersOf,
  variablesOf,
} from './replay/step/read-run.ts';
export type { SteppedRun } from './replay/step/stepped-run.ts';
export {
  finish as finishJourney,
  type Journey,
  Stepper,
  type Stop,
} from './replay/step/stepper.ts';
export { diffTraces, type TraceDiff } from './report/diff/trace-diff.ts';
export { explain } from './report/why/explain.ts';
export type { Explanation, Question } from './report/why/explanation.ts';
export { loadScenario } from './scenario/load.ts';
export { printScenario } from './scenario/print.ts';
export type { Scenario } from './scenario/scenario.ts';
export {
  DEFAULT_LIMITS,
  type Outcome,
  Simulation,
  type SimulationLimits,
  type SimulationOptions,
} from './simulate.ts';
export { foldEvents } from './trace/fold.ts';
export { MemoryTrace } from './trace/memory.ts';
export { readTrace, type Trace } from './trace/read.ts';
export { traceSchema } from './trace/schema.ts';
