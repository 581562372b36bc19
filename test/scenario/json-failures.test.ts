import { type ParseError, parseTree } from 'jsonc-parser';
import { expect, test } from 'vitest';
import { DocumentBuilder } from '../../src/scenario/document.ts';
import { reportJsonErrors } from '../../src/scenario/json-failures.ts';

function told(text: string): readonly string[] {
  const lines: string[] = [];
  const builder = new DocumentBuilder(text, ({ span, message, hint }) => {
    lines.push(`${span.line}:${span.column} ${message}${hint === undefined ? '' : ` (${hint})`}`);
  });
  const errors: ParseError[] = [];
  parseTree(text, errors, { disallowComments: true });
  reportJsonErrors(builder, errors);
  return lines;
}

test.each([
  ['[1 2]', ["1:3 expected ',' between two items"]],
  ['[1, ]', ['1:3 JSON has no comma after the last item (leave it out)']],
  ['{"a": [1}', ["1:7 '[' was never closed (expected ']')"]],
  ['{"a": 1', ["1:1 '{' was never closed (expected '}')"]],
  ['{a: 1}', ['1:2 expected a key in double quotes (write "a")']],
  ['[True]', ['1:2 this is not a JSON value (JSON writes it true)']],
  ['[.5]', ['1:2 this is not a JSON number (write 0.5)']],
  ['["a"b"]', ['1:4 the string ends at this quote (a quote inside a string is written \\")']],
  ['[1] # x', ['1:5 JSON has no comments (write the scenario as YAML, or use "description")']],
])('%s', (text, expected) => {
  expect(told(text)).toEqual(expected);
});
