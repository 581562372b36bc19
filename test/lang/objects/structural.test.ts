import { expect, test } from 'vitest';
import type { Interpreter } from '../../../src/lang/interpreter.ts';
import { equal, ordered } from '../../../src/lang/objects/compare.ts';
import { Dict } from '../../../src/lang/objects/dict.ts';
import { contains } from '../../../src/lang/objects/membership.ts';
import { isSized, Structural } from '../../../src/lang/objects/structural.ts';
import { plainInterpreter, shown } from './plain-interpreter.ts';

const run = plainInterpreter();

class Metres extends Structural {
  readonly size: number;

  constructor(size: number) {
    super();
    this.size = size;
  }

  override equalTo(_run: Interpreter, other: unknown): boolean | undefined {
    return other instanceof Metres ? other.size === this.size : undefined;
  }

  override hash(): number {
    return this.size;
  }
}

test('a collection of a module is compared and found by content', () => {
  expect(equal(run, new Metres(2), new Metres(2))).toBe(true);
  expect(equal(run, new Metres(2), 2)).toBe(false);
  const dict = new Dict(run, [[new Metres(2), 'two']]);
  expect(dict.get(new Metres(2))).toBe('two');
});

test('what it does not define is not supported', () => {
  expect(shown(run, () => ordered(run, '<', new Metres(1), new Metres(2)))).toMatch(
    /^TypeError: '<'/,
  );
  expect(shown(run, () => contains(run, new Metres(1), 1))).toMatch(
    /is not a container or iterable$/,
  );
});

test('a size makes a length', () => {
  expect(isSized(new Metres(2))).toBe(true);
  expect(isSized([])).toBe(false);
});
