// `npm run test:explore -- [--runs 10000] [--schedules 1000]`: every program with a planted bug is
// explored, its twin too, and the programs that assert guarantees. Prints what was found, and after
// how many schedules; the exit code is 1 where a bug is missed or a sound program is accused.
// `--reduction 300` compares, for so many random programs and some small ones, the search that
// leaves out orders of what commutes with the one that does not, and prints what that saves.
import { parseArgs } from 'node:util';
import { DEFAULT_KINDS } from '../../src/explore/explore.ts';
import { RandomStream } from '../../src/explore/random-stream.ts';
import type { ChoiceKind } from '../../src/kernel/policy.ts';
import { BUG_FOLDER, GUARANTEE_FOLDER, scenariosIn } from '../scenario-files.ts';
import {
  alarmsOf,
  BUGS,
  exploredFile,
  failuresOf,
  kindOf,
  twinOf,
  variedFor,
} from './bug-table.ts';
import { drawProgram } from './orders/random-programs.ts';
import { searched } from './orders/searched.ts';
import { PROGRAMS } from './orders/small-programs.ts';

const { values } = parseArgs({
  options: {
    runs: { type: 'string', default: '10000' },
    schedules: { type: 'string', default: '1000' },
    guarantees: { type: 'boolean', default: false },
    reduction: { type: 'string' },
  },
});
const guaranteeRuns = Number(values.runs);
const schedules = Number(values.schedules);
let wrong = 0;

function row(...cells: readonly (string | number)[]): void {
  const widths = [30, 8, 24, 22, 10, 8, 20];
  console.log(cells.map((cell, i) => String(cell).padEnd(widths[i] ?? 0)).join(' '));
}

function secondsSince(begun: number): string {
  return ((performance.now() - begun) / 1000).toFixed(1);
}

function exploreBugs(): void {
  row('program', 'kind', 'needs', 'reach', 'schedule', 'seconds', 'twin');
  for (const name of BUGS) {
    const vary = variedFor(kindOf(BUG_FOLDER, name));
    const begun = performance.now();
    const bug = exploredFile(BUG_FOLDER, name, { runs: schedules, vary, failures: 2 });
    const spent = secondsSince(begun);
    const twin = exploredFile(BUG_FOLDER, twinOf(name), { runs: schedules, vary });
    const [found] = failuresOf(bug);
    const accused = [...failuresOf(twin).map(({ symptom }) => symptom.rule), ...alarmsOf(twin)];
    if (found === undefined || accused.length > 0) wrong++;
    const needs = found?.kinds.join(' ') ?? 'MISSED';
    const clean = `clean in ${twin.runs}${twin.coverage.isExhaustive ? ', all' : ''}`;
    row(
      ...[name, kindOf(BUG_FOLDER, name), needs, found?.reach ?? '-', found?.run ?? bug.runs],
      ...[spent, accused.length === 0 ? clean : `ACCUSED: ${accused.join(' ')}`],
    );
  }
}

function exploreGuarantees(): void {
  for (const name of scenariosIn(GUARANTEE_FOLDER)) {
    const begun = performance.now();
    const effort = { runs: guaranteeRuns, vary: DEFAULT_KINDS };
    const report = exploredFile(GUARANTEE_FOLDER, name, effort);
    const accused = report.findings.map(({ symptom }) => symptom.rule);
    if (accused.length > 0) wrong++;
    const told = accused.length === 0 ? 'clean' : `ACCUSED: ${accused.join(' ')}`;
    const covered = report.coverage.isExhaustive ? 'exhaustive' : 'sampled';
    row(name, '', told, covered, report.runs, secondsSince(begun));
  }
}

/** Tells how many schedules are saved; true where the searches found the same. */
function compareSearches(name: string, text: string, kinds: readonly ChoiceKind[]): boolean {
  const [reduced, full] = [true, false].map((reduces) =>
    searched(text, { kinds, reduces, runs: 2000 }),
  );
  const isCut = !reduced.coverage.isExhaustive || !full.coverage.isExhaustive;
  const isSame = isCut || String(reduced.classes) === String(full.classes);
  const runs = `${reduced.schedules.length} in place of ${full.schedules.length}`;
  const factor = (full.schedules.length / reduced.schedules.length).toFixed(1);
  const told = isCut ? 'cut short' : `${full.classes.length} inequivalent`;
  console.log(`${name}: ${runs} schedules (${factor}x), ${isSame ? told : 'DIFFERENT'}`);
  return isSame;
}

function compareReduction(count: number): void {
  for (const [name, [text, kinds]] of Object.entries(PROGRAMS)) {
    if (!compareSearches(name, text, kinds)) wrong++;
  }
  for (let seed = 1; seed <= count; seed++) {
    const text = drawProgram(new RandomStream(`program ${seed}`));
    if (!compareSearches(`random program ${seed}`, text, ['timing', 'ties', 'sets'])) wrong++;
  }
}

if (values.reduction !== undefined) {
  compareReduction(Number(values.reduction));
} else {
  if (!values.guarantees) exploreBugs();
  exploreGuarantees();
}
process.exitCode = wrong === 0 ? 0 : 1;
