// The modules that programs can import. Most are the same for all runs; some belong to one: `random`,
// whose functions draw from the run's generator, and those that the program changes.

import type { Interpreter, RunModules } from '../interpreter.ts';
import { PyModule } from '../values.ts';
import { abcModule } from './abc.ts';
import { argparseModule } from './argparse/module.ts';
import { asyncioModule } from './asyncio/module.ts';
import { base64Module } from './base64.ts';
import { binasciiModule } from './binascii.ts';
import { bisectModule } from './bisect.ts';
import { collectionsAbcModule } from './collections/abstract.ts';
import { collectionsModule } from './collections/module.ts';
import { concurrentFuturesModule, concurrentModule } from './concurrent-futures.ts';
import { contextlibModule } from './contextlib/module.ts';
import { contextvarsModule } from './contextvars.ts';
import { copyModule } from './copy.ts';
import { csvModule } from './csv.ts';
import { dataclassesModule } from './dataclasses.ts';
import { datetimeModule } from './datetime/module.ts';
import { decimalModule } from './decimal/module.ts';
import { enumModule } from './enum.ts';
import { fnmatchModule } from './fnmatch.ts';
import { fractionsModule } from './fractions.ts';
import { functoolsModule } from './functools.ts';
import { graphlibModule } from './graphlib.ts';
import { hashlibModule } from './hashlib.ts';
import { heapqModule } from './heapq.ts';
import { hmacModule } from './hmac.ts';
import { htmlModule } from './html.ts';
import { inspectModule } from './inspect.ts';
import { typesModule } from './interpreter-types.ts';
import { ioModule } from './io.ts';
import { itertoolsModule } from './itertools.ts';
import { jsonModule } from './json.ts';
import { loggingModule } from './logging/module.ts';
import { mathModule } from './math.ts';
import { operatorModule } from './operator.ts';
import { osMembers, osModule, osPathModule } from './os.ts';
import { pprintModule } from './pprint.ts';
import { queueModule } from './queue.ts';
import { randomMethods, randomModule, systemRandomClass } from './random.ts';
import { reModule } from './re/module.ts';
import { secretsModule } from './secrets.ts';
import { shlexModule } from './shlex.ts';
import { statisticsModule } from './statistics.ts';
import { stringModule } from './string.ts';
import { structModule } from './struct.ts';
import { sysModule } from './sys.ts';
import { textwrapModule } from './textwrap.ts';
import { threadingModule } from './threading/module.ts';
import { timeModule } from './time.ts';
import { tracebackModule } from './traceback.ts';
import { typingModule } from './typing.ts';
import { urllibModule, urlParseModule } from './url-parse.ts';
import { uuidModule } from './uuid.ts';
import { warningsModule } from './warnings/module.ts';
import { zlibModule } from './zlib.ts';

/** `from __future__ import annotations`: everything that it names is so already. */
const futureNames = ['annotations', 'division', 'generator_stop', 'print_function'];
const futureModule = new PyModule('__future__', new Map(futureNames.map((name) => [name, true])));

const sharedModules: readonly PyModule[] = [
  futureModule,
  abcModule,
  argparseModule,
  asyncioModule,
  base64Module,
  binasciiModule,
  bisectModule,
  collectionsModule,
  collectionsAbcModule,
  concurrentModule,
  concurrentFuturesModule,
  contextlibModule,
  contextvarsModule,
  jsonModule,
  csvModule,
  fnmatchModule,
  fractionsModule,
  functoolsModule,
  htmlModule,
  inspectModule,
  ioModule,
  itertoolsModule,
  dataclassesModule,
  copyModule,
  datetimeModule,
  graphlibModule,
  heapqModule,
  hmacModule,
  osPathModule,
  pprintModule,
  queueModule,
  reModule,
  secretsModule,
  shlexModule,
  statisticsModule,
  stringModule,
  structModule,
  textwrapModule,
  threadingModule,
  typesModule,
  enumModule,
  mathModule,
  operatorModule,
  timeModule,
  tracebackModule,
  typingModule,
  urllibModule,
  urlParseModule,
  uuidModule,
  zlibModule,
];

const shared: ReadonlyMap<string, PyModule> = new Map(
  sharedModules.map((module) => [module.name, module]),
);

/** Those that keep something of their run. */
const own: ReadonlyMap<string, (run: Interpreter) => PyModule> = new Map([
  ['hashlib', hashlibModule],
  ['decimal', decimalModule],
  ['logging', loggingModule],
  ['os', osModule],
  ['random', (run) => new PyModule('random', randomModule(run))],
  ['sys', sysModule],
  ['warnings', warningsModule],
]);

/** The modules of one run. */
export function modulesFor(run: Interpreter): RunModules {
  const made = new Map<string, PyModule>();
  return {
    get(name) {
      const known = shared.get(name) ?? made.get(name);
      const make = known === undefined ? own.get(name) : undefined;
      if (make === undefined) return known;
      const module = make(run);
      made.set(name, module);
      return module;
    },
    has: (name) => shared.has(name) || own.has(name),
    isMade: (name) => shared.has(name) || made.has(name),
  };
}

/** What each module holds, for the checker. The methods of `random` still have their `self`. */
export function moduleTables(): ReadonlyMap<string, ReadonlyMap<string, unknown>> {
  const random = new Map<string, unknown>(randomMethods.map((each) => [each.name, each]));
  random.set('Random', null);
  random.set('SystemRandom', systemRandomClass);
  const all = [
    ...sharedModules,
    decimalModule(),
    hashlibModule(null),
    loggingModule(),
    sysModule(),
    warningsModule(),
  ];
  const tables = all.map((module) => [module.name, module.attributes] as const);
  return new Map([...tables, ['os', osMembers(null)], ['random', random]]);
}
