// A frame: one activation of a piece of code. Its whole state is plain data (program counter,
// slots, links), so it can be read by tracebacks and the debugger, and copied. An operation is a
// closure that gets the frame and answers with the next program counter, or with one of the
// negative codes below; the driver is in driver.ts. Variables, cells and temporaries share one
// array of slots; `undefined` marks what is unbound.

import type { Coroutine, Signal } from '../../asyncio/coroutines.ts';
import type { BaseException } from '../../asyncio/exceptions.ts';
import type { Span } from '../../base/span.ts';
import type { AccessNotes } from '../accesses.ts';
import type { Interpreter, RunModules } from '../interpreter.ts';

/** The frame is done; the machine's `value` holds what it returns. */
export const RETURN = -1;
/** A callee was pushed: the machine's `top`. */
export const CALL = -2;
/** The frame gives `value` out and waits at this instruction for what `target` will get. */
export const YIELD = -3;
/** The same for an item of an asynchronous generator, as opposed to what it awaits. */
export const ITEM = -4;
/** The module has to wait, `value` says for what; any frame on top of it may do that. */
export const SUSPEND = -6;
/** The slice is used up; `top` goes on at its program counter. */
export const PREEMPT = -5;

export type Operation = (frame: Frame) => number;

// What a frame is the activation of.
export const FUNCTION = 0;
export const INITIALISER = 1;
export const GENERATOR = 2;
export const COROUTINE = 3;
export const ASYNC_GENERATOR = 4;
export const CLASS_BODY = 5;
export const MODULE = 6;
/** The bottom of a thread's stack. */
export const JOB = 7;
/** A function whose value is kept by who called it: its owner is a Recall. */
export const REMEMBERED = 8;
export type Role =
  | typeof FUNCTION
  | typeof INITIALISER
  | typeof GENERATOR
  | typeof COROUTINE
  | typeof ASYNC_GENERATOR
  | typeof CLASS_BODY
  | typeof MODULE
  | typeof JOB
  | typeof REMEMBERED;

/** A variable that several frames share. */
export class Cell {
  value: unknown = undefined;
}

/**
 * Where an exception goes that is raised under a `try`: it is put into `slot`, and `pc` goes on.
 */
export interface Handler {
  readonly pc: number;
  readonly slot: number;
}

/**
 * An `except` or `finally` block being run: the slot that holds its exception, and the block around
 * it (-1).
 */
export interface Handling {
  readonly slot: number;
  readonly outer: number;
}

/** Parameters in order: positional-only, positional, `*rest`, keyword-only, `**rest`. */
export interface ParameterLayout {
  /** Names of all but the two rests; their slots are 0, 1, …. */
  readonly names: readonly string[];
  readonly positionalOnly: number;
  /** Positional ones, the positional-only included. */
  readonly positional: number;
  readonly keywordOnly: number;
  /** Slots of the rests, -1 for none. */
  readonly restSlot: number;
  readonly keywordRestSlot: number;
}

/**
 * What a function, class body or module was compiled to. Shared by all runs; never changed once
 * built.
 */
export interface Code {
  readonly name: string;
  readonly qualname: string;
  readonly file: string;
  readonly role: Role;
  readonly isAsync: boolean;
  readonly span: Span;
  /** `co_firstlineno`: the line of its first decorator, or of its definition. */
  readonly firstLine: number;
  readonly doc: string | null;
  readonly parameters: ParameterLayout;
  /** Number of arguments, where plain positional ones fill the slots 0, 1, …; else -1. */
  readonly simpleArity: number;
  /** The slots of a new frame, all unbound. */
  readonly template: readonly unknown[];
  /** Slots whose variable is shared with inner frames: each gets a new cell. */
  readonly cellSlots: readonly number[];
  /** Slots for the cells that the function was made with, in order. */
  readonly freeSlots: readonly number[];
  readonly needsCells: boolean;
  readonly operations: readonly Operation[];
  readonly spans: readonly Span[];
  /** For each instruction: index into `handlers`, -1 for none. */
  readonly handlerAt: readonly number[];
  readonly handlers: readonly Handler[];
  /** For each instruction: index into `handlings`, -1 outside of all handlers. */
  readonly handlingAt: readonly number[];
  readonly handlings: readonly Handling[];
  /** Instructions that wait for a sub-iterator (`yield from`): the slot that holds it. */
  readonly delegating: ReadonlyMap<number, number>;
  /** Slots of variables that may own a generator: see ownership.ts. */
  readonly owned: readonly number[];
  /** Names of the functions whose calls are all that it returns; none where it does otherwise. */
  readonly makes: readonly string[];
  /** Names of the variables by slot; temporaries have none. */
  readonly slotNames: readonly string[];
}

