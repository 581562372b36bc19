// Records anew what CPython prints for the programs beside this file, each in an interpreter of its
// own: `npx tsx test/lang/reports/record.ts`. What is left out of it stands in record.py.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadPyodide } from 'pyodide';

const FOLDER = import.meta.dirname;
for (const name of readdirSync(FOLDER)) {
  if (!name.endsWith('.py') || name === 'record.py') continue;
  const python = await loadPyodide();
  python.FS.writeFile('/home/pyodide/record.py', readFileSync(join(FOLDER, 'record.py')));
  python.runPython('import sys; sys.path.insert(0, "/home/pyodide")');
  const record = python.pyimport('record') as { output: (name: string, text: string) => string };
  const text = record.output(name, readFileSync(join(FOLDER, name), 'utf8'));
  writeFileSync(join(FOLDER, name.replace(/\.py$/, '.out')), text);
}
process.exit(0);
