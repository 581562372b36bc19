// The machine of one run: the driver together with the program's names and modules, and what the
// simulation asks of it. Code is compiled once for each module and shared by all runs of it.

import type { EventLoop } from '../../asyncio/base-events.ts';
import type { Contexts } from '../../asyncio/contexts.ts';
import { type ProgramStack, shortened } from '../../asyncio/debugging.ts';
import { currentLoop } from '../../asyncio/events.ts';
import { BaseException } from '../../asyncio/exceptions.ts';
import type { Position } from '../../base/span.ts';
import { SimulationStop } from '../../base/stop.ts';
import type { VirtualClock } from '../../kernel/clock.ts';
import { DEFAULT_LOOP_LIMITS } from '../../kernel/limits.ts';
import { Threads } from '../../kernel/threads.ts';
import { type Access, AccessNotes } from '../accesses.ts';
import { analyse } from '../analyse.ts';
import { type CompiledModule, compileModule, expressionIn, tellsAs } from '../compile/module.ts';
import { PyRandom } from '../modules/random-generator.ts';
import { builtins } from '../objects/builtins.ts';
import { objectProtocol } from '../objects/protocol.ts';
import { repr, str } from '../objects/repr.ts';
import { truthy } from '../objects/truth.ts';
import { typeName } from '../objects/type-of.ts';
import type { Expression, Module } from '../tree.ts';
import { Builtin, Float, Tuple } from '../values.ts';
import './coroutine-methods.ts';
import { machineBuiltins } from './builtins.ts';
import { Driver } from './driver.ts';
import { Cell, Frame } from './frame.ts';
import { FrameCoroutine } from './frame-coroutine.ts';
import { ModuleProgram } from './program.ts';
import { entryOf } from './unwind.ts';

export interface MachineLimits {
  readonly recursion: number;
  readonly collection: number;
  readonly digits: number;
  /** Elementary operations inside one step. */
  readonly operations: number;
}

/** Who looks on while a program runs, which is the same then, and slower. Default: nobody. */
export interface ProgramWatch {
  /** Told of each line of the program that runs. */
  readonly onLine?: ((line: number) => void) | undefined;
  /** Told of each look at a place that tasks may share, and of each change of one. */
  readonly onAccess?: ((access: Access) => void) | undefined;
  /** Told of each exception in each frame that it comes to, caught there or not. */
  readonly onRaise?: ((error: BaseException) => void) | undefined;
}

export interface MachineOptions extends ProgramWatch {
  readonly clock: VirtualClock;
  /** Of the program, on its clock; threads of its own by default. */
  readonly threads?: Threads;
  /** Of the program's `random`. */
  readonly seed: number;
  readonly epoch: number;
  /** `sys.argv`. */
  readonly argv: readonly string[];
  /** The name that tracebacks show. */
  readonly file: string;
  /** The program's text, for the lines that stacks show. */
  readonly source?: string;
  readonly limits: MachineLimits;
  readonly newLoop: () => EventLoop;
  /** How long a wait of `seconds` in a thread is. Default: as long. */
  readonly duration?: (seconds: number) => number;
  /** Those of the loops. */
  readonly contexts: Contexts;
  /** Whether get_event_loop makes no loop, as in 3.14. Default false. */
  readonly strict314?: boolean;
  readonly write: (stream: 'stdout' | 'stderr', text: string) => void;
  /** Told of an error that nothing can catch. Default: nobody. */
  readonly onIgnored?: (message: string, error: BaseException) => void;
}

/** Words that a scenario has beside the built-in names. */
const words: ReadonlyMap<string, unknown> = new Map([
  ['now', new Builtin('now()', (run) => new Float(run.now()))],
  [
    'block',
    new Builtin('block(seconds)', (run, seconds: unknown) =>
      run.block(seconds instanceof Float ? seconds.value : Number(seconds)),
    ),
  ],
]);

/** Modules that a scenario has at hand without import, and asyncio's names by themselves. */
const AT_HAND = ['asyncio', 'random', 'math', 'time'];

