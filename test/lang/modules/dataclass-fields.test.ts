// Fields of dataclasses: what a class body declares. All else is in the recorded program.
import { expect, test } from 'vitest';
import { Field, keywordOnly, missing } from '../../../src/lang/modules/dataclass-fields.ts';
import { printed } from '../../simulated.ts';

const options = {
  default: missing,
  defaultFactory: missing,
  init: true,
  repr: true,
  hash: null,
  compare: true,
  metadata: null,
  keywordOnly,
};

test('a field has a default or something that makes one', () => {
  expect(new Field(options).hasDefault).toBe(false);
  expect(new Field({ ...options, default: null }).hasDefault).toBe(true);
  expect(new Field({ ...options, defaultFactory: 1 }).hasDefault).toBe(true);
});

test('a type that is known as text only is refused when it is asked for', () => {
  const text = `
from dataclasses import dataclass, fields
@dataclass
class A:
    x: int
    y: list[int]
    z: 'A'
print(fields(A)[0].type, fields(A)[2].type)
try:
    fields(A)[1].type
except NotImplementedError as e:
    print(e)
`;
  expect(printed(text)).toBe(
    "<class 'int'> A\nannotations are not evaluated: the type of field 'y' is known as text only\n",
  );
});
