// The programs through our language: loaded, checked, compiled and run as `sim run` does it.

import { basename } from 'node:path';
import { languageEnvironment, loadScenario, type Scenario, Simulation } from '../../src/index.ts';

/** A program from its text. Throws where it is refused. */
export function loaded(text: string, file: string): Scenario {
  const name = basename(file);
  const { scenario, diagnostics } = loadScenario(name, text, {
    environment: languageEnvironment(),
  });
  if (scenario === null) {
    const lines = diagnostics.map((each) => `${name}:${each.span.line}: ${each.message}`);
    throw new Error(lines.join('\n'));
  }
  return scenario;
}

/** Runs a program's text on the simulator; what it printed. Throws where it is refused or fails. */
export function runProgram(text: string, file: string): string {
  const name = basename(file);
  const output: string[] = [];
  const simulation = new Simulation(loaded(text, file), {
    file: name,
    source: text,
    write: (_stream, written) => {
      output.push(written);
    },
  });
  const outcome = simulation.run();
  if (outcome.end !== 'finished') {
    throw new Error(`${name}: ${outcome.end}\n${output.join('')}`);
  }
  return output.join('');
}

/** The text with `N = size` in place of its own N. Throws where there is no such line. */
export function withSize(text: string, size: number): string {
  const line = /^N = .*$/m;
  if (!line.test(text)) throw new Error('no line that starts with "N = "');
  return text.replace(line, `N = ${size}`);
}