/** `time.sleep`: holds the running loop, or moves the clock where none runs; threads go on. */
function block(threads: Threads, seconds: number): void {
  const loop = currentLoop();
  if (loop !== null) {
    loop.block(seconds);
    return;
  }
  const when = threads.clock.now + seconds;
  threads.runUntil(when);
  threads.clock.jump(when);
}

/** Items of a list that are searched for an object's name. */
const MAXIMUM_SEARCHED = 1000;

/** Frames that a coroutine keeps of where it was made: asyncio's constants.DEBUG_STACK_DEPTH. */
const ORIGIN_DEPTH = 10;

/** One for each way of telling: runs that tell and runs that do not may take turns. */
const compiled = new WeakMap<Module, readonly CompiledModule[]>();

export class Machine extends Driver {
  readonly argv: readonly string[];
  readonly file: string;
  readonly source: string;
  /** Whether coroutines that are made while a loop runs keep the stack where that was. */
  tracksOrigins = false;
  /** The last place that held the loop. */
  blockedAt: Position | null = null;
  #module: CompiledModule | null = null;
  #program: ModuleProgram | null = null;

  constructor(options: MachineOptions) {
    const { clock, limits } = options;
    const threads = options.threads ?? new Threads(clock, DEFAULT_LOOP_LIMITS);
    super({
      limits,
      objects: objectProtocol,
      random: new PyRandom(options.seed),
      epoch: options.epoch,
      write: options.write,
      now: () => clock.now,
      block: (seconds) => block(threads, seconds),
      duration: options.duration ?? ((seconds) => seconds),
      threads,
      newLoop: options.newLoop,
      contexts: options.contexts,
      strict314: options.strict314 ?? false,
      maxOperations: limits.operations,
      step: () => clock.handles,
    });
    this.onLine = options.onLine ?? null;
    this.onRaise = options.onRaise ?? null;
    this.onIgnored = options.onIgnored ?? null;
    const { onAccess } = options;
    this.accesses = onAccess === undefined ? null : new AccessNotes(clock, onAccess);
    this.file = options.file;
    this.argv = options.argv.length === 0 ? [this.file] : options.argv;
    this.source = options.source ?? '';
  }

  /** Compiles a checked module, once for all runs, and makes its program. */
  program(module: Module, shared: ReadonlySet<string> = new Set()): ModuleProgram {
    const known = compiled.get(module) ?? [];
    const telling = { lines: this.onLine !== null, accesses: this.accesses !== null };
    let code = known.find((each) => each.file === this.file && tellsAs(each, telling));
    if (code === undefined) {
      code = compileModule(module, analyse(module, { shared }), this.file, telling);
      compiled.set(module, [...known.filter((each) => !tellsAs(each, telling)), code]);
    }
    this.#module = code;
    this.hasGenerators = code.hasGenerators;
    this.#fillGlobals(code);
    const frame = new Frame(code.code, this, code.code.template.slice());
    this.#program = new ModuleProgram(frame);
    return this.#program;
  }

  #fillGlobals(module: CompiledModule): void {
    const { names } = module.globals;
    this.globalNames = names;
    for (let i = this.globals.length; i < names.length; i++) {
      this.globals.push(undefined);
      this.builtins.push(this.#builtin(names[i]));
    }
    this.#define('__name__', '__main__');
    this.#define('__file__', this.file);
    this.#define('__doc__', module.doc);
  }

