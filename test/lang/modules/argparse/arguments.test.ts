import { expect, test } from 'vitest';
import { nameOf } from '../../../../src/lang/modules/argparse/arguments.ts';
import { printed } from '../../../simulated.ts';

test('an argument goes by its flags, else by its name', () => {
  const positional = { flags: [], metavar: null, dest: 'src' };
  const option = { flags: ['-n', '--count'], metavar: null, dest: 'count' };
  expect([positional, option].map(nameOf)).toEqual(['src', '-n/--count']);
});

test('the first long flag names the attribute', () => {
  const text = `import argparse
p = argparse.ArgumentParser()
p.add_argument('-d', '--dry-run', '--no-op', action='store_true')
print(p.parse_args([]))
`;
  expect(printed(text)).toBe('Namespace(dry_run=False)\n');
});
