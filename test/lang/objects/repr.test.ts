import { expect, test } from 'vitest';
import { CancelledError, KeyError, ValueError } from '../../../src/asyncio/exceptions.ts';
import { getAttribute } from '../../../src/lang/objects/attributes.ts';
import { builtins } from '../../../src/lang/objects/builtins.ts';
import { intClass } from '../../../src/lang/objects/classes.ts';
import { Dict } from '../../../src/lang/objects/dict.ts';
import { DictValues } from '../../../src/lang/objects/dict-views.ts';
import { exceptionClassOf } from '../../../src/lang/objects/exception-classes.ts';
import {
  defaultRepr,
  exceptionText,
  qualified,
  qualnameOf,
  repr,
  str,
} from '../../../src/lang/objects/repr.ts';
import { PySet } from '../../../src/lang/objects/set.ts';
import { LibraryFunction } from '../../../src/lang/objects/signature.ts';
import {
  Builtin,
  ellipsis,
  Float,
  Instance,
  notImplemented,
  Range,
  Slice,
  Tuple,
} from '../../../src/lang/values.ts';
import { plainInterpreter, programClass, shown } from './plain-interpreter.ts';

const run = plainInterpreter();

test('values show as they are written', () => {
  const values = [
    1,
    -(2n ** 64n),
    true,
    null,
    new Float(1),
    new Float(1e16),
    new Float(-0),
    new Float(NaN),
    "it's",
    [1, [2]],
    new Tuple([1]),
    new Tuple([]),
    new Dict(run, [['a', [1]]]),
    new PySet(run),
    new PySet(run, [1], true),
    new Range(0, 3, 1),
    new Range(1, 9, 2),
    new Slice(1, null, null),
    notImplemented,
    ellipsis,
    intClass,
    new DictValues(new Dict(run, [[1, 2]])),
  ];
  expect(values.map((value) => repr(run, value))).toEqual([
    '1',
    '-18446744073709551616',
    'True',
    'None',
    '1.0',
    '1e+16',
    '-0.0',
    'nan',
    '"it\'s"',
    '[1, [2]]',
    '(1,)',
    '()',
    "{'a': [1]}",
    'set()',
    'frozenset({1})',
    'range(0, 3)',
    'range(1, 9, 2)',
    'slice(1, None, None)',
    'NotImplemented',
    'Ellipsis',
    "<class 'int'>",
    'dict_values([2])',
  ]);
});

test('characters that cannot be printed are escaped', () => {
  expect(repr(run, '\x00\x7f\xa0\xad\u200b\n\t\\é𝄞')).toBe(
    "'\\x00\\x7f\\xa0\\xad\\u200b\\n\\t\\\\é𝄞'",
  );
});

test('a collection inside itself shows as dots', () => {
  const list: unknown[] = [1];
  list.push(list, new Tuple([list]));
  const dict = new Dict(run);
  dict.set('me', dict);
  expect(repr(run, [list, list])).toBe('[[1, [...], ([...],)], [1, [...], ([...],)]]');
  expect(repr(run, dict)).toBe("{'me': {...}}");
});

test('nesting beyond the recursion limit is RecursionError', () => {
  let list: unknown[] = [];
  for (let i = 0; i < 1100; i++) list = [list];
  expect(shown(run, () => repr(run, list))).toBe(
    'RecursionError: maximum recursion depth exceeded while getting the repr of an object',
  );
  expect(run.addresses.entered.size).toBe(0);
});

test('an int with too many digits is refused', () => {
  const small = plainInterpreter({ limits: { digits: 640 } });
  expect(repr(small, 10n ** 639n)).toHaveLength(640);
  expect(shown(small, () => repr(small, 10n ** 640n))).toBe(
    'ValueError: Exceeds the limit (640 digits) for integer string conversion; ' +
      'use sys.set_int_max_str_digits() to increase the limit',
  );
});

test('functions, methods and objects show where they are', () => {
  const len = builtins.get('len');
  const library = new LibraryFunction('sleep(delay)', () => null);
  expect(repr(run, len)).toBe('<built-in function len>');
  expect(repr(run, getAttribute(run, builtins.get('list'), 'append'))).toBe(
    "<method 'append' of 'list' objects>",
  );
  expect(repr(run, getAttribute(run, [], 'append'))).toMatch(
    /^<built-in method append of list object at 0x/,
  );
  expect(repr(run, library)).toMatch(/^<function sleep at 0x/);
  const cls = programClass('A', {});
  expect(defaultRepr(run, new Instance(cls))).toMatch(/^<__main__.A object at 0x[0-9a-f]+>$/);
  expect(qualified(cls)).toBe('__main__.A');
  expect(qualnameOf(new Builtin('f()', () => null))).toBe('f');
});

test('__repr__ and __str__ of the program decide', () => {
  const cls = programClass('A', { __repr__: () => 'R', __str__: () => 'S' });
  const reprOnly = programClass('B', { __repr__: () => 'R' });
  expect([repr(run, [new Instance(cls)]), str(run, new Instance(cls))]).toEqual(['[R]', 'S']);
  expect(str(run, new Instance(reprOnly))).toBe('R');
  const wrong = new Instance(programClass('C', { __repr__: () => 5 }));
  expect(shown(run, () => repr(run, wrong))).toBe(
    'TypeError: __repr__ returned non-string (type int)',
  );
});

test('exceptions show their arguments', () => {
  expect(repr(run, new ValueError('a', 2))).toBe("ValueError('a', 2)");
  expect(str(run, new ValueError())).toBe('');
  expect(str(run, new ValueError('a', 2))).toBe("('a', 2)");
  expect(str(run, new KeyError('a'))).toBe("'a'");
  expect(repr(run, exceptionClassOf(CancelledError))).toBe(
    "<class 'asyncio.exceptions.CancelledError'>",
  );
  expect(exceptionText(run, new ValueError(1))).toBe('1');
});
