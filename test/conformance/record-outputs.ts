// `npx tsx test/conformance/record-outputs.ts [NAME…]`: asks CPython 3.14 what the kept programs
// print and leaves it beside them. Programs with threads, which WebAssembly has not, and those of a
// style that 3.14 refuses are run in real time by `python3`. To be run when a program is new or has
// changed.
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import {
  KEPT_FOLDERS,
  type KeptProgram,
  keptPrograms,
  outputOf,
  withoutAddresses,
} from './kept-programs.ts';
import { Oracle } from './oracle.ts';

const oracle = new Oracle();

async function cpythonOutput({ name, text, isRecordedInRealTime }: KeptProgram): Promise<string> {
  if (!isRecordedInRealTime) return outputOf(await oracle.observe(text));
  const { stdout, status, stderr } = spawnSync('python3', ['-c', text], { encoding: 'utf8' });
  if (status !== 0) throw new Error(`${name}: ${stderr}`);
  return withoutAddresses(stdout);
}

const wanted = process.argv.slice(2);
let count = 0;
for (const program of KEPT_FOLDERS.flatMap(keptPrograms)) {
  if (wanted.length > 0 && !wanted.some((each) => program.name.endsWith(each))) continue;
  writeFileSync(program.outputFile, await cpythonOutput(program));
  count++;
}
await oracle.close();
console.log(`${count} outputs written`);
