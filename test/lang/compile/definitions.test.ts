import { expect, test } from 'vitest';
import { printed } from '../../simulated.ts';

// The order is CPython's.
test('decorators are evaluated from the top, bases next, and applied from the bottom', () => {
  const text = `def note(name):
    print('evaluates', name)
    def apply(made):
        print('applies', name, 'to', made.__name__)
        return made
    return apply

def base():
    print('base')
    return object

@note('a')
@note('b')
class C(base()):
    print('body')

@note('c')
def f(x=print('default')):
    pass
`;
  expect(printed(text).split('\n').slice(0, -1)).toEqual([
    ...['evaluates a', 'evaluates b', 'base', 'body', 'applies b to C', 'applies a to C'],
    ...['evaluates c', 'default', 'applies c to f'],
  ]);
});
