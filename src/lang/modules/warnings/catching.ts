// `warnings.catch_warnings`: filters that hold for a block, and the list of what was warned about
// in it; and WarningMessage, what the list holds.
// Source: CPython 3.14 Lib/_py_warnings.py (catch_warnings, WarningMessage).

import { RuntimeError } from '../../../asyncio/exceptions.ts';
import type { Interpreter } from '../../interpreter.ts';
import { builtinClass, define } from '../../objects/classes.ts';
import { callBuiltin, LibraryFunction } from '../../objects/signature.ts';
import { truthy } from '../../objects/truth.ts';
import { Instance } from '../../values.ts';
import {
  type Filter,
  type Notice,
  type WarningsModule,
  warningClass,
  warningsOf,
} from './filters.ts';

/** What is put back at the end of the block. */
interface Kept {
  readonly filters: readonly Filter[];
  readonly recorder: WarningsModule['recorder'];
}

export class CatchWarnings extends Instance {
  kept: Kept | null = null;
}

export const warningMessageClass = builtinClass('WarningMessage', undefined, 'warnings');

/** An item of the list. */
function messageOf(message: unknown, { category, line }: Notice, file: string): Instance {
  const made = new Instance(warningMessageClass);
  const attributes: readonly (readonly [string, unknown])[] = [
    ['message', message],
    ['category', category],
    ['filename', file],
    ['lineno', line],
    ['file', null],
    ['line', null],
    ['source', null],
    ['_category_name', category.name],
  ];
  for (const [name, value] of attributes) made.attributes.set(name, value);
  return made;
}

define(warningMessageClass, [
  new LibraryFunction('__str__(self)', (run, self: Instance) => {
    const shown = ['message', '_category_name', 'filename', 'lineno', 'line'].map((name) => {
      const label = name.replace('_category_name', 'category');
      return `${label} : ${run.objects.repr(run, self.attributes.get(name))}`;
    });
    return `{${shown.join(', ')}}`;
  }),
]);

function enter(run: Interpreter, self: CatchWarnings): unknown {
  const { attributes } = self;
  if (self.kept !== null) {
    throw new RuntimeError(`Cannot enter ${run.objects.repr(run, self)} twice`);
  }
  const module = warningsOf(run);
  self.kept = { filters: module.filters, recorder: module.recorder };
  module.use(module.filters);
  const action = attributes.get('action');
  if (action !== null) {
    const rest = ['category', 'lineno', 'append'].map((name) => attributes.get(name));
    run.call(module.attributes.get('simplefilter'), [action, ...rest]);
  }
  if (!truthy(run, attributes.get('record'))) return null;
  const caught: unknown[] = [];
  module.recorder = (message, notice, file) => {
    caught.push(messageOf(message, notice, file));
  };
  return caught;
}

const initialise = new LibraryFunction(
  '__init__(self, *, record=False, module=None, action=None, category=..., lineno=0, append=False)',
  (_run, self: Instance, ...given: unknown[]) => {
    const [record, , action, category, lineno, append] = given;
    const { attributes } = self;
    attributes.set('record', record);
    attributes.set('action', action);
    attributes.set('category', category ?? warningClass);
    attributes.set('lineno', lineno);
    attributes.set('append', append);
    return null;
  },
);

export const catchWarningsClass = define(builtinClass('catch_warnings', undefined, 'warnings'), [
  initialise,
  new LibraryFunction('__enter__(self)', enter),
  new LibraryFunction('__exit__(self, *exc_info)', (run, self: CatchWarnings) => {
    if (self.kept === null) {
      throw new RuntimeError(`Cannot exit ${run.objects.repr(run, self)} without entering first`);
    }
    const module = warningsOf(run);
    module.use(self.kept.filters);
    module.recorder = self.kept.recorder;
    return null;
  }),
]);
catchWarningsClass.construct = (run, called, args, keywords) => {
  const manager = new CatchWarnings(called);
  callBuiltin(run, initialise, [manager, ...args], keywords);
  return manager;
};
