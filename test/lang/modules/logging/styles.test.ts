import { expect, test } from 'vitest';
import { ValueError } from '../../../../src/asyncio/exceptions.ts';
import { styleOf, styles } from '../../../../src/lang/modules/logging/styles.ts';
import { plainInterpreter } from '../../objects/plain-interpreter.ts';

test('there are three styles, each with its own fields', () => {
  const run = plainInterpreter();
  const values = new Map([['message', 'hello']]);
  for (const [name, style] of styles) {
    expect(styleOf(name)).toBe(style);
    expect(style.usesTime(style.message)).toBe(false);
    expect(style.usesTime(style.message.replace('message', 'asctime'))).toBe(true);
  }
  expect(styleOf('$').apply(run, '$message, ${message} $$', values)).toBe('hello, hello $');
  expect(() => styleOf('x')).toThrow(ValueError);
});
