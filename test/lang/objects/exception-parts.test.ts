import { describe, expect, test } from 'vitest';
import { AttributeError, OSError, ValueError } from '../../../src/asyncio/exceptions.ts';
import { exceptionClassOf } from '../../../src/lang/objects/exception-classes.ts';
import {
  initialiser,
  isFilledByInit,
  takeFiles,
  takeKeywords,
} from '../../../src/lang/objects/exception-parts.ts';
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

  test('come from __init__ where the class of the program leaves __new__ alone', () => {
    const text = `
def of(base, **methods):
    error = type('E', (base,), methods)(1, 2, 3)
    return repr(error), str(error)
def made(cls, *args):
    return super(cls, cls).__new__(cls, 2, 'b')
def filled(self, *args):
    super(type(self), self).__init__(7, 'e')
for base in OSError, ValueError:
    print(of(base, __new__=made), of(base, __init__=filled))
    print(of(base, __new__=made, __init__=filled), of(base, __init__=lambda self, *args: None))
`;
    expect(printed(text)).toBe(
      "(\"E(2, 'b')\", '[Errno 2] b') (\"E(7, 'e')\", '[Errno 7] e')\n" +
        "(\"E(2, 'b')\", '[Errno 2] b') ('E()', '')\n" +
        "('E(1, 2, 3)', '(1, 2, 3)') (\"E(7, 'e')\", \"(7, 'e')\")\n" +
        "(\"E(7, 'e')\", \"(7, 'e')\") ('E(1, 2, 3)', '(1, 2, 3)')\n",
    );
    expect(isFilledByInit(exceptionClassOf(OSError))).toBe(false);
    expect(initialiser.name).toBe('__init__');
  });
});
