// What a driver is made of: the program's world, as whoever runs it supplies it.

import type { EventLoop } from '../../asyncio/base-events.ts';
import type { Contexts } from '../../asyncio/contexts.ts';
import type { Threads } from '../../kernel/threads.ts';
import type { LanguageLimits, ObjectProtocol } from '../interpreter.ts';
import type { PyRandom } from '../modules/random-generator.ts';

export interface DriverOptions {
  readonly limits: LanguageLimits;
  readonly objects: ObjectProtocol;
  readonly random: PyRandom;
  readonly epoch: number;
  readonly write: (stream: 'stdout' | 'stderr', text: string) => void;
  readonly now: () => number;
  readonly block: (seconds: number) => void;
  /** How long a wait of `seconds` in a thread is: see Loop.duration. */
  readonly duration: (seconds: number) => number;
  readonly threads: Threads;
  readonly newLoop: () => EventLoop;
  /** Those of the loops. */
  readonly contexts: Contexts;
  /** Whether get_event_loop makes no loop, as in 3.14. Default false. */
  readonly strict314?: boolean;
  /** Operations that one step may execute. Default 100,000,000. */
  readonly maxOperations?: number;
  /** Operations until a step is preempted. Default 1,000,000. */
  readonly slice?: number;
  /** A number that differs from step to step, for the limit of operations. */
  readonly step?: () => number;
}
