// `import`. Modules are those of the simulator, known before anything runs; the checker refuses all
// others, and a program that gets here nevertheless sees CPython's ModuleNotFoundError.

import { ImportError, ModuleNotFoundError } from '../../asyncio/exceptions.ts';
import type { Frame } from '../machine/frame.ts';
import type { Import, ImportFrom } from '../tree.ts';
import type { PyModule } from '../values.ts';
import type { Context } from './context.ts';
import { writeName } from './names.ts';

function moduleNamed(frame: Frame, name: string): PyModule {
  const module = frame.machine.modules.get(name);
  if (module !== undefined) return module;
  const parent = name.slice(0, Math.max(0, name.lastIndexOf('.')));
  const isPackage = parent === '' || frame.machine.modules.has(parent);
  const reason = isPackage && parent !== '' ? `; '${parent}' is not a package` : '';
  const error = new ModuleNotFoundError(`No module named '${name}'${reason}`);
  error.name = name;
  throw error;
}

export function compileImport(c: Context, node: Import): void {
  for (const { name, asname, span } of node.names) {
    const write = writeName(c, asname ?? name.split('.')[0]);
    c.act(span, (frame) => {
      frame.at = null;
      const module = moduleNamed(frame, name);
      const root = name.split('.')[0];
      write(frame, asname !== null || root === name ? module : moduleNamed(frame, root));
    });
  }
}

export function compileImportFrom(c: Context, node: ImportFrom): void {
  for (const { name, asname } of node.names) {
    if (name === '*') {
      importStar(c, node);
      continue;
    }
    const write = writeName(c, asname ?? name);
    c.act(node.span, (frame) => {
      frame.at = null;
      const module = moduleNamed(frame, node.module);
      const value =
        module.attributes.get(name) ?? frame.machine.modules.get(`${node.module}.${name}`);
      if (value === undefined) {
        const message = `cannot import name '${name}' from '${node.module}' (unknown location)`;
        const error = new ImportError(message);
        error.name = node.module;
        error.nameFrom = name;
        error.module = module;
        throw error;
      }
      write(frame, value);
    });
  }
}

/** Binds what the program mentions: names that it does not mention cannot be missed. */
function importStar(c: Context, node: ImportFrom): void {
  const { globals } = c.module;
  c.act(node.span, (frame) => {
    frame.at = null;
    for (const [name, value] of moduleNamed(frame, node.module).attributes) {
      if (name.startsWith('_')) continue;
      const index = globals.find(name);
      if (index !== undefined) frame.machine.globals[index] = value;
    }
  });
}
