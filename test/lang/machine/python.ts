// Runs a Python program in the specs: parsed, compiled, driven to its end with every loop that it
// asks for.

import { Counters, EventLoop } from '../../../src/asyncio/base-events.ts';
import { PREEMPTED, THREW, YIELDED } from '../../../src/asyncio/coroutines.ts';
import { SourceFile } from '../../../src/base/source-text.ts';
import { SimulationStop } from '../../../src/base/stop.ts';
import { VirtualClock } from '../../../src/kernel/clock.ts';
import { LanguageHost } from '../../../src/lang/host.ts';
import { Machine } from '../../../src/lang/machine/machine.ts';
import { Suspension } from '../../../src/lang/machine/suspension.ts';
import { parseModule } from '../../../src/lang/parse.ts';

export interface Ran {
  readonly out: string;
  readonly err: string;
  readonly error: unknown;
  readonly machine: Machine;
}

export interface Options {
  readonly slice?: number;
  readonly operations?: number;
  readonly recursion?: number;
  readonly onPreempted?: () => void;
}

/**
 * Runs a program; `error` is what left it, null for nothing. Throws for a text that is no Python.
 */
export function run(text: string, options: Options = {}): Ran {
  const problems: string[] = [];
  const source = new SourceFile(text);
  const module = parseModule(source, (each) => problems.push(`${each.span.line}: ${each.message}`));
  if (problems.length > 0) throw new Error(problems.join('\n'));
  const clock = new VirtualClock();
  const counters = new Counters();
  let out = '';
  let err = '';
  const newLoop = (): EventLoop => new EventLoop({ clock, counters, host });
  const machine: Machine = new Machine({
    clock,
    seed: 1,
    epoch: 1_700_000_000,
    argv: [],
    file: 'demo.py',
    limits: {
      recursion: options.recursion ?? 1000,
      collection: 50_000_000,
      digits: 4300,
      operations: options.operations ?? 100_000_000,
    },
    newLoop,
    contexts: counters.contexts,
    write: (stream, piece) => {
      if (stream === 'stdout') out += piece;
      else err += piece;
    },
  });
  const host = new LanguageHost(machine, (error) => `${machine.repr(error)}\n`);
  const program = machine.program(module);
  machine.refuel(options.slice ?? 1_000_000);
  let signal = program.send(undefined);
  while (signal === YIELDED || signal === PREEMPTED) {
    if (signal === PREEMPTED) {
      options.onPreempted?.();
      signal = program.send(undefined);
      continue;
    }
    const { payload } = program;
    if (!(payload instanceof Suspension)) throw new Error('the module yielded something else');
    try {
      let step = payload.steps.next();
      while (step.done !== true) {
        let error: unknown;
        let failed = false;
        step.value.handled ??= payload.handled;
        try {
          let status = step.value.run();
          while (status === 'sliced') status = step.value.run();
          if (status === 'deadlocked') throw new Error('deadlocked');
        } catch (thrown) {
          if (thrown instanceof Error || thrown instanceof SimulationStop) throw thrown;
          error = thrown;
          failed = true;
        }
        step = failed ? payload.steps.throw(error) : payload.steps.next();
      }
      signal = program.send(step.value);
    } catch (error) {
      if (error instanceof Error || error instanceof SimulationStop) throw error;
      signal = program.throw(error);
    }
  }
  return { out, err, error: signal === THREW ? program.payload : null, machine };
}

/** The lines that a program prints. Throws what leaves the program. */
export function lines(text: string): string[] {
  const { out, error, machine } = run(text);
  if (error !== null) throw new Error(`${machine.repr(error)} after:\n${out}`);
  return out.split('\n').slice(0, -1);
}
