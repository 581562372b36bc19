// `npm run test:traces -- --programs 2000 --damages 10000 --stepped 100 --seed 1`: random programs
// are recorded, replayed and recorded again, bytes of their traces are damaged, and some are
// stepped through, back and forward at every step. What does not hold is shown with its program,
// and the exit code is 1.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type DrawnProgram, drawPrograms } from '../conformance/programs.ts';
import { recorded } from '../replay/programs.ts';
import { drawDamages, unnoticed } from './damages.ts';
import { rerunDifference, steppingDifference } from './rerun.ts';

interface Settings {
  readonly programs: number;
  readonly damages: number;
  readonly stepped: number;
  readonly seed: number;
}

const USAGE =
  'npm run test:traces -- [--programs 2000] [--damages 10000] [--stepped 100] [--seed 1]';

/** Programs whose traces are damaged. */
const DAMAGED = 50;

/** Differences that are shown. */
const MOST_SHOWN = 5;

function readSettings(): Settings | null {
  const { values } = parseArgs({
    options: {
      programs: { type: 'string', default: '2000' },
      damages: { type: 'string', default: '10000' },
      stepped: { type: 'string', default: '100' },
      seed: { type: 'string', default: '1' },
      help: { type: 'boolean', default: false },
    },
  });
  const [programs, damages, stepped, seed] = [
    ...[values.programs, values.damages, values.stepped, values.seed].map(Number),
  ];
  const areNumbers = programs >= 1 && damages >= 0 && stepped >= 0 && Number.isInteger(seed);
  return values.help || !areNumbers ? null : { programs, damages, stepped, seed };
}

/** What did not hold, each with its program. */
const wrong: string[] = [];

function note(difference: string | null, { theme, seed, place, text }: DrawnProgram): void {
  if (difference === null) return;
  wrong.push(`${theme}, seed ${seed}, program ${place}: ${difference}\n${text}`);
}

function timed(what: () => string): void {
  const started = performance.now();
  const said = what();
  console.log(`${said} (${((performance.now() - started) / 1000).toFixed(0)} s)`);
}

function rerunAll(programs: readonly DrawnProgram[], traces: string[]): string {
  let events = 0;
  for (const program of programs) {
    const { trace } = recorded(program.text);
    if (traces.length < DAMAGED) traces.push(trace);
    events += trace.split('\n').length - 3;
    note(rerunDifference(program.text, trace), program);
  }
  const count = `${programs.length} programs, ${events} events`;
  return `${count}: recorded, replayed, recorded again`;
}

function damageAll(traces: readonly string[], damages: number, seed: number): string {
  const folder = mkdtempSync(join(tmpdir(), 'sim-traces-'));
  try {
    for (const damage of drawDamages(damages, traces.length, seed)) {
      const found = unnoticed(traces[damage.trace], damage, join(folder, 'damaged.jsonl'));
      if (found !== null) wrong.push(`trace ${damage.trace}, seed ${seed}: ${found}`);
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
  return `${damages} damages of one byte in ${traces.length} traces`;
}

function stepAll(programs: readonly DrawnProgram[]): string {
  let all = 0;
  for (const program of programs) {
    const { steps, difference } = steppingDifference(recorded(program.text).trace);
    all += steps;
    note(difference, program);
  }
  return `${programs.length} programs stepped through, back and forward at each of ${all} steps`;
}

function main(): number {
  const settings = readSettings();
  if (settings === null) {
    console.error(USAGE);
    return 2;
  }
  const { programs, damages, stepped, seed } = settings;
  const drawn = drawPrograms(programs, seed);
  const traces: string[] = [];
  timed(() => rerunAll(drawn, traces));
  timed(() => damageAll(traces, damages, seed));
  timed(() => stepAll(drawn.slice(0, stepped)));
  for (const each of wrong.slice(0, MOST_SHOWN)) console.log(`\n${each}`);
  console.log(`seed ${seed}: ${wrong.length === 0 ? 'all held' : `${wrong.length} did not hold`}`);
  return wrong.length === 0 ? 0 : 1;
}

process.exitCode = main();
