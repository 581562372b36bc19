// Python's exception hierarchy as plain objects: args, cause, context, traceback, notes and groups.
// They carry no JavaScript stack (capturing one costs sixty times what the object does) and are
// thrown by `throw` like any value. A class of the program is an instance of its nearest built-in
// class with `userClass` set. Any other thrown JavaScript value counts as an Exception of the
// program. Source: CPython Objects/exceptions.c, Lib/asyncio/exceptions.py.

/** One line of a traceback: where a frame stood when the exception passed through it. */
export interface TracebackEntry {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
  readonly function: string;
}

/** The class that the program wrote, as far as this layer needs to know it. */
export interface UserClass {
  readonly name: string;
}

export class BaseException {
  static readonly typeName: string = 'BaseException';
  args: readonly unknown[];
  /** `__cause__`: set by `raise … from …`. */
  cause: BaseException | null = null;
  /** `__context__`: what was being handled when this was raised. */
  context: BaseException | null = null;
  suppressContext = false;
  /** Innermost frame last; null until it is raised. */
  traceback: TracebackEntry[] | null = null;
  notes: string[] | null = null;
  userClass: UserClass | null = null;
  /** `__dict__` of the instance; null until the program sets an attribute. */
  attributes: Map<string, unknown> | null = null;
  /** What the frames it left know alone, and it therefore keeps; mostly unset. */
  declare held?: unknown[] | undefined;
  /** A frame that it left knows it by a variable: neither ever goes. Mostly unset. */
  declare isCyclic?: true;

  constructor(...args: readonly unknown[]) {
    this.args = args;
  }

  /** The name of its Python class. */
  get typeName(): string {
    return this.userClass?.name ?? (this.constructor as typeof BaseException).typeName;
  }
}

export class GeneratorExit extends BaseException {
  static override readonly typeName: string = 'GeneratorExit';
}

export class KeyboardInterrupt extends BaseException {
  static override readonly typeName: string = 'KeyboardInterrupt';
}

export class CancelledError extends BaseException {
  static override readonly typeName: string = 'CancelledError';
}

export class Exception extends BaseException {
  static override readonly typeName: string = 'Exception';
}

export class ArithmeticError extends Exception {
  static override readonly typeName: string = 'ArithmeticError';
}

export class FloatingPointError extends ArithmeticError {
  static override readonly typeName: string = 'FloatingPointError';
}

export class OverflowError extends ArithmeticError {
  static override readonly typeName: string = 'OverflowError';
}

export class ZeroDivisionError extends ArithmeticError {
  static override readonly typeName: string = 'ZeroDivisionError';
}

export class AssertionError extends Exception {
  static override readonly typeName: string = 'AssertionError';
}

export class AttributeError extends Exception {
  static override readonly typeName: string = 'AttributeError';
  /** The attribute that is not there, and whose it is; null where nobody said. */
  name: unknown = null;
  obj: unknown = null;
  /** The frame that raised it. Mostly unset. */
  declare raisedIn?: object;
}

/** Of dataclasses: somebody changes a frozen object. */
export class FrozenInstanceError extends AttributeError {
  static override readonly typeName: string = 'FrozenInstanceError';
}

export class BufferError extends Exception {
  static override readonly typeName: string = 'BufferError';
}

export class EOFError extends Exception {
  static override readonly typeName: string = 'EOFError';
}

export class ImportError extends Exception {
  static override readonly typeName: string = 'ImportError';
  /** The module that was asked for, its file, and the name that it does not hold. */
  name: unknown = null;
  path: unknown = null;
  nameFrom: unknown = null;
  /** The module itself, where it is known. */
  module: object | null = null;
}

export class ModuleNotFoundError extends ImportError {
  static override readonly typeName: string = 'ModuleNotFoundError';
}

export class LookupError extends Exception {
  static override readonly typeName: string = 'LookupError';
}

export class IndexError extends LookupError {
  static override readonly typeName: string = 'IndexError';
}

export class KeyError extends LookupError {
  static override readonly typeName: string = 'KeyError';
}

export class MemoryError extends Exception {
  static override readonly typeName: string = 'MemoryError';
}

export class NameError extends Exception {
  static override readonly typeName: string = 'NameError';
  /** The name that means nothing; null where nobody said. */
  name: unknown = null;
  /** The frame that raised it. Mostly unset. */
  declare raisedIn?: object;
}

export class UnboundLocalError extends NameError {
  static override readonly typeName: string = 'UnboundLocalError';
}

export class OSError extends Exception {
  static override readonly typeName: string = 'OSError';
  filename: unknown = null;
  filename2: unknown = null;
}

export class BlockingIOError extends OSError {
  static override readonly typeName: string = 'BlockingIOError';
}

export class ChildProcessError extends OSError {
  static override readonly typeName: string = 'ChildProcessError';
}

export class ConnectionError extends OSError {
  static override readonly typeName: string = 'ConnectionError';
}

