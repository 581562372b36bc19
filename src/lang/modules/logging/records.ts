// LogRecord: what is logged, with when, where and by whom. Process and thread have fixed numbers; a
// pool's thread has no name. Source: CPython Lib/logging/__init__.py (LogRecord).

import { currentLoop } from '../../../asyncio/events.ts';
import type { Interpreter } from '../../interpreter.ts';
import { Dict } from '../../objects/dict.ts';
import { normalise } from '../../objects/integers.ts';
import { nativeClass } from '../../objects/native-class.ts';
import { LibraryFunction } from '../../objects/signature.ts';
import { truthy } from '../../objects/truth.ts';
import { formatPercent } from '../../text/percent.ts';
import { Float, Instance, Tuple } from '../../values.ts';
import { nanoseconds, unixTime } from '../time.ts';
import { levelName } from './state.ts';

/** What `os.getpid()` and `threading.get_ident()` would give. */
const PROCESS = 4242;
const THREAD = 140_000_000_000_000;

/** A single dict as the arguments holds their names. */
function argumentsOf(args: unknown): unknown {
  if (!(args instanceof Tuple) || args.items.length !== 1) return args;
  const [only] = args.items;
  return only instanceof Dict && only.size > 0 ? only : args;
}

function taskName(): unknown {
  return currentLoop()?.currentTask?.getName() ?? null;
}

function initialise(
  run: Interpreter,
  self: Instance,
  name: unknown,
  level: unknown,
  pathname: unknown,
  lineno: unknown,
  msg: unknown,
  args: unknown,
  excInfo: unknown,
  func: unknown,
  sinfo: unknown,
): null {
  const time = nanoseconds(unixTime(run));
  const filename = run.objects.str(run, pathname).replace(/^.*\//s, '');
  const fields: readonly (readonly [string, unknown])[] = [
    ['name', name],
    ['msg', msg],
    ['args', argumentsOf(args)],
    ['levelname', levelName(run, level)],
    ['levelno', level],
    ['pathname', pathname],
    ['filename', filename],
    ['module', filename.replace(/(?<=.)\.[^.]*$/s, '')],
    ['exc_info', excInfo],
    ['exc_text', null],
    ['stack_info', sinfo],
    ['lineno', lineno],
    ['funcName', func],
    ['created', new Float(Number(time) / 1e9)],
    ['msecs', new Float(Number((time % 1_000_000_000n) / 1_000_000n))],
    ['relativeCreated', new Float(Number(time - nanoseconds(run.epoch)) / 1e6)],
    ['thread', normalise(BigInt(THREAD))],
    ['threadName', run.threads.current.name],
    ['processName', 'MainProcess'],
    ['process', PROCESS],
    ['taskName', taskName()],
  ];
  for (const [key, value] of fields) self.attributes.set(key, value);
  return null;
}

export const logRecordClass = nativeClass('LogRecord', 'logging', [
  new LibraryFunction(
    '__init__(self, name, level, pathname, lineno, msg, args, exc_info, func=None, sinfo=None)',
    initialise,
  ),
  new LibraryFunction('getMessage(self)', (run, self: Instance) => {
    const msg = run.objects.str(run, self.attributes.get('msg'));
    const args = self.attributes.get('args');
    return truthy(run, args) ? formatPercent(run, msg, args) : msg;
  }),
  new LibraryFunction('__repr__(self)', (run, self: Instance) => {
    const shown = ['name', 'levelno', 'pathname', 'lineno', 'msg'].map((name) =>
      run.objects.str(run, self.attributes.get(name)),
    );
    return `<LogRecord: ${shown.slice(0, 4).join(', ')}, "${shown[4]}">`;
  }),
]);

export function isRecord(value: unknown): value is Instance {
  return value instanceof Instance && value.cls.mro.includes(logRecordClass);
}
