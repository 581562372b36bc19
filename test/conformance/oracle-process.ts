// CPython 3.14 as WebAssembly, in a process of its own: a fatal error ends the instance and not who
// asks. Requests and answers are JSON, one a line: a program's text, and what CPython did with it.
// The interpreter with the harness loaded is kept as a snapshot in .cache, since a plain start
// takes seconds; without one it starts plainly and leaves one.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { loadPyodide, type PyodideAPI, version } from 'pyodide';

const FOLDER = import.meta.dirname;
const CACHE = resolve(FOLDER, '../../.cache');
const HARNESS: readonly (readonly [string, string])[] = [
  ['virtual_loop', join(FOLDER, '../asyncio/oracle/virtual_loop.py')],
  ['oracle', join(FOLDER, 'oracle.py')],
  ['coverage', join(FOLDER, 'coverage.py')],
  ['snippets', join(FOLDER, '../differential/snippets.py')],
];

/** Imports the harness; the modules that programs may import are loaded as well. */
function prepare(python: PyodideAPI): void {
  python.FS.mkdirTree('/oracle');
  for (const [name, path] of HARNESS) {
    python.FS.writeFile(`/oracle/${name}.py`, readFileSync(path, 'utf8'));
  }
  python.runPython(`
import sys
sys.path.insert(0, '/oracle')
import ast, asyncio, concurrent.futures.thread, contextvars, inspect, json, random, traceback
import coverage, oracle, snippets
oracle.pin_set_order()
oracle.count_tasks()
`);
}

async function start(): Promise<PyodideAPI> {
  const hash = createHash('sha256').update(version);
  for (const [, path] of HARNESS) hash.update(readFileSync(path));
  const file = join(CACHE, `oracle-${version}-${hash.digest('hex').slice(0, 16)}.bin`);
  if (existsSync(file)) return await loadPyodide({ _loadSnapshot: readFileSync(file) });
  const python = await loadPyodide({ _makeSnapshot: true });
  prepare(python);
  mkdirSync(CACHE, { recursive: true });
  writeFileSync(`${file}.${process.pid}`, python.makeMemorySnapshot());
  renameSync(`${file}.${process.pid}`, file);
  return python;
}

const python = await start();
const observe = python.runPython(`
def answer(request):
    request = json.loads(request)
    if request == 'cover':
        coverage.start()
        return 'null'
    if request == 'coverage':
        return json.dumps(coverage.report())
    if 'snippets' in request:
        return json.dumps(snippets.outcomes(request['snippets']))
    if request.get('twins'):
        coverage.run_in_python(request['text'])
    return json.dumps(oracle.observe(request['text']), separators=(',', ':'))
answer`) as (request: string) => string;
process.stdout.write('"ready"\n');
for await (const line of createInterface({ input: process.stdin })) {
  process.stdout.write(`${observe(line)}\n`);
}
process.exit(0);
