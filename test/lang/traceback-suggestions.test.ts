import { describe, expect, test } from 'vitest';
import { AttributeError, NameError, ValueError } from '../../src/asyncio/exceptions.ts';
import { suggestionBehind } from '../../src/lang/traceback-suggestions.ts';
import { printed } from '../simulated.ts';

/** The last line of the traceback of an error that a body raises. Messages are CPython 3.14's. */
function lastLine(body: string): string {
  const lines = body.split('\n').map((line) => `    ${line}`);
  const text = `import traceback\ntry:\n${lines.join('\n')}\nexcept Exception:\n`;
  return printed(`${text}    print(traceback.format_exc())\n`).trimEnd().split('\n').at(-1)!;
}

describe('a traceback guesses', () => {
  test('an attribute of the object', () => {
    expect(lastLine("'a'.uper()")).toBe(
      "AttributeError: 'str' object has no attribute 'uper'. Did you mean: 'upper'?",
    );
  });

  test('one with an underscore only inside of the object', () => {
    const cls = 'class A:\n    def __init__(self): self._size = 1\n';
    const method = '    def read(self): return self.size\n';
    expect(lastLine(`${cls}A().size`)).toBe("AttributeError: 'A' object has no attribute 'size'");
    expect(lastLine(`${cls}${method}A().read()`)).toBe(
      "AttributeError: 'A' object has no attribute 'size'. Did you mean: '_size'?",
    );
  });

  test('a name that is bound where the error was raised', () => {
    expect(lastLine('value = 3\nif value: del value\nvalues = 1\nprint(value)')).toBe(
      "NameError: name 'value' is not defined. Did you mean: 'values'?",
    );
  });

  test('an attribute of self', () => {
    const cls = 'class A:\n    def __init__(self): self.late = 1\n';
    const text = `${cls}    def read(self):\n        return late\nA().read()\nlate = 1`;
    expect(lastLine(text)).toBe(
      "NameError: name 'late' is not defined. Did you mean: 'self.late'?",
    );
  });

  test('nothing for errors that are about no name', () => {
    expect(suggestionBehind(new ValueError('x'))).toBe('');
    expect(suggestionBehind(new NameError('x'))).toBe('');
    expect(suggestionBehind(new AttributeError('x'))).toBe('');
  });
});
