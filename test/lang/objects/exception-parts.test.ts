import { describe, expect, test } from 'vitest';
import { AttributeError, OSError, ValueError } from '../../../src/asyncio/exceptions.ts';
import { takeFiles, takeKeywords } from '../../../src/lang/objects/exception-parts.ts';
import { printed } from '../../simulated.ts';

/** What an expression of exceptions gives. Expected values are CPython 3.14's. */
function value(expression: string): string {
  return printed(`print(repr(${expression}))\n`).trimEnd();
}

describe('the parts of an exception', () => {
  test('are those that CPython notes where it raises it', () => {
    const text = `
try:
    'a'.foo
except AttributeError as e:
    print(e.name, e.obj)
def f():
    try:
        x
    except NameError as e:
        print(e.name)
    x = 1
f()
`;
    expect(printed(text)).toBe('foo a\nNone\n');
  });

  test('are taken as keywords by three classes', () => {
    expect(value("NameError('a', name='n').name")).toBe("'n'");
    expect(value("AttributeError('a', name='n', obj=5).obj")).toBe('5');
    expect(value("ImportError('a', name='n', path='p').path")).toBe("'p'");
    expect(value("ImportError('a').msg")).toBe("'a'");
  });

  test('are no others', () => {
    const error = new AttributeError('a');
    expect(() => takeKeywords(error, 'AttributeError', new Map([['nam', 1]]))).toThrow(
      expect.objectContaining({
        args: ["AttributeError() got an unexpected keyword argument 'nam'. Did you mean 'name'?"],
      }),
    );
    expect(() => takeKeywords(new ValueError(), 'ValueError', new Map([['x', 1]]))).toThrow(
      expect.objectContaining({ args: ['ValueError() takes no keyword arguments'] }),
    );
  });

  test('of an OSError are its number and text, and its files apart from its arguments', () => {
    const error = new OSError(1, 'a', 'f', null, 'g');
    takeFiles(error);
    expect(error.args).toEqual([1, 'a']);
    expect([error.filename, error.filename2]).toEqual(['f', 'g']);
    expect(value("str(OSError(7, 'a', 'f', None, 'g'))")).toBe("\"[Errno 7] a: 'f' -> 'g'\"");
    expect(value('OSError(1).errno')).toBe('None');
  });

  test('of a StopIteration and a SystemExit are what they carry', () => {
    expect(value('StopIteration(1, 2).value')).toBe('1');
    expect(value('SystemExit(1, 2).code')).toBe('(1, 2)');
  });
});
