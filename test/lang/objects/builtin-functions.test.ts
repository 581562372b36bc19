import { expect, test } from 'vitest';
import { builtinFunctions } from '../../../src/lang/objects/builtin-functions.ts';
import { signatureOf } from '../../../src/lang/objects/signature.ts';
import { Float, Instance } from '../../../src/lang/values.ts';
import { call, plainInterpreter, programClass, shown } from './plain-interpreter.ts';

const run = plainInterpreter();

const called = (name: string, args: unknown[], keywords = {}): string =>
  shown(run, () => call(run, name, args, keywords));

test('every signature can be parsed', () => {
  for (const builtin of builtinFunctions) expect(signatureOf(builtin).name).toBe(builtin.name);
});

test('print joins, ends and checks', () => {
  const printer = plainInterpreter();
  call(printer, 'print', [1, 'a', null], { sep: '-', end: '!\n' });
  call(printer, 'log', []);
  expect(printer.output).toEqual(['1-a-None!\n', '\n']);
  expect(called('print', [1], { sep: 5 })).toBe('TypeError: sep must be None or a string, not int');
  expect(called('print', [], { foo: 1 })).toBe(
    "TypeError: print() got an unexpected keyword argument 'foo'",
  );
});

test('print writes to any file of the program', () => {
  const texts: unknown[] = [];
  const file = programClass('File', {
    write: (_run, _self: unknown, text: unknown) => {
      texts.push(text);
      return null;
    },
  });
  call(run, 'print', ['x'], { file: new Instance(file) });
  expect(texts).toEqual(['x\n']);
});

test('numbers in other bases carry their prefix and sign', () => {
  expect(called('bin', [-5])).toBe("'-0b101'");
  expect(called('hex', [255])).toBe("'0xff'");
  expect(called('oct', [8])).toBe("'0o10'");
  expect(called('hex', ['a'])).toBe("TypeError: 'str' object cannot be interpreted as an integer");
});

test('characters and code points', () => {
  expect(called('chr', [0x1d11e])).toBe("'𝄞'");
  expect(called('ord', ['𝄞'])).toBe('119070');
  expect(called('chr', [-1])).toBe('ValueError: chr() arg not in range(0x110000)');
  expect(called('ord', ['ab'])).toBe(
    'TypeError: ord() expected a character, but string of length 2 found',
  );
});

test('attributes by name', () => {
  const a = new Instance(programClass('A', {}));
  expect(called('setattr', [a, 'x', 1])).toBe('None');
  expect(called('getattr', [a, 'x'])).toBe('1');
  expect(called('getattr', [a, 'y', 'none'])).toBe("'none'");
  expect(called('hasattr', [a, 'y'])).toBe('False');
  expect(called('vars', [a])).toBe("{'x': 1}");
  expect(called('delattr', [a, 'x'])).toBe('None');
  expect(called('hasattr', [a, 1])).toBe("TypeError: attribute name must be string, not 'int'");
  expect(called('vars', [1])).toBe('TypeError: vars() argument must have __dict__ attribute');
});

test('any and all stop at the first answer', () => {
  expect(called('any', [[0, '', 1]])).toBe('True');
  expect(called('all', [[]])).toBe('True');
  expect(called('all', [[1, 0]])).toBe('False');
});

test('next gives the default at the end, else StopIteration', () => {
  const iterator = call(run, 'iter', [[1]]);
  expect(called('next', [iterator])).toBe('1');
  expect(called('next', [iterator, 'end'])).toBe("'end'");
  expect(called('next', [iterator])).toBe('StopIteration: ');
  expect(called('next', [[]])).toBe("TypeError: 'list' object is not an iterator");
});

test('round and abs', () => {
  expect(called('round', [new Float(2.5)])).toBe('2');
  expect(called('round', [new Float(2.675), 2])).toBe('2.67');
  expect(called('abs', ['a'])).toBe("TypeError: bad operand type for abs(): 'str'");
});
