// Runs record-oracle.py in CPython as WebAssembly. What it is for and how to call it stands there.
import { join } from 'node:path';
import { loadPyodide } from 'pyodide';

const python = await loadPyodide();
const folder = import.meta.dirname;
python.FS.mkdirTree('/asyncio');
python.FS.mount(python.FS.filesystems.NODEFS, { root: folder }, '/asyncio');
python.globals.set('areas', python.toPy(process.argv.slice(2)));
python.runPython(`
import sys, importlib.util
spec = importlib.util.spec_from_file_location('record_oracle', '/asyncio/record-oracle.py')
record = importlib.util.module_from_spec(spec)
spec.loader.exec_module(record)
record.main(list(areas))
`);
console.log(`written to ${join(folder, 'oracle')}`);
process.exit(0);
