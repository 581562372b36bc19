import { expect, test } from 'vitest';
import { printed } from '../../../simulated.ts';

test('help stands in columns, a long name on a line of its own', () => {
  const text = `import argparse
p = argparse.ArgumentParser(prog='p')
p.add_argument('--a-rather-long-option', help='what it does')
p.print_help()
`;
  // As CPython 3.14.2 prints it.
  expect(printed(text)).toBe(`usage: p [-h] [--a-rather-long-option A_RATHER_LONG_OPTION]

options:
  -h, --help            show this help message and exit
  --a-rather-long-option A_RATHER_LONG_OPTION
                        what it does
`);
});
