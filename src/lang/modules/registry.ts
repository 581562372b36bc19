// The modules that programs can import. Most are the same for all runs; some belong to one: `random`,
// whose functions draw from the run's generator, and those that the program changes.

import type { Interpreter } from '../interpreter.ts';
import { PyModule } from '../values.ts';
import { abcModule } from './abc.ts';
import { asyncioModule } from './asyncio/module.ts';
import { bisectModule } from './bisect.ts';
import { collectionsAbcModule } from './collections/abstract.ts';
import { collectionsModule } from './collections/module.ts';
import { concurrentFuturesModule, concurrentModule } from './concurrent-futures.ts';
import { contextlibModule } from './contextlib/module.ts';
import { contextvarsModule } from './contextvars.ts';
import { copyModule } from './copy.ts';
import { dataclassesModule } from './dataclasses.ts';
import { datetimeModule } from './datetime/module.ts';
import { enumModule } from './enum.ts';
import { functoolsModule } from './functools.ts';
import { heapqModule } from './heapq.ts';
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
import { randomMethods, randomModule } from './random.ts';
import { reModule } from './re/module.ts';
import { statisticsModule } from './statistics.ts';
import { stringModule } from './string.ts';
import { sysModule } from './sys.ts';
import { textwrapModule } from './textwrap.ts';
import { timeModule } from './time.ts';
import { tracebackModule } from './traceback.ts';
import { typingModule } from './typing.ts';
import { uuidModule } from './uuid.ts';
import { warningsModule } from './warnings/module.ts';

/** `from __future__ import annotations`: everything that it names is so already. */
const futureNames = ['annotations', 'division', 'generator_stop', 'print_function'];
const futureModule = new PyModule('__future__', new Map(futureNames.map((name) => [name, true])));

const shared: readonly PyModule[] = [
  futureModule,
  abcModule,
  asyncioModule,
  bisectModule,
  collectionsModule,
  collectionsAbcModule,
  concurrentModule,
  concurrentFuturesModule,
  contextlibModule,
  contextvarsModule,
  jsonModule,
  functoolsModule,
  inspectModule,
  ioModule,
  itertoolsModule,
  dataclassesModule,
  copyModule,
  datetimeModule,
  heapqModule,
  osPathModule,
  pprintModule,
  reModule,
  statisticsModule,
  stringModule,
  textwrapModule,
  typesModule,
  enumModule,
  mathModule,
  operatorModule,
  timeModule,
  tracebackModule,
  typingModule,
  uuidModule,
];

/** Those that keep something of their run. */
function ownModules(): readonly PyModule[] {
  return [loggingModule(), sysModule(), warningsModule()];
}

/** The modules of one run, by name; `run` supplies the generator. */
export function modulesFor(run: Interpreter): ReadonlyMap<string, PyModule> {
  const random = new PyModule('random', randomModule(run));
  return new Map(
    [...shared, ...ownModules(), osModule(run), random].map((module) => [module.name, module]),
  );
}

/** What each module holds, for the checker. The methods of `random` still have their `self`. */
export function moduleTables(): ReadonlyMap<string, ReadonlyMap<string, unknown>> {
  const random = new Map<string, unknown>(randomMethods.map((each) => [each.name, each]));
  random.set('Random', null);
  const tables = [...shared, ...ownModules()].map(
    (module) => [module.name, module.attributes] as const,
  );
  return new Map([...tables, ['os', osMembers(null)], ['random', random]]);
}
