// A failure as a Python program that fails by itself: what an explored schedule has found, on stock
// CPython, without the simulator. Only what CPython does by itself can be shown so (lengths of
// drawn waits, random numbers), and only what it tells by itself: an exception, a deadlock, a
// broken expectation. Of everything else it is said why there is no such program.

import { printable } from '../base/printable.ts';
import { SourceFile } from '../base/source-text.ts';
import { languageEnvironment } from '../lang/environment.ts';
import { parseModule } from '../lang/parse.ts';
import type { Module } from '../lang/tree.ts';
import { brokenText, type Expected } from '../scenario/export/python-preamble.ts';
import { scheduledProgram } from '../scenario/export/scheduled-program.ts';
import { scenarioToPython, threadsIn } from '../scenario/export/to-python.ts';
import type { Rule } from '../scenario/judge.ts';
import { formatOf } from '../scenario/load.ts';
import type { Scenario } from '../scenario/scenario.ts';
import type { Finding } from './finding.ts';
import { expectationKey, type Symptom } from './symptom.ts';

export interface Witness {
  readonly text: string;
  /** What it writes to standard error, among other things, before it exits with code 1. */
  readonly tells: string;
}

/** Why there is no such program, as a clause. */
export interface NoWitness {
  readonly reason: string;
}

/** The file that was explored. */
export interface Explored {
  readonly name: string;
  readonly text: string;
  readonly scenario: Scenario;
}

const RULES = ['always', 'eventually', 'finally'] as const satisfies readonly Rule[];

/** The program that fails as the finding does. */
export function witnessOf(explored: Explored, finding: Finding): Witness | NoWitness {
  const { symptom, reach, durations } = finding;
  if (reach !== 'reachable on CPython') return { reason: `it is ${reach}` };
  if (durations.some(({ draw }) => draw === 0)) {
    return { reason: 'it needs other lengths of waits that come from no draw' };
  }
  const expected = expectationOf(explored.scenario, symptom);
  const tells = expected === null ? toldBy(symptom) : brokenText(expected);
  if (tells === null) return { reason: `CPython does not tell of '${symptom.rule}'` };
  const [thread] = threadsIn(explored.scenario.module);
  if (thread !== undefined) {
    return {
      reason: `'${thread.name}' uses threads, which no virtual clock of a program can stop`,
    };
  }
  const program = programOf(explored, finding);
  if ('reason' in program) return program;
  const text = scheduledProgram(program.text, program.module, {
    seed: finding.schedule.seed,
    durations: new Map(durations.map(({ draw, seconds }) => [draw, seconds])),
    expected,
    about: aboutText(explored.name, finding),
  });
  return { text, tells };
}

/** The expectation that is broken; null where the symptom is another. */
function expectationOf({ expect }: Scenario, symptom: Symptom): Expected | null {
  const all = RULES.flatMap((rule) => expect[rule].map(({ text }) => ({ rule, text })));
  return all.find(({ rule }, index) => expectationKey(rule, index) === symptom.key) ?? null;
}

/** What CPython, or its virtual clock, says of a symptom by itself; null for nothing. */
function toldBy({ rule, message }: Symptom): string | null {
  if (rule === 'deadlock') return 'deadlock at ';
  return rule === 'exception' ? message.split(/[: ]/)[0] : null;
}

/** The Python text of what was explored, and its syntax tree. */
function programOf(
  { name, text, scenario }: Explored,
  { schedule }: Finding,
): { readonly text: string; readonly module: Module } | NoWitness {
  if (formatOf(name) === 'python') return { text, module: scenario.module };
  const environment = languageEnvironment();
  const problems: string[] = [];
  const options = { environment, isVirtual: true };
  const seeded = { ...scenario, seed: schedule.seed };
  const python = scenarioToPython(seeded, options, ({ message }) => problems.push(message));
  if (python === null) return { reason: problems[0] ?? 'Python has no words for it' };
  return { text: python, module: parseModule(new SourceFile(python), () => {}) };
}

function aboutText(name: string, { symptom, departures, story }: Finding): string {
  const { message, time, rule } = symptom;
  const takes = departures.map(({ text }) => text).join('; ');
  const told = `${name} fails at ${Number(time.toPrecision(6))} s: ${rule}, ${message}`;
  const sentences = [told, takes, ...story].filter((each) => each !== '');
  return printable(`${sentences.join('. ')}. Nothing here waits in real time.`);
}