export class BrokenPipeError extends ConnectionError {
  static override readonly typeName: string = 'BrokenPipeError';
}

export class ConnectionAbortedError extends ConnectionError {
  static override readonly typeName: string = 'ConnectionAbortedError';
}

export class ConnectionRefusedError extends ConnectionError {
  static override readonly typeName: string = 'ConnectionRefusedError';
}

export class ConnectionResetError extends ConnectionError {
  static override readonly typeName: string = 'ConnectionResetError';
}

export class FileExistsError extends OSError {
  static override readonly typeName: string = 'FileExistsError';
}

export class FileNotFoundError extends OSError {
  static override readonly typeName: string = 'FileNotFoundError';
}

export class InterruptedError extends OSError {
  static override readonly typeName: string = 'InterruptedError';
}

export class IsADirectoryError extends OSError {
  static override readonly typeName: string = 'IsADirectoryError';
}

export class NotADirectoryError extends OSError {
  static override readonly typeName: string = 'NotADirectoryError';
}

export class PermissionError extends OSError {
  static override readonly typeName: string = 'PermissionError';
}

export class ProcessLookupError extends OSError {
  static override readonly typeName: string = 'ProcessLookupError';
}

export class TimeoutError extends OSError {
  static override readonly typeName: string = 'TimeoutError';
}

export class PyReferenceError extends Exception {
  static override readonly typeName: string = 'ReferenceError';
}

export class RuntimeError extends Exception {
  static override readonly typeName: string = 'RuntimeError';
}

export class NotImplementedError extends RuntimeError {
  static override readonly typeName: string = 'NotImplementedError';
}

export class RecursionError extends RuntimeError {
  static override readonly typeName: string = 'RecursionError';
}

export class BrokenBarrierError extends RuntimeError {
  static override readonly typeName: string = 'BrokenBarrierError';
}

export class StopAsyncIteration extends Exception {
  static override readonly typeName: string = 'StopAsyncIteration';
}

export class PySyntaxError extends Exception {
  static override readonly typeName: string = 'SyntaxError';
}

export class IndentationError extends PySyntaxError {
  static override readonly typeName: string = 'IndentationError';
}

export class SystemError extends Exception {
  static override readonly typeName: string = 'SystemError';
}

export class PyTypeError extends Exception {
  static override readonly typeName: string = 'TypeError';
}

export class ValueError extends Exception {
  static override readonly typeName: string = 'ValueError';
}

export class UnicodeError extends ValueError {
  static override readonly typeName: string = 'UnicodeError';
}

export class UnicodeDecodeError extends UnicodeError {
  static override readonly typeName: string = 'UnicodeDecodeError';
}

export class UnicodeEncodeError extends UnicodeError {
  static override readonly typeName: string = 'UnicodeEncodeError';
}

export class UnicodeTranslateError extends UnicodeError {
  static override readonly typeName: string = 'UnicodeTranslateError';
}

export class Warning extends Exception {
  static override readonly typeName: string = 'Warning';
}

export class DeprecationWarning extends Warning {
  static override readonly typeName: string = 'DeprecationWarning';
}

export class RuntimeWarning extends Warning {
  static override readonly typeName: string = 'RuntimeWarning';
}

export class UserWarning extends Warning {
  static override readonly typeName: string = 'UserWarning';
}

export class FutureWarning extends Warning {
  static override readonly typeName: string = 'FutureWarning';
}

export class ResourceWarning extends Warning {
  static override readonly typeName: string = 'ResourceWarning';
}

export class PendingDeprecationWarning extends Warning {
  static override readonly typeName: string = 'PendingDeprecationWarning';
}

export class SyntaxWarning extends Warning {
  static override readonly typeName: string = 'SyntaxWarning';
}

export class ImportWarning extends Warning {
  static override readonly typeName: string = 'ImportWarning';
}

export class UnicodeWarning extends Warning {
  static override readonly typeName: string = 'UnicodeWarning';
}

export class BytesWarning extends Warning {
  static override readonly typeName: string = 'BytesWarning';
}

export class EncodingWarning extends Warning {
  static override readonly typeName: string = 'EncodingWarning';
}

export class InvalidStateError extends Exception {
  static override readonly typeName: string = 'InvalidStateError';
}

export class QueueEmpty extends Exception {
  static override readonly typeName: string = 'QueueEmpty';
}

export class QueueFull extends Exception {
  static override readonly typeName: string = 'QueueFull';
}

export class QueueShutDown extends Exception {
  static override readonly typeName: string = 'QueueShutDown';
}

/** `SystemExit(code)`; `code` is None, an int or a text. */
export class SystemExit extends BaseException {
  static override readonly typeName: string = 'SystemExit';

  get code(): unknown {
    return this.args.length === 0 ? null : this.args[0];
  }
}

/** Carries a generator's return value. */
export class StopIteration extends Exception {
  static override readonly typeName: string = 'StopIteration';

  get value(): unknown {
    return this.args.length === 0 ? null : this.args[0];
  }
}
