// Values as Python text that several themes use: numbers, strings, containers, and any of them.
import fc from 'fast-check';
import { choose, code, several, type Text, weigh, word, words } from '../text.ts';

export const smallInteger: Text = fc.integer({ min: -3, max: 12 }).map(String);

/** Around the powers of two where representations change, and anything between. */
const nearPower: Text = fc
  .tuple(
    fc.constantFrom(15, 30, 31, 32, 53, 60, 62, 63, 64, 100, 128),
    fc.integer({ min: -2, max: 2 }),
    fc.boolean(),
  )
  .map(([bits, off, isNegative]) => {
    const value = (1n << BigInt(bits)) + BigInt(off);
    return String(isNegative ? -value : value);
  });

export const anyInteger: Text = weigh(
  [4, smallInteger],
  [2, fc.integer({ min: -1000, max: 1000 }).map(String)],
  [3, nearPower],
  [2, fc.bigInt({ min: -(1n << 200n), max: 1n << 200n }).map(String)],
  [1, words('True False')],
);

const oddFloat =
  words(`0.0 -0.0 float('inf') -float('inf') float('nan') 1e16 1e15 123456789012345678.0
  1e22 1e23 5e-324 1.7976931348623157e308 0.1 0.2 0.3 2.675 1e-5 0.0001 0.00001 1e100 1e-7`);

/** With few digits, so that halves are common. */
const decimal: Text = fc
  .tuple(fc.integer({ min: -99999, max: 99999 }), fc.integer({ min: 0, max: 6 }))
  .map(([digits, places]) => `${digits}e-${places}`);

const half: Text = fc.integer({ min: -9, max: 9 }).map((whole) => `${whole}.5`);

/** Any double, by its digits. */
const double: Text = fc
  .double({ noNaN: true, noDefaultInfinity: true })
  .map((value) => (Number.isInteger(value) ? `float(${BigInt(value)})` : String(value)));

export const anyFloat: Text = weigh(
  [2, half],
  [3, decimal],
  [2, oddFloat],
  [2, double],
  [1, code`${fc.integer({ min: -9, max: 9 }).map(String)} / ${words('3 7 10 1000')}`],
);

export const anyNumber: Text = weigh([2, smallInteger], [2, anyInteger], [3, anyFloat]);

export const anyString: Text = weigh(
  [6, words(`'' 'a' 'abc' 'b' 'Hello' 'aXbX' '12' 'ab' 'aaa'`)],
  [3, word(`' a b  c '`, `'one two'`, `'one,two,,three'`, `'a\\nb\\r\\nc'`, `'a\\tb'`, `'-42'`)],
  [2, word(`"it's"`, `'say "hi"'`, `'''both ' and "'''`, `'back\\\\slash'`, `'\\x00\\x1f\\x7f'`)],
  [
    2,
    words(`'é' 'ß' 'ǅ' 'ﬁ' 'İ' '日本' '😀x' 'Σας' '\\xa0' '\\u2028' '\\ud800' '½' '²' '٣' '\\xad'`),
  ],
);

const scalar: Text = weigh(
  [5, smallInteger],
  [2, anyInteger],
  [2, anyFloat],
  [4, anyString],
  [2, words('None True False')],
);

const inner = several(scalar, 0, 3);
const item: Text = weigh(
  [6, scalar],
  [1, code`[${inner}]`],
  [1, code`(${several(scalar, 2, 3)})`],
  [1, code`{${several(code`${anyString}: ${scalar}`, 0, 2)}}`],
);

export const anyList: Text = weigh(
  [3, code`[${several(smallInteger, 0, 6)}]`],
  [1, code`[${several(anyNumber, 0, 5)}]`],
  [1, code`[${several(anyString, 0, 4)}]`],
  [2, code`[${several(item, 0, 4)}]`],
  [1, code`list(range(${smallInteger}))`],
);

export const anyTuple: Text = weigh(
  [2, code`(${several(smallInteger, 2, 5)})`],
  [1, code`(${item},)`],
  [1, word('()')],
  [2, code`(${several(item, 2, 4)})`],
);

const hashable: Text = weigh(
  [4, smallInteger],
  [1, anyFloat],
  [3, anyString],
  [1, words('None True False')],
  [1, code`(${smallInteger}, ${anyString})`],
);

export const anyDict: Text = weigh(
  [3, code`{${several(code`${smallInteger}: ${item}`, 0, 4)}}`],
  [3, code`{${several(code`${anyString}: ${item}`, 0, 4)}}`],
  [2, code`{${several(code`${hashable}: ${item}`, 0, 4)}}`],
  [1, code`dict(a=${scalar}, b=${scalar})`],
);

/** Of ints that are not negative: their order depends neither on the run nor on the machine. */
export const integerSet: Text = weigh(
  [5, code`{${several(fc.nat(12).map(String), 1, 6)}}`],
  [1, word('set()')],
  [1, code`{${several(fc.nat(300).map(String), 1, 8)}}`],
);

export const anyRange: Text = weigh(
  [2, code`range(${smallInteger})`],
  [2, code`range(${smallInteger}, ${smallInteger})`],
  [3, code`range(${smallInteger}, ${smallInteger}, ${words('1 2 3 -1 -2 5')})`],
);

export const anySequence: Text = choose(anyList, anyTuple, anyString, anyRange);

/**
 * A value of any type, with no integer that counts as an index on some machines only; none that
 * shows the order of strings in a set.
 */
export const modestValue: Text = weigh(
  [5, smallInteger],
  [2, anyFloat],
  [4, anyString],
  [2, anyList],
  [2, anyTuple],
  [2, anyDict],
  [1, integerSet],
  [1, anyRange],
  [3, words('None True False ... NotImplemented len int str ValueError')],
  [1, code`frozenset(${integerSet})`],
);

/** A value of any type. */
export const anyValue: Text = weigh([6, modestValue], [1, anyInteger]);

/** Something to iterate over, and now and then something that is not. */
export const anyIterable: Text = weigh(
  [4, anyList],
  [2, anyTuple],
  [2, anyString],
  [2, anyRange],
  [1, anyDict],
  [1, integerSet],
  [1, code`(x * 2 for x in ${anyRange})`],
  [1, words('5 None 1.5 len')],
);

/** Bounds of slices and indices. */
export const anyIndex: Text = weigh(
  [6, fc.integer({ min: -8, max: 8 }).map(String)],
  [1, words(`100 -100 True None 1.0 'a' 2**70 -2**70`)],
);

const bound = weigh(
  [3, word('')],
  [6, fc.integer({ min: -7, max: 7 }).map(String)],
  [1, words('100 -100 None True')],
);
const step = weigh([4, words('1 2 3 -1 -2 -3')], [1, words('0 100 -100 None')], [1, word('')]);

/** What stands in the brackets of a slice. */
export const anySlice: Text = choose(code`${bound}:${bound}`, code`${bound}:${bound}:${step}`);
