// Module `sys`: exit, the program's arguments and outputs, the version that is simulated, the
// exception being handled. Source: CPython 3.14 Python/sysmodule.c.

import { SystemExit } from '../../asyncio/exceptions.ts';
import type { Interpreter } from '../interpreter.ts';
import { builtinClass, declareType, define, tupleClass } from '../objects/classes.ts';
import { Getter } from '../objects/descriptors.ts';
import { normalise } from '../objects/integers.ts';
import { Builtin, PyModule, Tuple } from '../values.ts';
import { exceptionTriple, handledException } from './program-stack.ts';
import { stderrStream, stdoutStream } from './text-streams.ts';

const FIELDS: readonly string[] = ['major', 'minor', 'micro', 'releaselevel', 'serial'];

/** `sys.version_info`: a tuple of five whose items have names. */
export class VersionInfo extends Tuple {}

export const versionInfoClass = builtinClass('version_info', [tupleClass], 'sys');
versionInfoClass.messageName = 'sys.version_info';
versionInfoClass.isFinal = true;
declareType(VersionInfo, versionInfoClass);
define(versionInfoClass, [
  new Builtin('__repr__(self, /)', (run, self: VersionInfo) => {
    const shown = FIELDS.map((name, i) => `${name}=${run.objects.repr(run, self.items[i])}`);
    return `sys.version_info(${shown.join(', ')})`;
  }),
]);
FIELDS.forEach((name, i) => {
  versionInfoClass.attributes.set(name, new Getter(name, (_run, { items }: Tuple) => items[i]));
});

/** CPython's `sys.maxsize` where pointers have 64 bits. */
const MAX_SIZE = normalise(2n ** 63n - 1n);

const functions: readonly Builtin[] = [
  new Builtin('exit(status=None, /)', (_run, status: unknown) => {
    throw status instanceof Tuple ? new SystemExit(...status.items) : exitOf(status);
  }),
  new Builtin('exc_info()', (run) => exceptionTriple(handledException(run))),
  new Builtin('exception()', (run) => handledException(run)),
  new Builtin('getrecursionlimit()', (run) => run.limits.recursion),
  new Builtin('getdefaultencoding()', () => 'utf-8'),
  new Builtin('get_int_max_str_digits()', (run) => run.limits.digits),
];

function exitOf(status: unknown): SystemExit {
  return status === null ? new SystemExit() : new SystemExit(status);
}

/** The module of one run; without one, what there is in it. */
export function sysModule(run?: Pick<Interpreter, 'argv'>): PyModule {
  const version = new VersionInfo([3, 14, 2, 'final', 0]);
  return new PyModule(
    'sys',
    new Map<string, unknown>([
      ...functions.map((each): [string, unknown] => [each.name, each]),
      ['argv', [...(run?.argv ?? [])]],
      ['stdout', stdoutStream],
      ['stderr', stderrStream],
      ['version_info', version],
      ['version', '3.14.2 (main, Dec  5 2025, 00:00:00) [GCC 13.3.0]'],
      ['hexversion', 0x030e02f0],
      ['platform', 'linux'],
      ['byteorder', 'little'],
      ['maxsize', MAX_SIZE],
      ['maxunicode', 0x10ffff],
    ]),
  );
}
