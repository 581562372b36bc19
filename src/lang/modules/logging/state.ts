// What the module `logging` keeps of a run: its loggers by name, the names of levels, what was
// disabled. A level is an int with a name, or any int between. Source: CPython Lib/logging/
// __init__.py (_levelToName, _checkLevel, Manager).

import { PyTypeError, ValueError } from '../../../asyncio/exceptions.ts';
import type { Interpreter } from '../../interpreter.ts';
import { isInt } from '../../objects/type-of.ts';
import { type Instance, PyModule } from '../../values.ts';

export const CRITICAL = 50;
export const ERROR = 40;
export const WARNING = 30;
export const INFO = 20;
export const DEBUG = 10;
export const NOTSET = 0;

const NAMES: readonly (readonly [string, number])[] = [
  ['CRITICAL', CRITICAL],
  ['FATAL', CRITICAL],
  ['ERROR', ERROR],
  ['WARN', WARNING],
  ['WARNING', WARNING],
  ['INFO', INFO],
  ['DEBUG', DEBUG],
  ['NOTSET', NOTSET],
];

export class LoggingModule extends PyModule {
  readonly root: Instance;
  /** Handles what no handler has been set up for. */
  readonly lastResort: Instance;
  readonly loggers = new Map<string, Instance>();
  /** Both ways, as the program may add its own. */
  readonly levelOfName = new Map<string, unknown>(NAMES);
  readonly nameOfLevel = new Map<unknown, unknown>(
    NAMES.filter(([name]) => name !== 'FATAL' && name !== 'WARN').map(([name, level]) => [
      level,
      name,
    ]),
  );
  /** Nothing of this level and below is logged. */
  disabled: number = NOTSET;

  constructor(attributes: ReadonlyMap<string, unknown>, root: Instance, lastResort: Instance) {
    super('logging', attributes);
    this.root = root;
    this.lastResort = lastResort;
  }
}

/** The module of a run. */
export function stateOf(run: Interpreter): LoggingModule {
  return run.modules?.get('logging') as LoggingModule;
}

/** A level that is given as an int or by name. Throws ValueError, TypeError. */
export function checkLevel(run: Interpreter, level: unknown): number {
  if (isInt(level)) return Number(level);
  if (typeof level === 'string') {
    const found = stateOf(run).levelOfName.get(level);
    if (found !== undefined) return Number(found);
    throw new ValueError(`Unknown level: ${run.objects.repr(run, level)}`);
  }
  const shown = run.objects.repr(run, level);
  throw new PyTypeError(`Level not an integer or a valid string: ${shown}`);
}

/** `logging.getLevelName(level)`: the name of a level, or the level of a name. */
export function levelName(run: Interpreter, level: unknown): unknown {
  const { nameOfLevel, levelOfName } = stateOf(run);
  const found = nameOfLevel.get(level) ?? levelOfName.get(level as string);
  return found ?? `Level ${run.objects.str(run, level)}`;
}
