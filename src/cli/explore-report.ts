// What exploring found, for people and as data.

import { wrap } from '../base/columns.ts';
import { printable } from '../base/printable.ts';
import type { CancelReport, ExploreReport } from '../explore/explore.ts';
import type { Finding } from '../explore/finding.ts';
import type { Page } from '../report/page.ts';
import { formatSeconds } from '../report/seconds.ts';
import type { KeptTraces } from './failure-store.ts';
import type { KeptWitness, KeptWitnesses } from './witness-files.ts';

/** Departures of one finding that are listed. */
const MAXIMUM_LISTED = 8;

export interface ReportContext {
  /** The programs that fail by themselves; default: none. */
  readonly witnesses?: KeptWitnesses;
  /** What the program was given; default: nothing. */
  readonly argv?: readonly string[];
  /** Seconds that the search took. */
  readonly spent: number;
  readonly page: Page;
}

/** The whole report, lines ended. */
export function renderExploreReport(
  path: string,
  report: ExploreReport,
  kept: KeptTraces,
  { witnesses = [], argv = [], spent, page }: ReportContext,
): string {
  const { findings, runs, coverage, strategy } = report;
  const failures = findings.filter(({ symptom }) => symptom.level === 'failure').length;
  const found =
    failures === 0 ? 'no failure' : `${failures} ${failures === 1 ? 'failure' : 'failures'}`;
  const rate = spent > 0 && runs > 0 ? `, ${Math.round(runs / spent)} a second` : '';
  const { inequivalent = runs } = coverage;
  const apart = inequivalent === runs ? '' : ` (${inequivalent} inequivalent)`;
  const covered = coverage.isExhaustive
    ? `exhaustive: ${counted(runs)} ${runs === 1 ? 'covers' : 'cover'} every order${apart}`
    : `not exhaustive: ${coverage.note}`;
  const heading = `${printable(path)}: ${found} in ${counted(runs)} (${strategy}${rate})`;
  const lines = [page.style.heading(heading), covered];
  findings.forEach((finding, index) => {
    lines.push('', ...findingLines(finding, index + 1, page));
    lines.push(...nextLines(kept[index], witnesses[index] ?? null, argv));
  });
  if (report.cancelSafety !== null) lines.push('', ...cancelLines(report.cancelSafety, page));
  return `${lines.join('\n')}\n`;
}

function cancelLines({ points, tried, unsafe, untold }: CancelReport, page: Page): string[] {
  const all = tried === points ? `all ${points}` : `${tried} of ${points}`;
  const found =
    unsafe.length + untold === 0 ? 'nothing fails under one' : 'under these something fails';
  const lines = [`Single cancellations: ${all} tried; ${found}.`];
  for (const { departure, symptom } of unsafe.slice(0, MAXIMUM_LISTED)) {
    const text = `- ${printable(departure.text)}: ${printable(symptom.message)}`;
    lines.push(...wrap(text, page.width - 3).map((line) => `   ${line}`));
  }
  const more = Math.max(0, unsafe.length - MAXIMUM_LISTED) + untold;
  if (more > 0) lines.push(`   - and ${more} more`);
  return lines;
}

function findingLines(
  { symptom, reach, run, departures, story, unfinished, untold }: Finding,
  number: number,
  page: Page,
): string[] {
  const { rule, message, time, level } = symptom;
  const title = `${number}. ${printable(rule)}, ${reach} (schedule ${run})`;
  const lines = [level === 'failure' ? page.style.bad(title) : title];
  const told = `At ${formatSeconds(time)}: ${printable(message)}.`;
  const departs = departures.slice(0, MAXIMUM_LISTED).map(({ text }) => `- ${printable(text)}`);
  const more = departures.length - MAXIMUM_LISTED;
  if (more > 0) departs.push(`- and ${more} more`);
  const intro = departures.length === 0 ? [] : ['It takes:'];
  const sentences = story.length === 0 ? [] : [`${printable(story.join('. '))}.`];
  const missing = untold === null ? [] : [`Not all is told: ${untold}.`];
  const larger = unfinished === null ? [] : [`It may take less: ${unfinished}.`];
  for (const text of [told, ...intro, ...departs, ...larger, ...sentences, ...missing]) {
    lines.push(...wrap(text, page.width - 5).map((line) => `   ${line}`));
  }
  return lines;
}

/** What can be done next: the trace to be replayed, the program to be run. */
function nextLines(
  trace: string | null,
  witness: KeptWitness | null,
  argv: readonly string[],
): string[] {
  const lines = trace === null ? [] : [`   sim replay ${printable(trace)}`];
  if (witness === null) return lines;
  const { file } = witness;
  const command = file === null ? '' : `python3 ${[file, ...argv].join(' ')}   `;
  return [...lines, `   ${printable(`${command}(${checkText(witness)})`)}`];
}

function checkText({ file, reason, check, version }: KeptWitness): string {
  if (file === null) return `no Python program: ${reason}`;
  if (check === 'unchecked') return `unchecked: ${reason}`;
  if (check === 'fails') return `fails on CPython ${version} as told`;
  return `did not fail as told on CPython ${version}: ${reason}`;
}

function counted(runs: number): string {
  return runs === 1 ? '1 schedule' : `${runs} schedules`;
}

/** The report as data, with fixed keys. */
export function exploreData(
  path: string,
  report: ExploreReport,
  kept: KeptTraces,
  witnesses: KeptWitnesses = [],
): object {
  const { findings, runs, coverage, strategy } = report;
  const failed = findings.some(({ symptom }) => symptom.level === 'failure');
  return {
    file: path,
    status: failed ? 'failed' : 'passed',
    runs,
    strategy,
    exhaustive: coverage.isExhaustive,
    coverage: coverage.note,
    inequivalent: coverage.inequivalent ?? null,
    cancelSafety: report.cancelSafety,
    findings: findings.map(({ symptom, reach, kinds, run, schedule, ...told }, index) => ({
      rule: symptom.rule,
      level: symptom.level,
      message: symptom.message,
      time: symptom.time,
      reach,
      kinds,
      run,
      seed: schedule.seed,
      departures: told.departures,
      story: told.story,
      unfinished: told.unfinished,
      untold: told.untold,
      trace: kept[index],
      python: witnesses[index] ?? null,
    })),
  };
}
