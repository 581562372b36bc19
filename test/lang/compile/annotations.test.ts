// What is kept of the annotations of a class body.
import { expect, test } from 'vitest';
import { SourceFile } from '../../../src/base/source-text.ts';
import { annotationOf, compileAnnotation } from '../../../src/lang/compile/annotations.ts';
import { parseExpression } from '../../../src/lang/parse.ts';
import type { Expression } from '../../../src/lang/tree.ts';
import { printed } from '../../simulated.ts';

function noted(text: string): unknown[] {
  const node = parseExpression(new SourceFile(text), () => {}) as Expression;
  const { text: shown, isQuoted, head } = annotationOf(node);
  return [shown, isQuoted, head];
}

test('the text, and the word that it begins with', () => {
  expect(noted('int')).toEqual(['int', false, 'int']);
  expect(noted('typing.ClassVar[ int ]')).toEqual(['typing.ClassVar[int]', false, 'ClassVar']);
  expect(noted("'typing.ClassVar[int]'")).toEqual(['typing.ClassVar[int]', true, 'ClassVar']);
  expect(noted('int | None')).toEqual(['int | None', false, '']);
});

test('an annotation that is never reached makes no field', () => {
  expect(compileAnnotation.length).toBe(2);
  const text = `
from dataclasses import dataclass
@dataclass
class A:
    x: int
    if False:
        y: int
    z: Unknown = 1
print(A(1))
`;
  expect(printed(text)).toBe('A(x=1, z=1)\n');
});
