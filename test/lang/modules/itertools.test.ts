// Module itertools as a whole: a recorded program, and the names of CPython's module.
import { expect, test } from 'vitest';
import { itertoolsModule } from '../../../src/lang/modules/itertools.ts';
import { expectSnippet, linesOf } from './functional-snippets.ts';

test('programs print what they print on CPython', () => {
  expectSnippet('itertools');
});

test('it holds every name of CPython’s', () => {
  const names =
    'accumulate batched chain combinations combinations_with_replacement compress count cycle ' +
    'dropwhile filterfalse groupby islice pairwise permutations product repeat starmap takewhile ' +
    'tee zip_longest';
  expect([...itertoolsModule.attributes.keys()].sort()).toEqual(names.split(' '));
});

test('tasks are numbered by a shared count', () => {
  const text = `
import asyncio, itertools
ids = itertools.count(1)
async def worker():
    mine = next(ids)
    await asyncio.sleep(0)
    return mine
async def main():
    print(await asyncio.gather(*(worker() for _ in range(3))))
    for batch in itertools.batched(range(5), 2):
        print(batch)
asyncio.run(main())
`;
  expect(linesOf(text)).toEqual(['[1, 2, 3]', '(0, 1)', '(2, 3)', '(4,)']);
});
