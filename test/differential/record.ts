// `npx tsx test/differential/record.ts`: asks CPython 3.14 what it prints for snippets of each
// theme and leaves recorded.jsonl, which the suite compares with: one snippet a line, with its
// theme and what it prints. Of those that are drawn, the most telling are kept. To be run when a
// theme has changed.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Oracle } from '../conformance/oracle.ts';
import { drawSnippets } from './snippets.ts';
import { mostTelling, type Printed } from './telling.ts';
import { THEMES } from './themes.ts';

/** Snippets of a theme that are drawn. */
const DRAWN_PER_THEME = 500;
/** Characters of those kept in all: as so many of middle size have, within bounds. */
const KEPT_PER_THEME = 60;
const LEAST_ROOM = 17_000;
const MOST_ROOM = 56_000;
/** Snippets that CPython is asked for at once. */
const BATCH = 500;
const SEED = 314;

function roomFor(some: readonly Printed[]): number {
  const sizes = some.map(({ text, prints }) => text.length + prints.length).sort((a, b) => a - b);
  const middle = sizes[sizes.length >> 1];
  return Math.min(MOST_ROOM, Math.max(LEAST_ROOM, KEPT_PER_THEME * middle));
}

const snippets = drawSnippets(DRAWN_PER_THEME * THEMES.length, SEED);
const oracle = new Oracle();
const prints: string[] = [];
for (let start = 0; start < snippets.length; start += BATCH) {
  const some = snippets.slice(start, start + BATCH).map(({ text }) => text);
  prints.push(...(await oracle.outcomes(some)));
}
await oracle.close();
const records = snippets.map(({ theme, text }, index) => ({ theme, text, prints: prints[index] }));
const lines = THEMES.flatMap((name) => {
  const isFit = ({ theme, prints }: (typeof records)[number]): boolean =>
    theme === name && !prints.startsWith('not Python: ');
  const fit = records.filter(isFit);
  return mostTelling(fit, roomFor(fit)).map((each) => JSON.stringify(each));
});
const file = join(import.meta.dirname, 'recorded.jsonl');
writeFileSync(file, `${lines.join('\n')}\n`);
console.log(`${lines.length} snippets of seed ${SEED} in ${file}`);
