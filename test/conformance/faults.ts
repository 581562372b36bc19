// `npm run test:faults`: puts the deliberate faults of the tables into copies of the project, one
// at a time, and runs the comparisons with CPython on each. A fault that none of them notices
// survives, and the exit code is 1; so it is where a text is not found or where comparisons fail
// without any fault. With arguments: only faults whose names contain one of them. Takes some
// minutes on two cores, and is not part of `npm test`.
import { spawn } from 'node:child_process';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Fault } from './fault-table.ts';
import { faultOf, faults, misplaced } from './faulty.ts';

const ROOT = resolve(import.meta.dirname, '../..');
const COPIED = ['src', 'test', 'scenarios', 'package.json', 'tsconfig.json'];
const PARALLEL = 2;
/** A fault may make a loop spin: then it is noticed, too. */
const MAX_SECONDS = 180;
/** Part of the name of each test that compares with a recording or a running interpreter. */
const COMPARES = 'CPython';
/** The checks of the tables themselves see every fault, which says nothing. */
const LEFT_OUT = 'faulty.test.ts';

interface Verdict {
  readonly fault: Fault;
  /** Names of the tests that failed; null where the run did not come to its end. */
  readonly caughtBy: readonly string[] | null;
  readonly seconds: number;
}

interface Report {
  readonly testResults: readonly {
    readonly name: string;
    readonly message?: string;
    readonly status: string;
    readonly assertionResults: readonly { readonly status: string; readonly fullName: string }[];
  }[];
}

/** The specs that hold comparisons, as paths in a copy. */
function specs(): string[] {
  const folders = ['test/asyncio', 'test/conformance', 'test/kernel'];
  return folders.flatMap((folder) =>
    readdirSync(join(ROOT, folder))
      .filter((name) => name.endsWith('.test.ts') && name !== LEFT_OUT)
      .map((name) => join(folder, name))
      .filter((path) => /recorded|compare\(|python3/.test(readFileSync(join(ROOT, path), 'utf8'))),
  );
}

function makeCopy(folder: string): string {
  mkdirSync(folder);
  for (const name of COPIED) cpSync(join(ROOT, name), join(folder, name), { recursive: true });
  symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'));
  return folder;
}

/** Names of the tests that fail in a copy; null where the run is endless or breaks off. */
async function failures(copy: string): Promise<string[] | null> {
  const output = join(copy, 'report.json');
  rmSync(output, { force: true });
  const vitest = join(ROOT, 'node_modules/vitest/vitest.mjs');
  const flags = ['--no-isolate', '--reporter=json', `--outputFile=${output}`, '-t', COMPARES];
  const limits = ['--maxWorkers=1', '--testTimeout=20000'];
  const child = spawn(process.execPath, [vitest, 'run', ...flags, ...limits, ...specs()], {
    cwd: copy,
    stdio: 'ignore',
    timeout: MAX_SECONDS * 1000,
    killSignal: 'SIGKILL',
  });
  await new Promise((settle) => child.once('close', settle));
  try {
    return failedIn(JSON.parse(readFileSync(output, 'utf8')) as Report);
  } catch {
    return null;
  }
}

function failedIn(report: Report): string[] {
  return report.testResults.flatMap(({ assertionResults, name, status }) => {
    const failed = assertionResults.filter((each) => each.status === 'failed');
    if (failed.length === 0 && status === 'failed') return [`${name.split('/').at(-1)} as a whole`];
    return failed.map((each) => each.fullName);
  });
}

async function verdictOf(fault: Fault, copy: string, unsound: readonly string[]): Promise<Verdict> {
  const path = join(copy, 'src', fault.file);
  const sound = readFileSync(path, 'utf8');
  const start = performance.now();
  writeFileSync(path, faultOf(fault, sound));
  const failed = await failures(copy);
  writeFileSync(path, sound);
  const caughtBy = failed?.filter((name) => !unsound.includes(name)) ?? null;
  return { fault, caughtBy, seconds: (performance.now() - start) / 1000 };
}

function lineOf({ fault, caughtBy, seconds }: Verdict): string {
  const count = caughtBy === null ? 'endless' : `${caughtBy.length}`;
  const by = caughtBy?.length === 0 ? 'SURVIVES' : (caughtBy?.[0] ?? 'the run is broken off');
  const columns = [count.padStart(7), `${seconds.toFixed(1)} s`.padStart(8), fault.name.padEnd(64)];
  return [...columns, by].join('  ');
}

async function judge(chosen: readonly Fault[], folder: string): Promise<number> {
  const copies = Array.from({ length: PARALLEL }, (_, i) => makeCopy(join(folder, `copy-${i}`)));
  const unsound = await failures(copies[0]);
  if (unsound === null) throw new Error('without any fault the run breaks off');
  for (const name of unsound) console.error(`fails without any fault, and does not count: ${name}`);
  const waiting = [...chosen];
  let survivors = 0;
  console.log(' caught   seconds  fault, and the first of the tests that notice it');
  const work = async (copy: string): Promise<void> => {
    for (let fault = waiting.shift(); fault !== undefined; fault = waiting.shift()) {
      const verdict = await verdictOf(fault, copy, unsound);
      if (verdict.caughtBy?.length === 0) survivors++;
      console.log(lineOf(verdict));
    }
  };
  await Promise.all(copies.map(work));
  console.log(`${chosen.length - survivors} of ${chosen.length} faults are noticed.`);
  return survivors === 0 && unsound.length === 0 ? 0 : 1;
}

async function main(wanted: readonly string[]): Promise<number> {
  const wrong = misplaced(ROOT);
  if (wrong.length > 0) {
    console.error(wrong.join('\n'));
    return 1;
  }
  const isWanted = ({ name }: Fault): boolean => wanted.some((word) => name.includes(word));
  const folder = mkdtempSync(join(tmpdir(), 'faults-'));
  try {
    return await judge(wanted.length === 0 ? faults : faults.filter(isWanted), folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

process.exitCode = await main(process.argv.slice(2));
