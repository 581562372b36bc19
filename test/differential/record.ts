// `npx tsx test/differential/record.ts`: asks CPython 3.14 what it prints for snippets of each
// theme and leaves recorded.jsonl, which the suite compares with: one snippet a line, with its
// theme and what it prints. To be run when a theme has changed.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Oracle } from '../conformance/oracle.ts';
import { drawSnippets } from './snippets.ts';
import { THEMES } from './themes.ts';

/** Snippets of a theme that are recorded at most, and the characters that they may have in all. */
const PER_THEME = 120;
const SIZE_PER_THEME = 40_000;
const SEED = 314;

const snippets = drawSnippets(PER_THEME * THEMES.length, SEED);
const oracle = new Oracle();
const prints = await oracle.outcomes(snippets.map(({ text }) => text));
await oracle.close();
const sizes = new Map<string, number>();
const lines = snippets.flatMap(({ theme, text }, index) => {
  const line = JSON.stringify({ theme, text, prints: prints[index] });
  const size = (sizes.get(theme) ?? 0) + line.length;
  if (size > SIZE_PER_THEME || prints[index].startsWith('not Python: ')) return [];
  sizes.set(theme, size);
  return [line];
});
const file = join(import.meta.dirname, 'recorded.jsonl');
writeFileSync(file, `${lines.join('\n')}\n`);
console.log(`${lines.length} snippets of seed ${SEED} in ${file}`);
