import { describe, expect, test } from 'vitest';
import { sysModule, VersionInfo, versionInfoClass } from '../../../src/lang/modules/sys.ts';
import { typeOf } from '../../../src/lang/objects/type-of.ts';
import { simulate } from '../../simulated.ts';
import { expectRecordedOutputs } from './output-snippets/recorded.ts';

describe('sys', () => {
  test('a run has its own, with CPython’s behaviour', () => {
    expect(sysModule()).not.toBe(sysModule());
    expect(typeOf(new VersionInfo([3]))).toBe(versionInfoClass);
    expectRecordedOutputs('sys');
  });

  test('the machine is a fixed one', () => {
    const text = `import sys
print(sys.platform, sys.maxsize, sys.getrecursionlimit(), sys.argv, sys.stdout)
sys.exit(4)`;
    const { outcome, stdout } = simulate(text, { argv: ['spec.py', 'a'] });
    expect(stdout).toBe(
      "linux 9223372036854775807 1000 ['spec.py', 'a'] " +
        "<_io.TextIOWrapper name='<stdout>' mode='w' encoding='utf-8'>\n",
    );
    expect(outcome.exitCode).toBe(4);
    expect(simulate('import sys\nprint(sys.argv)').stdout).toBe("['spec.py']\n");
  });
});
