import { expect, test } from 'vitest';
import {
  addOnce,
  filterClass,
  filtererClass,
  listOf,
  passing,
  removeFrom,
} from '../../../../src/lang/modules/logging/filters.ts';
import { Instance } from '../../../../src/lang/values.ts';
import { printed } from '../../../simulated.ts';
import { plainInterpreter } from '../../objects/plain-interpreter.ts';

test('a list of filters holds each once', () => {
  const run = plainInterpreter();
  const self = new Instance(filtererClass);
  self.attributes.set('filters', []);
  addOnce(run, listOf(self, 'filters'), 1);
  addOnce(run, listOf(self, 'filters'), 1);
  expect(listOf(self, 'filters')).toEqual([1]);
  removeFrom(run, listOf(self, 'filters'), 1);
  expect(listOf(self, 'filters')).toEqual([]);
  expect(filterClass.name).toBe('Filter');
  expect(passing.length).toBe(3);
});

test('a filter may give another record', () => {
  const text = printed(`import logging, sys
logging.basicConfig(stream=sys.stdout)
def replaced(record):
    return logging.makeLogRecord({**vars(record), "msg": "another"})
logging.root.addFilter(replaced)
logging.warning("one")`);
  expect(text).toBe('WARNING:root:another\n');
});
