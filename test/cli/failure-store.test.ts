// Failures that were found, kept in the current folder.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { keepFailures, knownFailures } from '../../src/cli/failure-store.ts';
import { FileProblem } from '../../src/cli/files.ts';
import { explore } from '../../src/explore/explore.ts';
import { TIE } from '../explore/explored.ts';
import { scenarioOf } from '../simulated.ts';
import { scratch } from './scratch.ts';

const { folder, path, file } = scratch();
const varied = { vary: ['ties'], jitter: null } as const;
const settings = { file: 'tie.py', source: TIE };

function report() {
  return explore(scenarioOf(TIE), { ...varied, settings });
}

/** Does something with the scratch folder as the current one. */
function there<T>(action: () => T): T {
  const home = process.cwd();
  process.chdir(folder);
  try {
    return action();
  } finally {
    process.chdir(home);
  }
}

test('what was kept is known again, for the same kinds of choice only', () => {
  there(() => {
    expect(knownFailures('a/tie.py', varied)).toEqual([]);
    const traces = keepFailures('a/tie.py', varied, report());
    expect(traces).toEqual(['.sim/failures/tie.py-1.jsonl']);
    expect(knownFailures('a/tie.py', varied)).toEqual([
      { seed: 1, answers: new Map([[0, [1, 0, 2]]]) },
    ]);
    expect(knownFailures('a/tie.py', { vary: ['ties', 'sets'], jitter: null })).toEqual([]);
    expect(knownFailures('a/tie.py', { ...varied, jitter: { share: 0.1, seconds: 0 } })).toEqual(
      [],
    );
    expect(readFileSync(traces[0]!, 'utf8')).toBe(report().findings[0].trace);
  });
});

test('what is kept and cannot be read is as if it were not there', () => {
  there(() => {
    for (const text of ['', '{', '[]', '{"varied":{"vary":["ties"],"jitter":null}}']) {
      writeFileSync('.sim/failures/tie.py.json', text);
      expect(knownFailures('tie.py', varied)).toEqual([]);
    }
  });
});

test('a report without failures keeps nothing', () => {
  there(() => {
    const calm = explore(scenarioOf('x = 1\n'), varied);
    expect(keepFailures('calm.py', varied, calm)).toEqual([]);
    expect(existsSync(path('.sim/failures/calm.py.json'))).toBe(false);
  });
});

test('a folder that cannot be made is a problem of files', () => {
  file('in-the-way', '');
  there(() => {
    const keep = () => keepFailures('tie.py', varied, report(), 'in-the-way/failures');
    expect(keep).toThrow(FileProblem);
    expect(keep).toThrow(/^cannot write in-the-way\/failures: /);
  });
});
