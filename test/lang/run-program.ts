// Runs a Python text as the command line does: parsed, checked, compiled, simulated to its end. For
// specs that compare what a program prints with what CPython prints for it.

import { expect, test } from 'vitest';
import { languageEnvironment } from '../../src/lang/environment.ts';
import { loadScenario } from '../../src/scenario/load.ts';
import { DEFAULT_LIMITS, type Outcome, Simulation } from '../../src/simulate.ts';

export interface Run {
  readonly stdout: string;
  readonly stderr: string;
  readonly outcome: Outcome;
}

export interface RunOptions {
  /** Operations of one slice; the whole run at once where it is not given. */
  readonly slice?: number;
  /** Frames on one stack. */
  readonly recursion?: number;
}

/** Runs a program. Throws the checker's words for a text that it refuses. */
export function runProgram(text: string, options: RunOptions = {}): Run {
  const environment = languageEnvironment();
  const { scenario, diagnostics } = loadScenario('demo.py', text, { environment });
  if (scenario === null) {
    throw new Error(diagnostics.map(({ span, message }) => `${span.line}: ${message}`).join('\n'));
  }
  const written = { stdout: '', stderr: '' };
  const simulation = new Simulation(scenario, {
    file: 'demo.py',
    source: text,
    limits: { ...DEFAULT_LIMITS, recursion: options.recursion ?? DEFAULT_LIMITS.recursion },
    write: (stream, piece) => {
      written[stream] += piece;
    },
  });
  if (options.slice === undefined) simulation.run();
  else {
    const slice = { handles: 1, operations: options.slice };
    let isOver = false;
    while (!isOver) isOver = simulation.advance(slice);
  }
  return { ...written, outcome: simulation.outcome as Outcome };
}

/** What a program prints, and the last line of the traceback where an exception leaves it. */
export function printed(text: string, options: RunOptions = {}): string {
  const { stdout, stderr, outcome } = runProgram(text, options);
  if (outcome.error === null) return stdout;
  const lines = stderr.trimEnd().split('\n');
  return `${stdout}${lines.findLast((line) => !line.startsWith(' ')) ?? ''}\n`;
}

/** A program and what CPython 3.14 prints for it. */
export interface Case {
  readonly name: string;
  readonly program: string;
  readonly prints: string;
}

/** One test for each program; both texts begin with a line break. */
export function testPrograms(cases: readonly Case[]): void {
  test.each(cases)('$name', ({ program, prints }) => {
    expect(`\n${printed(program)}`).toBe(prints);
  });
}
