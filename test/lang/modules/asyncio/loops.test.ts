import { describe, expect, test } from 'vitest';
import { baseEventLoopClass } from '../../../../src/lang/modules/asyncio/loops.ts';
import { mainPrints } from '../../../simulated.ts';
import { expectRecorded, namesUsed } from './recorded.ts';

describe('the event loop', () => {
  test('prints what CPython’s prints', () => expectRecorded('loops'));

  test('driven by hand prints what CPython’s prints', () => expectRecorded('loops-by-hand'));

  test('has all its methods called there', () => {
    const used = namesUsed('loops', 'loops-by-hand', 'threads');
    const own = [...baseEventLoopClass.attributes.keys()].filter((name) => !name.startsWith('__'));
    expect(own.filter((name) => !used.has(name))).toEqual([]);
    expect(own).toContain('call_later');
  });

  test('calls at exact times of its clock', () => {
    const lines = mainPrints(`
      loop = asyncio.get_running_loop()
      def tell(text):
          print(text, loop.time())
      loop.call_at(2.5, tell, 'at')
      print(loop.call_later(86400, tell, 'later').when())
      await asyncio.sleep(86401)
    `);
    expect(lines).toEqual(['86400.0', 'at 2.5', 'later 86400.0']);
  });
});
