import { expect, test } from 'vitest';
import { uuidModule } from '../../../src/lang/modules/uuid.ts';
import { printed, simulate } from '../../simulated.ts';
import { expectRecorded } from './recorded.ts';

test('ids are read and shown as CPython does', () => expectRecorded('uuid'));

test('the seed of the run determines the ids, and no draw of random moves', () => {
  const text = 'import random, uuid\nprint(uuid.uuid4(), uuid.uuid4())\nprint(random.random())\n';
  const [first, again] = [1, 1].map((seed) => simulate(text, { seed }).stdout);
  expect(again).toBe(first);
  const other = simulate(text, { seed: 2 }).stdout;
  expect(other.split('\n')[0]).not.toBe(first.split('\n')[0]);
  expect(first.split('\n')[1]).toBe(printed('import random\nprint(random.random())').trim());
});

test('ids of the machine are not there', () => {
  expect(uuidModule.attributes.has('uuid1')).toBe(false);
});
