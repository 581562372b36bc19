// A function of the program: its code, what it closes over, and the defaults that were evaluated
// when its `def` ran. Source: CPython Objects/funcobject.c.

import { PyTypeError } from '../../asyncio/exceptions.ts';
import { declareType, functionClass } from '../objects/classes.ts';
import { defineGetters, Getter } from '../objects/descriptors.ts';
import { Dict } from '../objects/dict.ts';
import { qualnameOf } from '../objects/repr.ts';
import { Tuple } from '../values.ts';
import type { Cell, Code, Runtime } from './frame.ts';

const NO_PARAMETERS: readonly unknown[] = [];

export class PyFunction {
  readonly code: Code;
  readonly machine: Runtime;
  readonly cells: readonly Cell[];
  name: string;
  qualname: string;
  doc: unknown;
  module: unknown = '__main__';
  /** Defaults of the last positional parameters. */
  defaults: readonly unknown[];
  /** Defaults of keyword-only parameters by name; null for none. */
  keywordDefaults: ReadonlyMap<string, unknown> | null;
  /** `__dict__`. */
  readonly attributes = new Map<string, unknown>();
  /** `__type_params__`. */
  typeParameters: readonly unknown[] = NO_PARAMETERS;

  constructor(
    code: Code,
    machine: Runtime,
    cells: readonly Cell[],
    defaults: readonly unknown[],
    keywordDefaults: ReadonlyMap<string, unknown> | null,
  ) {
    this.code = code;
    this.machine = machine;
    this.cells = cells;
    this.name = code.name;
    this.qualname = code.qualname;
    this.doc = code.doc;
    this.defaults = defaults;
    this.keywordDefaults = keywordDefaults;
  }
}

declareType(PyFunction, functionClass);

defineGetters(functionClass, [
  new Getter(
    '__name__',
    (_run, self: PyFunction) => self.name,
    (_run, self: PyFunction, value) => {
      if (typeof value !== 'string')
        throw new PyTypeError('__name__ must be set to a string object');
      self.name = value;
    },
  ),
  new Getter(
    '__qualname__',
    (_run, self: PyFunction) => qualnameOf(self),
    (_run, self: PyFunction, value) => {
      if (typeof value !== 'string') {
        throw new PyTypeError('__qualname__ must be set to a string object');
      }
      self.qualname = value;
    },
  ),
  new Getter(
    '__doc__',
    (_run, self: PyFunction) => self.doc ?? null,
    (_run, self: PyFunction, value) => {
      self.doc = value;
    },
  ),
  new Getter(
    '__module__',
    (_run, self: PyFunction) => self.module,
    (_run, self: PyFunction, value) => {
      self.module = value;
    },
  ),
  new Getter('__defaults__', (_run, self: PyFunction) =>
    self.defaults.length === 0 ? null : new Tuple(self.defaults),
  ),
  new Getter('__kwdefaults__', (run, self: PyFunction) =>
    self.keywordDefaults === null ? null : new Dict(run, self.keywordDefaults),
  ),
  new Getter('__dict__', (run, self: PyFunction) => new Dict(run, self.attributes)),
  new Getter('__annotations__', (run) => new Dict(run)),
  new Getter(
    '__type_params__',
    (_run, self: PyFunction) => new Tuple(self.typeParameters),
    (_run, self: PyFunction, value) => {
      if (!(value instanceof Tuple)) {
        throw new PyTypeError('__type_params__ must be set to a tuple');
      }
      self.typeParameters = value.items;
    },
  ),
]);
