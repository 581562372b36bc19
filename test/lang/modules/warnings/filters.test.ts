import { expect, test } from 'vitest';
import { UserWarning } from '../../../../src/asyncio/exceptions.ts';
import {
  checkPattern,
  WarningsModule,
  warningClass,
} from '../../../../src/lang/modules/warnings/filters.ts';
import { exceptionClassOf } from '../../../../src/lang/objects/exception-classes.ts';

const notice = {
  text: 'Careful',
  category: exceptionClassOf(UserWarning),
  module: '__main__',
  line: 3,
};
const ignoring = {
  action: 'ignore',
  message: 'care',
  category: warningClass,
  module: '',
  line: 0,
} as const;

test('the filter that was added last is asked first, one at the end last', () => {
  const state = new WarningsModule('warnings', new Map());
  expect(state.actionFor(notice)).toBe('default');
  state.add(ignoring, true);
  state.add({ ...ignoring, action: 'error' }, true);
  expect(state.actionFor(notice)).toBe('ignore');
  state.add({ ...ignoring, action: 'always' }, false);
  expect(state.actionFor(notice)).toBe('always');
});

test('what was shown is shown again when the filters change', () => {
  const state = new WarningsModule('warnings', new Map());
  expect([1, 2].map(() => state.isNews('default', notice))).toEqual([true, false]);
  state.use(state.filters);
  expect(state.isNews('default', notice)).toBe(true);
  expect([1, 2].map(() => state.isNews('always', notice))).toEqual([true, true]);
});

test('a filter goes by the beginning of a text, and patterns are refused', () => {
  expect(checkPattern('Coroutine .*', 'message')).toBe('coroutine ');
  expect(() => checkPattern('a|b', 'message')).toThrow(
    expect.objectContaining({
      args: ['a pattern as message is not supported: write the beginning of the text'],
    }),
  );
});
