// `npm run test:language -- --snippets 10000 --seed 1 [--theme NAME]… [--show 5]`: short programs at
// random, run by CPython 3.14 and by the simulator, and what they print compared. What differs is
// shrunk and shown with both outputs, and the exit code is 1.
import { parseArgs } from 'node:util';
import { Comparison } from './comparison.ts';
import { drawSnippets } from './snippets.ts';
import { THEMES } from './themes.ts';

interface Settings {
  readonly snippets: number;
  readonly seed: number;
  readonly themes: readonly string[];
  /** How many of those that differ are shrunk and shown. */
  readonly shown: number;
}

/** Snippets that CPython is asked for at once. */
const BATCH = 500;

const USAGE = `npm run test:language -- [--snippets 10000] [--seed 1] [--theme NAME]… [--show 5]
themes: ${THEMES.join(', ')}`;

function readSettings(): Settings | null {
  const { values } = parseArgs({
    options: {
      snippets: { type: 'string', default: '10000' },
      seed: { type: 'string', default: '1' },
      theme: { type: 'string', multiple: true, default: [] },
      show: { type: 'string', default: '5' },
      help: { type: 'boolean', default: false },
    },
  });
  const { help, theme } = values;
  const [snippets, seed, shown] = [values.snippets, values.seed, values.show].map(Number);
  const themes = theme.length === 0 ? THEMES : theme;
  const areKnown = themes.every((each) => THEMES.includes(each));
  const areNumbers = snippets >= 1 && Number.isInteger(seed) && shown >= 0;
  return help || !areKnown || !areNumbers ? null : { snippets, seed, themes, shown };
}

async function main(): Promise<number> {
  const settings = readSettings();
  if (settings === null) {
    console.error(USAGE);
    return 2;
  }
  const { snippets, seed, themes, shown } = settings;
  const comparison = new Comparison();
  const drawn = drawSnippets(snippets, seed, themes);
  for (let start = 0; start < drawn.length; start += BATCH) {
    await comparison.add(drawn.slice(start, start + BATCH));
  }
  console.log(comparison.table());
  const { differing, refusals, spent, oracle } = comparison;
  for (const [reason, { count, text }] of [...refusals].slice(0, shown)) {
    console.log(`\n${count} times ${reason}${text}`);
  }
  for (const snippet of differing.slice(0, shown)) {
    console.log(`\n${await comparison.explain(snippet)}`);
  }
  await oracle.close();
  const rate = (milliseconds: number): string => ((drawn.length / milliseconds) * 1000).toFixed(0);
  console.log(`\n${drawn.length} snippets of seed ${seed}, ${differing.length} differ`);
  console.log(`${rate(spent.cpython)}/s on CPython, ${rate(spent.here)}/s here`);
  return differing.length === 0 ? 0 : 1;
}

process.exitCode = await main();
