// `npm run test:conformance -- --programs 5000 --seed 1 [--theme locks]`: programs at random, run by
// CPython 3.14 and by the simulator, and compared: what they print with iteration and time, what
// becomes of each task, the handles of each iteration. What differs is shrunk and shown side by
// side, and the exit code is 1. In the end it tells which parts of CPython's asyncio the programs
// have executed.
import { parseArgs } from 'node:util';
import { differingLevel, type Level, sideBySide } from './compare.ts';
import { coverageTable } from './covered.ts';
import { THEMES } from './generator/programs.ts';
import { Oracle, OracleLost } from './oracle.ts';
import { type DrawnProgram, drawPrograms, shrink } from './programs.ts';
import { runText } from './text-runs.ts';

/** `refused`: the simulator does not take the program; `lost`: CPython died of it. */
type Verdict = 'equal' | 'refused' | 'lost' | Level;

interface Settings {
  readonly programs: number;
  readonly seed: number;
  readonly themes: readonly string[];
  /** How many of those that differ are shrunk and shown. */
  readonly shown: number;
}

const USAGE = `npm run test:conformance -- [--programs 1000] [--seed 1] [--theme NAME]… [--show 5]
themes: ${THEMES.join(', ')}`;

function readSettings(): Settings | null {
  const { values } = parseArgs({
    options: {
      programs: { type: 'string', default: '1000' },
      seed: { type: 'string', default: '1' },
      theme: { type: 'string', multiple: true, default: [] },
      show: { type: 'string', default: '5' },
      help: { type: 'boolean', default: false },
    },
  });
  const [programs, seed, shown] = [values.programs, values.seed, values.show].map(Number);
  const themes = values.theme.length === 0 ? THEMES : values.theme;
  const areKnown = themes.every((theme) => THEMES.includes(theme));
  if (values.help || !areKnown || !(programs >= 1) || !Number.isInteger(seed)) return null;
  return { programs, seed, themes, shown };
}

/** Runs programs on both sides. */
class Comparison {
  readonly oracle = new Oracle({ covers: true });
  readonly failures: { readonly program: DrawnProgram; readonly verdict: Verdict }[] = [];
  readonly refusals = new Set<string>();
  readonly counts = new Map<string, Map<Verdict, number>>();
  prints = 0;
  handles = 0;

  async judge(text: string): Promise<Verdict> {
    try {
      const cpython = await this.oracle.observe(text);
      this.prints += cpython.printed.length;
      for (const [, , kinds] of cpython.handles) this.handles += kinds.split(' ').length;
      return differingLevel(cpython, runText(text)) ?? 'equal';
    } catch (error) {
      if (error instanceof OracleLost) return 'lost';
      this.refusals.add((error as Error).message);
      return 'refused';
    }
  }

  async add(program: DrawnProgram): Promise<void> {
    const verdict = await this.judge(program.text);
    const counts = this.counts.get(program.theme) ?? new Map<Verdict, number>();
    this.counts.set(program.theme, counts.set(verdict, (counts.get(verdict) ?? 0) + 1));
    if (verdict !== 'equal') this.failures.push({ program, verdict });
  }

  /** A failure, as small as it gets, with both runs. */
  async explain(program: DrawnProgram): Promise<string> {
    const text = await shrink(program, async (one) => (await this.judge(one)) !== 'equal');
    let runs: string;
    try {
      runs = sideBySide(await this.oracle.observe(text), runText(text));
    } catch (error) {
      runs = (error as Error).message;
    }
    return `${program.theme}, program ${program.place} of seed ${program.seed}\n\n${text}\n${runs}\n`;
  }
}

function printCounts({ counts }: Comparison): void {
  const verdicts: Verdict[] = ['equal', 'printed', 'states', 'handles', 'refused', 'lost'];
  const row = (cells: readonly unknown[]): string =>
    cells.map((cell, i) => (i === 0 ? String(cell).padEnd(14) : String(cell).padStart(9))).join('');
  console.log(row(['theme', ...verdicts]));
  for (const [theme, found] of counts) {
    console.log(row([theme, ...verdicts.map((verdict) => found.get(verdict) ?? 0)]));
  }
}

async function compareAll(settings: Settings): Promise<Comparison> {
  const comparison = new Comparison();
  const programs = drawPrograms(settings.programs, settings.seed, settings.themes);
  const started = performance.now();
  for (const [index, program] of programs.entries()) {
    await comparison.add(program);
    if ((index + 1) % 100 !== 0) continue;
    const rate = ((index + 1) / (performance.now() - started)) * 1000;
    const failed = `${comparison.failures.length} different`;
    console.error(`${index + 1} of ${programs.length} programs, ${rate.toFixed(0)}/s, ${failed}`);
  }
  const seconds = ((performance.now() - started) / 1000).toFixed(0);
  const { prints, handles, failures } = comparison;
  console.log(
    `${programs.length} programs of seed ${settings.seed} in ${seconds} s: ${prints} prints, ` +
      `${handles} handles compared, ${failures.length} programs differ`,
  );
  return comparison;
}

async function main(): Promise<number> {
  const settings = readSettings();
  if (settings === null) {
    console.error(USAGE);
    return 2;
  }
  const comparison = await compareAll(settings);
  printCounts(comparison);
  const { failures, refusals, oracle } = comparison;
  for (const refusal of refusals) console.log(`refused: ${refusal}`);
  for (const { program, verdict } of failures.slice(0, settings.shown)) {
    console.log(`\n${verdict}: ${await comparison.explain(program)}`);
  }
  console.log(`\n${coverageTable(await oracle.coverage())}`);
  await oracle.close();
  return failures.length === 0 ? 0 : 1;
}

process.exitCode = await main();
