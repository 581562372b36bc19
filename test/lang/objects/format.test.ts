import { expect, test } from 'vitest';
import { ascii, format, formatted, formatValue } from '../../../src/lang/objects/format.ts';
import { Float, Instance } from '../../../src/lang/values.ts';
import { plainInterpreter, programClass, shown } from './plain-interpreter.ts';

const run = plainInterpreter();

test('values of the built-in classes are formatted by their spec', () => {
  expect(format(run, new Float(0.125), '.2f')).toBe('0.12');
  expect(format(run, 255, '#x')).toBe('0xff');
  expect(format(run, 'ab', '>5')).toBe('   ab');
  expect(format(run, true, '')).toBe('True');
  expect(shown(run, () => format(run, [], '5'))).toBe(
    'TypeError: unsupported format string passed to list.__format__',
  );
});

test('__format__ of the program decides, and must give a text', () => {
  const cls = programClass('A', { __format__: (_run, _self, spec: string) => spec || 5 });
  expect(format(run, new Instance(cls), 'xyz')).toBe('xyz');
  expect(shown(run, () => format(run, new Instance(cls), ''))).toBe(
    'TypeError: __format__ must return a str, not int',
  );
});

test('conversions come before the spec', () => {
  expect(formatted(run, 'é', 'r', '>5')).toBe("  'é'");
  expect(formatted(run, 'é', 'a', '')).toBe("'\\xe9'");
  expect(formatted(run, 5, 's', '')).toBe('5');
  expect(formatted(run, 5, null, '03')).toBe('005');
});

test('ascii escapes what is beyond ASCII', () => {
  expect(ascii(run, ['é', '𝄞', 1])).toBe("['\\xe9', '\\U0001d11e', 1]");
});

test('a spec must be a text', () => {
  expect(shown(run, () => formatValue(run, 1, 2, 'format()'))).toBe(
    'TypeError: format() argument 2 must be str, not int',
  );
});
