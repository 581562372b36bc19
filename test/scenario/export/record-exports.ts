// Runs the exported scenarios on CPython 3.14.2 and records what they print, in
// recorded-exports.jsonl: the plain ones on the virtual clock of the conformance suite, the virtual
// ones on the clock that they bring along. Run it when an export has changed:
// npx tsx test/scenario/export/record-exports.ts
import { writeFileSync } from 'node:fs';
import { loadPyodide } from 'pyodide';
import { Oracle } from '../../conformance/oracle.ts';
import { allExports, RECORD, type RecordedExport } from './exported.ts';

const python = await loadPyodide();
/** A program of its own: what it prints until it ends, or until it gives up in a deadlock. */
const run = python.runPython(`
import asyncio, contextlib, io, os

class Ended(BaseException):
    pass

def run(text):
    output = io.StringIO()
    printed = []
    def leave(code):
        printed.append(output.getvalue())
        raise Ended()
    os._exit = leave
    asyncio._set_running_loop(None)
    with contextlib.redirect_stdout(output), contextlib.suppress(Ended):
        exec(compile(text, 'program.py', 'exec'), {'__name__': '__main__'})
    return printed[0] if printed else output.getvalue()
run`) as (text: string) => string;

const oracle = new Oracle();
const records: RecordedExport[] = [];
for (const { file, isVirtual, text, hash } of allExports()) {
  const printed = isVirtual
    ? run(text)
    : (await oracle.observe(text)).printed.map(([, , , piece]) => piece).join('');
  records.push({ file, isVirtual, hash, lines: printed.split('\n').slice(0, -1) });
}
writeFileSync(RECORD, records.map((each) => `${JSON.stringify(each)}\n`).join(''));
await oracle.close();
process.exit(0);
