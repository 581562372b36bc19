// The parameters of the `__init__` that a dataclass gets.
import { expect, test } from 'vitest';
import { Field, missing } from '../../../src/lang/modules/dataclass-fields.ts';
import { initParameters } from '../../../src/lang/modules/dataclass-methods.ts';

function field(name: string, value: unknown = missing, keywordOnly = false): Field {
  const rest = { init: true, repr: true, hash: null, compare: true, metadata: null };
  const made = new Field({ ...rest, default: value, defaultFactory: missing, keywordOnly });
  made.name = name;
  return made;
}

test('keyword-only parameters come last, and may do without a default', () => {
  const fields = [field('a'), field('b', missing, true), field('c', 1), field('d', 1, true)];
  expect(initParameters(fields).map(({ name }) => name)).toEqual(['a', 'c', 'b', 'd']);
});

test('a parameter without default cannot follow one with a default', () => {
  const wrong = [field('a', 1), field('b')];
  expect(() => initParameters(wrong)).toThrow(
    expect.objectContaining({ args: ["non-default argument 'b' follows default argument 'a'"] }),
  );
});