/** What operations ask of the machine beyond the interpreter's services. */
export interface Runtime extends Interpreter {
  /** Module-level variables by index, and the built-ins of the same names. */
  readonly globals: unknown[];
  readonly globalNames: readonly string[];
  readonly builtins: unknown[];
  readonly modules: RunModules;
  /** Told of each write to a module-level variable; null for nobody. */
  readonly onWrite: ((name: string, value: unknown) => void) | null;
  /** Told of each line that runs, where the code was compiled to tell it; null for nobody. */
  readonly onLine: ((line: number) => void) | null;
  /** Told of each exception in each frame that it comes to; null for nobody. */
  readonly onRaise: ((error: BaseException) => void) | null;
  /** Told of shared places, where the code was compiled to tell of them; null for nobody. */
  readonly accesses: AccessNotes | null;
  /** The frame that runs. */
  top: Frame | null;
  /** What the last RETURN, YIELD or ITEM handed over. */
  value: unknown;
  /**
   * Whether awaited coroutines run as frames on top of who awaits them; not where each is traced.
   */
  readonly pushesAwaits: boolean;
  /** Whether a loop may be asked for now: by the module, not by a callback. */
  readonly canSuspend: boolean;
  /** Whether a job runs, in a thread. */
  readonly isInJob: boolean;
  /** Elementary operations until the slice is used up. */
  fuel: number;
  /** The error that is on its way already: its context is set. */
  raised: unknown;
  /** The error that left the coroutine into which one was thrown last; undefined for none. */
  thrown: unknown;
  /** Set where an error is raised once more: the frame is in its traceback already. */
  isReraising: boolean;
  /**
   * Runs frames from `top` until `base` is done, gives something out or its slice is used up; the
   * outcome is in `value`. `error`, where it is not undefined, is raised first.
   */
  run(base: Frame, top: Frame, error: unknown, isPreemptible: boolean): Signal;
  /** The frame to go on with after YIELDED and PREEMPTED. */
  readonly suspended: Frame | null;
  /** Whether the last YIELDED gave an item of an asynchronous generator. */
  readonly isItem: boolean;
  /** Called where fuel is below 0: gives true where the frame has to answer PREEMPT. */
  exhausted(): boolean;
  /** A coroutine was made that may never be awaited. */
  noteCreated(coroutine: object): void;
  /** Told of an error that nothing can catch; null for nobody. */
  readonly onIgnored: ((message: string, error: BaseException) => void) | null;
  /** Whether the program's global variables lead to an object, through containers. */
  isGlobal(object: object): boolean;
}

export class Frame {
  // Assigned by the constructor: V8 runs field initialisers slowly, and frames are made for every
  // call.
  declare readonly code: Code;
  declare readonly machine: Runtime;
  declare slots: unknown[];
  declare pc: number;
  /** Who called it, or resumed it if it is a generator; null at the bottom and while suspended. */
  declare caller: Frame | null;
  /** The slot for what the frame waits for: a call's result, an awaited value, what is sent in. */
  declare target: number;
  /** Where to go on if the generator that it resumed has ended. */
  declare exit: number;
  /** The expression that was at work, where that is narrower than the instruction. */
  declare at: Span | null;
  declare role: Role;
  /** The coroutine, generator or instance that the frame belongs to; the names of a class body. */
  declare owner: unknown;
  /** What the frame awaits in place: a primitive of asyncio, an asynchronous generator's step. */
  declare delegate: Coroutine | null;
  declare depth: number;
  /** The traceback of an exception that never goes keeps it. Mostly unset. */
  declare isKept?: true;

  constructor(code: Code, machine: Runtime, slots: unknown[]) {
    this.code = code;
    this.machine = machine;
    this.slots = slots;
    this.pc = 0;
    this.caller = null;
    this.target = 0;
    this.exit = 0;
    this.at = null;
    this.role = code.role;
    this.owner = null;
    this.delegate = null;
    this.depth = 0;
  }
}
