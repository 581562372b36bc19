// `npm run test:explore -- [--runs 10000] [--schedules 1000]`: every program with a planted bug is
// explored, its twin too, and the programs that assert guarantees. Prints what was found, and after
// how many schedules; the exit code is 1 where a bug is missed or a sound program is accused.
import { parseArgs } from 'node:util';
import { DEFAULT_KINDS } from '../../src/explore/explore.ts';
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

const { values } = parseArgs({
  options: {
    runs: { type: 'string', default: '10000' },
    schedules: { type: 'string', default: '1000' },
    guarantees: { type: 'boolean', default: false },
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

if (!values.guarantees) exploreBugs();
exploreGuarantees();
process.exitCode = wrong === 0 ? 0 : 1;
