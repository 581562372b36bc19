import { expect, test } from 'vitest';
import { warningText } from '../../../../src/lang/modules/warnings/issuing.ts';
import { simulate } from '../../../simulated.ts';

test('a warning is a line with its place, and the line of the source where there is one', () => {
  expect(warningText('a.py', 3, 'UserWarning', 'x', '  f()  ')).toBe(
    'a.py:3: UserWarning: x\n  f()\n',
  );
  expect(warningText('<sys>', 0, 'UserWarning', 'x', '')).toBe('<sys>:0: UserWarning: x\n');
});

test('a warning in a coroutine is placed by its frames', () => {
  const text = `import asyncio, warnings
def check():
    warnings.warn('here', stacklevel=2)
async def main():
    check()
asyncio.run(main())
`;
  const { stderr } = simulate(text, { name: 'a.py' });
  expect(stderr).toBe('a.py:5: UserWarning: here\n  check()\n');
});
