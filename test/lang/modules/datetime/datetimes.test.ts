import { expect, test } from 'vitest';
import { dateTimeClass } from '../../../../src/lang/modules/datetime/datetimes.ts';
import { printed, simulate } from '../../../simulated.ts';
import { expectRecorded } from '../recorded.ts';

test('moments are made, compared, moved and read as CPython’s are', () =>
  expectRecorded('datetimes', 'datetime'));

test('now is the virtual clock after the epoch, to the microsecond', () => {
  const text = `
import asyncio
from datetime import datetime

async def main():
    start = datetime.now()
    print(start, f'{start:%H:%M:%S}')
    await asyncio.sleep(0.1)
    await asyncio.sleep(0.2)
    print((datetime.now() - start).total_seconds(), datetime.today().isoformat())

asyncio.run(main())
`;
  expect(printed(text)).toBe('2023-11-14 22:13:20 22:13:20\n0.3 2023-11-14T22:13:20.300000\n');
});

test('utcnow warns once a place, on stderr', () => {
  const text = 'import datetime\nfor _ in range(2):\n    datetime.datetime.utcnow()\n';
  const { stderr } = simulate(text, { name: 'old.py' });
  expect(stderr).toBe(
    'old.py:3: DeprecationWarning: datetime.datetime.utcnow() is deprecated and scheduled for ' +
      'removal in a future version. Use timezone-aware objects to represent datetimes in UTC: ' +
      'datetime.datetime.now(datetime.UTC).\n  datetime.datetime.utcnow()\n',
  );
});

test('no class of the program derives from it', () => {
  expect(dateTimeClass.isFinal).toBe(true);
});
