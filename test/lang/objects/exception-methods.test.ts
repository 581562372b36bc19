import { describe, expect, test } from 'vitest';
import { OSError, StopIteration, SystemExit, ValueError } from '../../../src/asyncio/exceptions.ts';
import { getAttribute, setAttribute } from '../../../src/lang/objects/attributes.ts';
import { builtins } from '../../../src/lang/objects/builtins.ts';
import {
  exceptionClassOf,
  exceptionGroupClass,
} from '../../../src/lang/objects/exception-classes.ts';
import { Traceback } from '../../../src/lang/objects/exception-methods.ts';
import { Builtin, type PyClass, Tuple } from '../../../src/lang/values.ts';
import { call, method, plainInterpreter, programClass, shown } from './plain-interpreter.ts';

const run = plainInterpreter();

const made = (name: string, args: unknown[], keywords = {}): string =>
  shown(run, () => call(run, name, args, keywords));
const error = (name: string, ...args: unknown[]): unknown => call(run, name, args);

test('an exception keeps its arguments', () => {
  expect(made('ValueError', ['a', 2])).toBe("ValueError('a', 2)");
  expect(shown(run, () => getAttribute(run, error('ValueError', 1), 'args'))).toBe('(1,)');
  expect(made('ValueError', [], { x: 1 })).toBe(
    'TypeError: ValueError() takes no keyword arguments',
  );
});

test('an errno chooses the subclass of OSError', () => {
  const missing = error('OSError', 2, 'No such file', 'x.txt');
  expect(shown(run, () => missing)).toBe("FileNotFoundError(2, 'No such file')");
  expect(shown(run, () => call(run, 'str', [missing]))).toBe('"[Errno 2] No such file: \'x.txt\'"');
  expect(getAttribute(run, missing, 'errno')).toBe(2);
  expect(getAttribute(run, error('OSError', 'text'), 'errno')).toBe(null);
});

test('cause and context must be exceptions; a cause hides the context', () => {
  const e = new ValueError('a');
  setAttribute(run, e, '__cause__', new ValueError('b'));
  expect(e.suppressContext).toBe(true);
  expect(shown(run, () => setAttribute(run, e, '__context__', 5))).toBe(
    'TypeError: exception context must be None or derive from BaseException',
  );
});

test('notes appear with the first one', () => {
  const e = new ValueError('a');
  expect(shown(run, () => getAttribute(run, e, '__notes__'))).toBe(
    "AttributeError: 'ValueError' object has no attribute '__notes__'",
  );
  method(run, e, 'add_note', ['n']);
  expect(getAttribute(run, e, '__notes__')).toEqual(['n']);
  expect(shown(run, () => method(run, e, 'add_note', [5]))).toBe(
    'TypeError: add_note() argument must be str, not int',
  );
});

test('with_traceback takes a traceback or None', () => {
  const e = new ValueError('a');
  expect(method(run, e, 'with_traceback', [new Traceback([])])).toBe(e);
  expect(shown(run, () => method(run, e, 'with_traceback', [5]))).toBe(
    'TypeError: __traceback__ must be a traceback or None',
  );
});

test('value and code are the first argument, or None', () => {
  expect(getAttribute(run, new StopIteration(3, 4), 'value')).toBe(3);
  expect(getAttribute(run, new StopIteration(), 'value')).toBe(null);
  expect(shown(run, () => getAttribute(run, new SystemExit(1, 2), 'code'))).toBe('(1, 2)');
});

test('an exception of the program is an instance of its nearest built-in class', () => {
  const own = programClass('MyError', {}, [exceptionClassOf(OSError)]);
  const e = run.call(own, [2, 'x']);
  expect(e).toBeInstanceOf(OSError);
  expect(shown(run, () => e)).toBe("MyError(2, 'x')");
});

describe('groups', () => {
  const group = (...members: unknown[]): unknown => error('ExceptionGroup', 'm', members);

  test('check what they are made of', () => {
    expect(made('ExceptionGroup', ['m', []])).toBe(
      'ValueError: second argument (exceptions) must be a non-empty sequence',
    );
    expect(made('ExceptionGroup', ['m', [1]])).toBe(
      'ValueError: Item 0 of second argument (exceptions) is not an exception',
    );
    expect(made('ExceptionGroup', ['m', [error('KeyboardInterrupt')]])).toBe(
      'TypeError: Cannot nest BaseExceptions in an ExceptionGroup',
    );
    expect(made('ExceptionGroup', [1, []])).toBe(
      'TypeError: BaseExceptionGroup.__new__() argument 1 must be str, not int',
    );
    expect(made('ExceptionGroup', ['m'])).toBe(
      'TypeError: BaseExceptionGroup.__new__() takes exactly 2 arguments (1 given)',
    );
    expect(made('ExceptionGroup', ['m', 5])).toBe(
      'TypeError: second argument (exceptions) must be a sequence',
    );
  });
  test('a BaseExceptionGroup of Exceptions is an ExceptionGroup', () => {
    expect(made('BaseExceptionGroup', ['m', [error('ValueError', 1)]])).toBe(
      "ExceptionGroup('m', [ValueError(1)])",
    );
  });
  test('are split by class, by classes and by function', () => {
    const g = group(error('ValueError'), error('TypeError'));
    const typeError = builtins.get('TypeError');
    expect(shown(run, () => method(run, g, 'split', [builtins.get('ValueError')]))).toBe(
      "(ExceptionGroup('m', [ValueError()]), ExceptionGroup('m', [TypeError()]))",
    );
    expect(shown(run, () => method(run, g, 'subgroup', [new Tuple([typeError])]))).toBe(
      "ExceptionGroup('m', [TypeError()])",
    );
    const never = new Builtin('never(e)', () => false);
    expect(method(run, g, 'subgroup', [never])).toBe(null);
    expect(shown(run, () => method(run, g, 'split', [5]))).toMatch(
      /^TypeError: expected an exception type, a tuple of exception types, or a callable/,
    );
  });
  test('of the program are split by their own derive, and keep their notes', () => {
    const own: PyClass = programClass(
      'Own',
      { derive: (_run, _self: unknown, members: unknown) => run.call(own, ['derived', members]) },
      [exceptionGroupClass],
    );
    const g = run.call(own, ['m', [error('ValueError'), error('TypeError')]]);
    method(run, g, 'add_note', ['n']);
    const part = method(run, g, 'subgroup', [builtins.get('TypeError')]);
    expect(shown(run, () => part)).toBe("Own('derived', [TypeError()])");
    expect(getAttribute(run, part, '__notes__')).toEqual(['n']);
  });
  test('show how many they hold', () => {
    expect(call(run, 'str', [group(error('ValueError'))])).toBe('m (1 sub-exception)');
    expect(call(run, 'str', [group(error('ValueError'), error('OSError'))])).toBe(
      'm (2 sub-exceptions)',
    );
  });
});
