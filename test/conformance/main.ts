// `npm run test:conformance -- --programs 5000 --seed 1 [--theme locks]`: programs at random, and
// those that are kept as files, run by CPython 3.14 and by the simulator, and compared: what they
// print with iteration and time, what becomes of each task, the handles of each iteration. What
// differs is shown side by side (at random, shrunk before), and the exit code is 1. In the end it
// tells which parts of CPython's asyncio and of ours the programs have executed.
import { parseArgs } from 'node:util';
import { OwnCoverage } from './covered-here.ts';
import { THEMES } from './generator/programs.ts';

// Before the modules that it counts are loaded.
const ownCoverage = new OwnCoverage();
const { Comparison } = await import('./comparison.ts');
const { coverageTable } = await import('./covered.ts');
const { differencesOfKept } = await import('./kept-programs.ts');
const { drawPrograms } = await import('./programs.ts');

interface Settings {
  readonly programs: number;
  readonly seed: number;
  readonly themes: readonly string[];
  /** How many of those that differ are shrunk and shown. */
  readonly shown: number;
  /** Wall-clock seconds after which no further program is begun. */
  readonly seconds: number;
}

const USAGE = `npm run test:conformance -- [--programs 1000] [--seed 1] [--theme NAME]… [--show 5]
    [--seconds S]: begins no program after S seconds
themes: ${THEMES.join(', ')}`;

function readSettings(): Settings | null {
  const { values } = parseArgs({
    options: {
      programs: { type: 'string', default: '1000' },
      seed: { type: 'string', default: '1' },
      theme: { type: 'string', multiple: true, default: [] },
      show: { type: 'string', default: '5' },
      seconds: { type: 'string', default: 'Infinity' },
      help: { type: 'boolean', default: false },
    },
  });
  const { help, theme } = values;
  const [programs, seed, shown, seconds] = [
    ...[values.programs, values.seed, values.show, values.seconds].map(Number),
  ];
  const themes = theme.length === 0 ? THEMES : theme;
  const areKnown = themes.every((each) => THEMES.includes(each));
  const areNumbers = programs >= 1 && Number.isInteger(seed) && shown >= 0 && seconds > 0;
  return help || !areKnown || !areNumbers ? null : { programs, seed, themes, shown, seconds };
}

async function compareAll(settings: Settings): Promise<InstanceType<typeof Comparison>> {
  const comparison = new Comparison();
  const programs = drawPrograms(settings.programs, settings.seed, settings.themes);
  const started = performance.now();
  const elapsed = (): number => (performance.now() - started) / 1000;
  for (const program of programs) {
    if (elapsed() > settings.seconds) break;
    await comparison.add(program);
    if (comparison.programs % 100 !== 0) continue;
    const rate = (comparison.programs / elapsed()).toFixed(0);
    const failed = `${comparison.failures.length} different`;
    console.error(`${comparison.programs} of ${programs.length} programs, ${rate}/s, ${failed}`);
  }
  console.log(`seed ${settings.seed}, ${elapsed().toFixed(0)} s: ${comparison.summary()}`);
  return comparison;
}

async function main(): Promise<number> {
  const settings = readSettings();
  if (settings === null) {
    console.error(USAGE);
    return 2;
  }
  const comparison = await compareAll(settings);
  console.log(comparison.table());
  const { failures, refusals, oracle } = comparison;
  const kept = await differencesOfKept(oracle);
  console.log(`\nkept programs: ${kept.length === 0 ? 'equal' : kept.join('\n')}`);
  for (const refusal of refusals) console.log(`refused: ${refusal}`);
  for (const { program, verdict } of failures.slice(0, settings.shown)) {
    console.log(`\n${verdict}: ${await comparison.explain(program)}`);
  }
  console.log(`\n${coverageTable(await oracle.coverage(), ownCoverage.report())}\n`);
  await oracle.close();
  console.log(`${comparison.programs - failures.length} passed, ${failures.length} failed`);
  return failures.length + kept.length === 0 ? 0 : 1;
}

process.exitCode = await main();
