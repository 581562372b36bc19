import { expect, test } from 'vitest';
import { isRecord, logRecordClass } from '../../../../src/lang/modules/logging/records.ts';
import { Instance } from '../../../../src/lang/values.ts';
import { simulate } from '../../../simulated.ts';

test('a record tells when it was made, and in which task', () => {
  expect(isRecord(new Instance(logRecordClass))).toBe(true);
  expect(isRecord(null)).toBe(false);
  const { stderr } = simulate(`import asyncio, logging
logging.basicConfig(format="%(asctime)s %(relativeCreated)d %(taskName)s %(threadName)s %(message)s")
async def main():
    await asyncio.sleep(1.5)
    logging.warning("x")
asyncio.run(main())
logging.warning("y")`);
  expect(stderr.split('\n')).toEqual([
    '2023-11-14 22:13:21,500 1500 Task-1 MainThread x',
    '2023-11-14 22:13:21,500 1500 None MainThread y',
    '',
  ]);
});
