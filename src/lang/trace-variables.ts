// What a trace tells of the program's own state: every write to a shared variable, and every draw
// of random numbers. Where no sink wants these, nothing is asked of the program.

import { Kind, type Tracer } from '../trace/tracer.ts';
import { PyFunction } from './machine/function.ts';
import type { Machine } from './machine/machine.ts';
import type { PyRandom } from './modules/random-generator.ts';
import { PyClass, PyModule } from './values.ts';

/** From now on writes and draws of the program are events of `tracer`. */
export function traceVariables(machine: Machine, tracer: Tracer): void {
  if (tracer.wants(Kind.variableWritten)) traceWrites(machine, tracer);
  if (tracer.wants(Kind.randomDrawn)) traceDraws(machine, tracer);
}

/** Definitions are no writes. */
function traceWrites(machine: Machine, tracer: Tracer): void {
  const tell = (name: string, value: unknown): void => {
    const isDefinition =
      value instanceof PyFunction || value instanceof PyClass || value instanceof PyModule;
    if (isDefinition || value === undefined) return;
    tracer.emit(Kind.variableWritten, name, tracer.repr(value));
  };
  machine.onWrite = tell;
}

/** The generator of the module `random` is the stream of that name; others have numbers. */
function traceDraws(machine: Machine, tracer: Tracer): void {
  const ofModule = machine.random;
  const tell = (random: PyRandom, value: unknown): void => {
    const stream = random === ofModule ? 'random' : tracer.object(random, 'Random');
    tracer.emit(Kind.randomDrawn, stream, tracer.repr(value));
  };
  ofModule.onDraw = tell;
}
