import { expect, test } from 'vitest';
import { simulate } from '../../../simulated.ts';

test('within the block print() and sys.stdout write to the other stream, blocks inside to theirs', () => {
  const { stdout, stderr } = simulate(`import contextlib, io, sys, traceback
out, err = io.StringIO(), io.StringIO()
with contextlib.redirect_stdout(out) as got:
    print('hidden', got is out)
    sys.stdout.write('more')
    with contextlib.redirect_stdout(io.StringIO()):
        print('inner')
with contextlib.redirect_stderr(err):
    print('error', file=sys.stderr)
    try:
        1 / 0
    except ZeroDivisionError:
        traceback.print_exc()
print(repr(out.getvalue()), err.getvalue().splitlines()[0], err.getvalue().splitlines()[-1])
`);
  expect(stdout).toBe("'hidden True\\nmore' error ZeroDivisionError: division by zero\n");
  expect(stderr).toBe('');
});