  #define(name: string, value: unknown): void {
    const index = this.#module?.globals.find(name);
    if (index !== undefined) this.globals[index] = value;
  }

  /** The value of a name that the module does not bind. */
  #builtin(name: string): unknown {
    const known = words.get(name) ?? machineBuiltins.get(name) ?? builtins.get(name);
    if (known !== undefined) return known;
    if (name === 'log') return builtins.get('print');
    if (AT_HAND.includes(name)) return this.modules.get(name);
    return this.modules.get('asyncio')?.attributes.get(name);
  }

  /** The lines of the program that have instructions; null where these tell nothing. */
  get lines(): ReadonlySet<number> | null {
    return this.#module?.lines ?? null;
  }

  /** The module's variables that are bound, in order of their first mention. */
  variables(): [name: string, value: unknown][] {
    const names = this.#module?.globals.names ?? [];
    const all = names.map((name, index): [string, unknown] => [name, this.globals[index]]);
    return all.filter(([name, value]) => value !== undefined && !/^__\w+__$/.test(name));
  }

  /** Sets names that expectations read in the end. */
  endNames(names: { readonly result: unknown; readonly error: unknown }): void {
    const { result, error } = names;
    this.#define('result', result === undefined ? null : result);
    this.#define('error', error === undefined ? null : error);
  }

  /**
   * An expression of the module's scope as something to be evaluated again and again: null where it
   * is true, empty where it is false, else what it raises.
   */
  expectation(expectation: { readonly expression: Expression }): () => string | null {
    const evaluate = this.evaluator(expectation.expression);
    return () => {
      try {
        return truthy(this, evaluate()) ? null : '';
      } catch (error) {
        if (error instanceof SimulationStop) throw error;
        return this.#describe(error);
      }
    };
  }

  #describe(error: unknown): string {
    if (!(error instanceof BaseException)) return String(error);
    const text = str(this, error);
    return text === '' ? error.typeName : `${error.typeName}: ${text}`;
  }

  /** Evaluates an expression in the module's scope. Throws what it raises. */
  evaluator(expression: Expression): () => unknown {
    const module = this.#module as CompiledModule;
    const code = expressionIn(module, expression);
    this.#fillGlobals(module);
    return () => this.runToEnd(new Frame(code, this, code.template.slice()));
  }

  repr(value: unknown): string {
    return repr(this, value);
  }

  str(value: unknown): string {
    return str(this, value);
  }

  typeName(value: unknown): string {
    return typeName(value);
  }

  /** As the driver's; the place is kept. */
  override block(seconds: number): unknown {
    this.blockedAt = this.position();
    return super.block(seconds);
  }

  override noteCreated(coroutine: object): void {
    super.noteCreated(coroutine);
    if (!this.tracksOrigins || currentLoop()?.getDebug() !== true) return;
    (coroutine as FrameCoroutine).origin = shortened(this.stack(), ORIGIN_DEPTH);
  }

  /** Where the program stands, through what the running task awaits. */
  stack(): ProgramStack {
    const running: Frame[] = [];
    for (let each = this.top; each !== null; each = each.caller) running.push(each);
    running.reverse();
    const loop = currentLoop();
    if (loop === null) return { module: [], running: running.map(entryOf) };
    const outer = (loop.currentTask?.getStack() ?? [])
      .flatMap((each) => (each instanceof FrameCoroutine ? each.frames : []))
      .filter((each) => !running.includes(each));
    const module = this.#program?.frames ?? [];
    return { module: module.map(entryOf), running: [...outer, ...running].map(entryOf) };
  }

  /** What a tracer asks. */
  readonly traceContext: {
    position(): Position | null;
    nameOf(object: object): string | null;
    repr(value: unknown): string;
  } = {
    position: () => this.position() ?? currentLoop()?.currentTask?.position ?? null,
    nameOf: (object) => this.#nameOf(object),
    repr: (value) => repr(this, value),
  };

  /** The name of a global, a local of the running frame, or an item of such a list or tuple. */
  #nameOf(object: object): string | null {
    const globals = this.#module?.globals.names ?? [];
    const { top } = this;
    const locals = top === null ? [] : top.code.slotNames;
    return (
      nameIn(globals, this.globals, object) ??
      (top === null ? null : nameIn(locals, top.slots, object))
    );
  }
}

function nameIn(
  names: readonly string[],
  values: readonly unknown[],
  object: object,
): string | null {
  let inside: string | null = null;
  for (let i = 0; i < names.length; i++) {
    const slot = values[i];
    const value = slot instanceof Cell ? slot.value : slot;
    if (value === object && names[i] !== '') return names[i];
    const items = value instanceof Tuple ? value.items : value;
    if (inside !== null || !Array.isArray(items) || items.length > MAXIMUM_SEARCHED) continue;
    const index = items.indexOf(object);
    if (index >= 0) inside = `${names[i]}[${index}]`;
  }
  return inside;
}
