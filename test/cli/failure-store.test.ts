// Failures that were found, kept in the current folder.
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { VERSION } from '../../src/base/version.ts';
import { failureName, keepFailures, knownFailures } from '../../src/cli/failure-store.ts';
import { FileProblem } from '../../src/cli/files.ts';
import { explore } from '../../src/explore/explore.ts';
import { finished } from '../../src/explore/work.ts';
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

const keep = (name: string, what = report()) => finished(keepFailures(name, varied, what));
const known = (name: string) => knownFailures(name, varied);
const LIST = '.sim/failures/a+tie.py.json';
const KEPT = { schedules: [{ seed: 1, answers: new Map([[0, [1, 0, 2]]]) }], note: null };
const NOTHING = { schedules: [], note: null };

test('what was kept is known again, for the same kinds of choice only', () => {
  there(() => {
    expect(known('a/tie.py')).toEqual(NOTHING);
    const traces = keep('a/tie.py');
    expect(traces).toEqual(['.sim/failures/a+tie.py-1.jsonl']);
    expect(known('a/tie.py')).toEqual(KEPT);
    expect(knownFailures('a/tie.py', { vary: ['ties', 'sets'], jitter: null })).toEqual(NOTHING);
    const jitter = { share: 0.1, seconds: 0 };
    expect(knownFailures('a/tie.py', { ...varied, jitter })).toEqual(NOTHING);
    expect(readFileSync(traces[0]!, 'utf8')).toBe(report().findings[0].trace);
  });
});

test('what is kept under other kinds of choice stays', () => {
  there(() => {
    keep('both/tie.py');
    const other = { vary: ['ties', 'sets'], jitter: null } as const;
    finished(keepFailures('both/tie.py', other, report()));
    expect(known('both/tie.py')).toEqual(KEPT);
    expect(knownFailures('both/tie.py', other)).toEqual(KEPT);
  });
});

test('files of one name in two folders do not know of each other', () => {
  there(() => {
    keep('one/tie.py');
    expect(known('one/../one/tie.py')).toEqual(KEPT);
    expect(known(path('one/tie.py'))).toEqual(KEPT);
    for (const other of ['two/tie.py', 'tie.py', 'one+tie.py', '../one/tie.py', '-']) {
      expect(known(other)).toEqual(NOTHING);
    }
  });
});

test('a name has letters that every file system has, and tells the path', () => {
  there(() => {
    expect(failureName('tie.py')).toBe('tie.py');
    expect(failureName('a b/ü%+.py')).toBe('a%20b+%c3%bc%25%2b.py');
    expect(failureName('c:\\"<|>?*.py')).toBe('c%3a%5c%22%3c%7c%3e%3f%2a.py');
    expect(failureName('../tie.py')).toBe('..+tie.py');
    expect([failureName('-'), failureName('%stdin')]).toEqual(['%stdin', '%25stdin']);
    const long = ['a', 'b'].map((folder) => failureName(`${folder}/${'x'.repeat(200)}/tie.py`));
    expect(long[0]).toMatch(/^[\da-f]{16}~x+\+tie\.py$/);
    expect(long.map((name) => name.length)).toEqual([120, 120]);
    expect(long[0]).not.toBe(long[1]);
  });
});

test('what is kept and cannot be used is left aside, and says so', () => {
  there(() => {
    const list = (kept: unknown) => JSON.stringify({ sim: VERSION, kept });
    const answers = (...answer: readonly unknown[]) =>
      list([{ varied, schedules: [{ seed: 1, answers: answer }] }]);
    const foreign = `${LIST} is left aside: it is no list of failures`;
    for (const [text, note] of [
      ['', `${LIST} is left aside: it is damaged`],
      ['{"sim', `${LIST} is left aside: it is damaged`],
      [
        JSON.stringify({ sim: '0.0.1', kept: 5 }),
        `${LIST} is left aside: sim 0.0.1 wrote it, this is ${VERSION}`,
      ],
      ...['[]', 'null', '7', '"text"', '{"kept":[]}', list(5), list([5]), list([null])].map(
        (each) => [each, foreign],
      ),
      [JSON.stringify({ varied, schedules: [] }), foreign],
      [list([{ varied, schedules: [{ seed: 'one', answers: [] }] }]), foreign],
      [list([{ varied, schedules: [{ seed: 1, answers: 5 }] }]), foreign],
      ...[0, [0], ['0', 1], [0, 'first'], [0, [1, '0']], [0, { length: 2 }], [0, null]].map(
        (answer) => [answers(answer), foreign],
      ),
    ]) {
      writeFileSync(LIST, text);
      expect(known('a/tie.py')).toEqual({ schedules: [], note });
    }
    rmSync(LIST);
    mkdirSync(LIST);
    expect(known('a/tie.py').note).toBe(`${LIST} is left aside: it is a folder`);
    rmSync(LIST, { recursive: true });
    expect(keep('a/tie.py')).toHaveLength(1);
    expect(known('a/tie.py')).toEqual(KEPT);
  });
});

test('schedules of a program that has changed are tried as far as they fit', () => {
  there(() => {
    keep('changed.py');
    const { schedules } = known('changed.py');
    for (const text of ['x = 1\n', TIE.replace('"abc"', '"ab"'), TIE.replace('"abc"', '"abcd"')]) {
      const options = { ...varied, known: schedules, strategy: 'systematic' } as const;
      const { coverage, findings } = explore(scenarioOf(text), options);
      expect(coverage.isExhaustive).toBe(true);
      expect(findings).toHaveLength(text === 'x = 1\n' ? 0 : 1);
    }
  });
});

test('a report without failures keeps nothing', () => {
  there(() => {
    const calm = explore(scenarioOf('x = 1\n'), varied);
    expect(keep('calm.py', calm)).toEqual([]);
    expect(existsSync(path('.sim/failures/calm.py.json'))).toBe(false);
  });
});

test('a failure without a trace is kept by its schedule', () => {
  there(() => {
    const [finding] = report().findings;
    const untold = { ...finding, trace: null, untold: 'it was interrupted' };
    expect(keep('untold.py', { ...report(), findings: [untold] })).toEqual([null]);
    expect(known('untold.py')).toEqual(KEPT);
  });
});

test('a trace that does not replay is not kept', () => {
  there(() => {
    const [finding] = report().findings;
    const other = {
      ...report(),
      findings: [{ ...finding, trace: finding.trace!.replace('"time":1,', '"time":2,') }],
    };
    expect(other.findings[0].trace).not.toBe(finding.trace);
    expect(keep('other.py', other)).toEqual([null]);
  });
});

test('a folder that cannot be made is a problem of files', () => {
  file('in-the-way', '');
  there(() => {
    const keeping = () => finished(keepFailures('tie.py', varied, report(), 'in-the-way/failures'));
    expect(keeping).toThrow(FileProblem);
    expect(keeping).toThrow(/^cannot write in-the-way\/failures: /);
  });
});
