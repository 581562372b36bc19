import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { contextlibModule } from '../../../../src/lang/modules/contextlib/module.ts';
import { printed, scenarioOf, simulate } from '../../../simulated.ts';
import { expectRecorded } from '../asyncio/recorded.ts';

const folder = join(import.meta.dirname, 'snippets');

describe('module contextlib', () => {
  test('prints what CPython 3.14.2 prints for managers of generators', () =>
    expectRecorded('contextmanager', folder));
  test('prints what CPython 3.14.2 prints for asynchronous ones', () =>
    expectRecorded('asynccontextmanager', folder));
  test('prints what CPython 3.14.2 prints for stacks and the small managers', () =>
    expectRecorded('stacks', folder));

  test('has these names', () => {
    expect([...contextlibModule.attributes.keys()]).toEqual([
      'AbstractAsyncContextManager',
      'AbstractContextManager',
      'AsyncContextDecorator',
      'AsyncExitStack',
      'ContextDecorator',
      'ExitStack',
      'aclosing',
      'asynccontextmanager',
      'closing',
      'contextmanager',
      'nullcontext',
      'suppress',
      'redirect_stdout',
      'redirect_stderr',
    ]);
  });

  test('refuses what changes directories, by name', () => {
    expect(() => scenarioOf('import contextlib\ncontextlib.chdir("x")')).toThrow(
      "'contextlib.chdir' is not supported: a simulation reads and writes no files",
    );
  });

  test('refuses classes derived from the managers that are whole', () => {
    const text =
      'from contextlib import ExitStack\nbase = ExitStack\nclass A(base):\n    pass\nA()';
    expect(simulate(text).stderr).toContain(
      'a class derived from contextlib.ExitStack is not supported: hold one instead',
    );
  });

  test('closes a thing whatever happens', () => {
    const text = `
from contextlib import closing
class Thing:
    def close(self):
        print('closed')
with closing(Thing()):
    print('open')
`;
    expect(printed(text)).toBe('open\nclosed\n');
  });
});
