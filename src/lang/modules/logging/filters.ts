// What decides whether a record goes on: the filters of a logger or handler, each an object with
// `filter` or a function. Source: CPython Lib/logging/__init__.py (Filter, Filterer).

import type { Interpreter } from '../../interpreter.ts';
import { getAttributeOr } from '../../objects/attributes.ts';
import { matches } from '../../objects/compare.ts';
import { invoke, nativeClass } from '../../objects/native-class.ts';
import { LibraryFunction } from '../../objects/signature.ts';
import { truthy } from '../../objects/truth.ts';
import type { Instance } from '../../values.ts';
import { isRecord } from './records.ts';

/** A list among an object's attributes: `filters`, `handlers`. */
export function listOf(self: Instance, name: string): unknown[] {
  return self.attributes.get(name) as unknown[];
}

/** Adds to such a list what is not in it. */
export function addOnce(run: Interpreter, list: unknown[], item: unknown): null {
  if (!list.some((each) => matches(run, each, item))) list.push(item);
  return null;
}

export function removeFrom(run: Interpreter, list: unknown[], item: unknown): null {
  const index = list.findIndex((each) => matches(run, each, item));
  if (index >= 0) list.splice(index, 1);
  return null;
}

function filter(run: Interpreter, self: Instance, given: unknown): unknown {
  let record = given;
  for (const each of [...listOf(self, 'filters')]) {
    const method = getAttributeOr(run, each, 'filter') ?? each;
    const result = run.call(method, [record]);
    if (!truthy(run, result)) return false;
    if (isRecord(result)) record = result;
  }
  return record;
}

export const filtererClass = nativeClass('Filterer', 'logging', [
  new LibraryFunction('addFilter(self, filter)', (run, self: Instance, each: unknown) =>
    addOnce(run, listOf(self, 'filters'), each),
  ),
  new LibraryFunction('removeFilter(self, filter)', (run, self: Instance, each: unknown) =>
    removeFrom(run, listOf(self, 'filters'), each),
  ),
  new LibraryFunction('filter(self, record)', filter),
]);

export const filterClass = nativeClass('Filter', 'logging', [
  new LibraryFunction("__init__(self, name='')", (_run, self: Instance, name: unknown) => {
    self.attributes.set('name', name);
    return null;
  }),
  new LibraryFunction('filter(self, record)', (run, self: Instance, record: Instance) => {
    const wanted = run.objects.str(run, self.attributes.get('name'));
    const name = run.objects.str(run, record.attributes.get('name'));
    return wanted === '' || name === wanted || name.startsWith(`${wanted}.`);
  }),
]);

/** The record that passes the filters of `self`; null for none. */
export function passing(run: Interpreter, self: Instance, record: unknown): unknown {
  const result = invoke(run, self, 'filter', [record]);
  if (!truthy(run, result)) return null;
  return isRecord(result) ? result : record;
}
