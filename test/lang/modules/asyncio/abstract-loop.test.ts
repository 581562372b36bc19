import { expect, test } from 'vitest';
import { abstractLoopClass } from '../../../../src/lang/modules/asyncio/abstract-loop.ts';
import { mainPrints } from '../../../simulated.ts';

test('what a loop refuses raises NotImplementedError and says why', () => {
  const lines = mainPrints(`
    loop = asyncio.get_running_loop()
    print(isinstance(loop, asyncio.AbstractEventLoop))
    try:
        loop.add_signal_handler(2, print, 'stop', flag=True)
    except NotImplementedError as error:
        print(error)
    try:
        await loop.create_connection(None, 'localhost', 80)
    except NotImplementedError as error:
        print(error)
  `);
  expect(lines).toEqual([
    'True',
    'loop.add_signal_handler() is not supported: a simulation receives no signals ' +
      '(cancel a task where the signal would have done it)',
    'loop.create_connection() is not supported: the simulated loop has no network ' +
      '(model a request with await asyncio.sleep(seconds), a connection with asyncio.Queue)',
  ]);
});

test('its methods take any arguments', () => {
  const methods = [...abstractLoopClass.attributes.values()] as { readonly signature: string }[];
  const wrong = methods.filter((each) => !each.signature?.endsWith('(self, *args, **kwargs)'));
  expect(methods.length).toBeGreaterThan(25);
  expect(wrong).toEqual([]);
});
