// `npx tsx test/conformance/record-programs.ts`: asks CPython 3.14 what it does with some programs
// of each theme and leaves recorded-programs.jsonl, which the suite compares with: one program a
// line, as record-texts.py writes them. To be run when the generator has changed.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { THEMES } from './generator/programs.ts';
import { Oracle } from './oracle.ts';
import { drawPrograms } from './programs.ts';
import { runOf } from './text-runs.ts';

const PER_THEME = 14;
const SEED = 314;

const oracle = new Oracle();
const lines: string[] = [];
for (const { theme, place, text } of drawPrograms(PER_THEME * THEMES.length, SEED)) {
  const run = runOf(await oracle.observe(text));
  lines.push(JSON.stringify({ name: `${theme} ${place}`, text, ...run }));
}
await oracle.close();
const file = join(import.meta.dirname, 'recorded-programs.jsonl');
writeFileSync(file, `${lines.join('\n')}\n`);
console.log(`${lines.length} programs of seed ${SEED} in ${file}`);
