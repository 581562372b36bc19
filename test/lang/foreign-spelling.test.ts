import { describe, expect, test } from 'vitest';
import {
  hintForCharacter,
  hintForName,
  hintForNumber,
  hintForOperator,
  hintForWord,
} from '../../src/lang/foreign-spelling.ts';

describe('what other languages write', () => {
  test.each([
    [hintForOperator('&', '&'), "Python writes it 'and'"],
    [hintForOperator('else', 'if'), "Python writes it 'elif'"],
    [hintForOperator('a', '{'), 'a block begins after a colon, in the next line, indented'],
    [hintForOperator('a', '+'), undefined],
    [hintForWord('function'), "Python writes it 'def'"],
    [hintForWord('let'), 'Python declares no variables: write the assignment alone'],
    [hintForWord('worker'), undefined],
    [hintForName('null'), "Python writes it 'None'"],
    [hintForName('x'), undefined],
    [hintForCharacter('“'), 'write the plain quote "'],
    [hintForCharacter('a'), undefined],
    [hintForNumber('10L'), 'write the number alone: 10'],
    [hintForNumber('5ms'), 'times are numbers of seconds: 5 / 1000'],
    [hintForNumber('2nd'), 'a name begins with a letter or an underscore'],
    [hintForNumber('0x'), undefined],
    [hintForNumber('1e'), undefined],
  ])('the hint %j', (hint, expected) => {
    expect(hint).toBe(expected);
  });
});
