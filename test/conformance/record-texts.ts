// Runs record-texts.py in CPython as WebAssembly. What it is for and how to call it stands there.
import { join, resolve } from 'node:path';
import { loadPyodide } from 'pyodide';

const python = await loadPyodide();
const folder = resolve(import.meta.dirname, '..');
python.FS.mkdirTree('/test');
python.FS.mount(python.FS.filesystems.NODEFS, { root: folder }, '/test');
python.globals.set('areas', python.toPy(process.argv.slice(2)));
python.runPython(`
import sys, importlib.util
place = '/test/conformance/record-texts.py'
spec = importlib.util.spec_from_file_location('record_texts', place)
record = importlib.util.module_from_spec(spec)
spec.loader.exec_module(record)
record.main(list(areas))
`);
console.log(`written to ${join(folder, 'conformance')}`);
process.exit(0);
