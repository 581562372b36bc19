import { expect, test } from 'vitest';
import { simulate } from '../../../simulated.ts';
import { expectRecorded } from '../recorded.ts';

test('lines are read, refused and explained as CPython does', () => expectRecorded('argparse'));

test('a line that is wrong ends the program with 2, told on stderr', () => {
  const { outcome, stderr } = simulate(
    "import argparse\np = argparse.ArgumentParser(prog='p')\np.add_argument('-n', type=int)\np.parse_args(['-n', 'x'])\n",
  );
  expect(outcome.exitCode).toBe(2);
  expect(stderr).toBe("usage: p [-h] [-n N]\np: error: argument -n: invalid int value: 'x'\n");
});
