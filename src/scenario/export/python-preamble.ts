// What a program of a fixed schedule brings along besides its virtual clock, as Python text: the
// lengths of its drawn waits by number, and one expectation that ends the program where it is
// broken. They count and judge as the simulator does: a drawn length that is evaluated while a loop
// runs counts, an expectation is judged after every handle or at the very end, by the names of the
// program. For CPython 3.11 to 3.14. Source: CPython Lib/asyncio/events.py (Handle._run).

import { printExpression } from '../../lang/print-expression.ts';
import type { Rule } from '../judge.ts';

/** An expectation by its rule and its text. */
export interface Expected {
  readonly rule: Rule;
  readonly text: string;
}

/** What a program says whose expectation is broken. */
export function brokenText({ rule, text }: Expected): string {
  return `expectation failed: ${rule}: ${text}`;
}

/** Python text: a function `name` that gives drawn waits of these numbers other lengths. */
export function durationsText(name: string, durations: ReadonlyMap<number, number>): string {
  const items = [...durations].map(([draw, seconds]) => `${draw}: ${seconds}`);
  const line = items.join(', ');
  const table = line.length <= 70 ? line : `\n${items.map((item) => `    ${item},\n`).join('')}`;
  return `def use_durations(durations):
    """Counts the waits of a drawn length, and gives some of them another length."""
    import asyncio

    waits = 0

    def duration(drawn):
        nonlocal waits
        if asyncio._get_running_loop() is None:
            return drawn
        waits += 1
        return durations.get(waits, drawn)

    return duration


# Seconds that waits of a drawn length take here, by their number in the order of the draws. Each
# is one that the draw could have given; all others are as drawn.
${name} = use_durations({${table}})
`;
}

const AFTER_EACH_HANDLE = `
    execute = asyncio.Handle._run
    asyncio.Handle._run = run_and_judge
`;

const judges: Readonly<Record<Rule, string>> = {
  always: `    def run_and_judge(handle):
        execute(handle)
        reason = reason_against()
        if reason is not None:
            fail(reason)
${AFTER_EACH_HANDLE}`,
  eventually: `    was_true = False

    def run_and_judge(handle):
        nonlocal was_true
        execute(handle)
        was_true = was_true or reason_against() is None

    def judge():
        if not was_true:
            fail(': it was never true')

    atexit.register(judge)
${AFTER_EACH_HANDLE}`,
  finally: `    result = None

    def run_and_keep(*arguments, **options):
        nonlocal result
        result = run(*arguments, **options)
        return result

    def judge():
        reason = reason_against(result=result, error=getattr(sys, 'last_value', None))
        if reason is not None:
            fail(reason)

    atexit.register(judge)
    run = asyncio.Runner.run
    asyncio.Runner.run = run_and_keep
`,
};

/** Python text that ends the program with exit code 1 where the expectation is broken. */
export function expectationText({ rule, text }: Expected): string {
  const span = { line: 1, column: 1, endLine: 1, endColumn: 1 };
  const quoted = printExpression({ kind: 'Constant', type: 'str', value: text, span });
  return `def expect(text):
    """Ends the program where the expectation is broken: ${rule}."""
    import asyncio
    import atexit
    import os
    import sys
    import time

    code = compile(f'({text}\\n)', 'expectation', 'eval', dont_inherit=True)
    program = globals()

    def reason_against(**at_the_end):
        try:
            names = {'now': time.monotonic, **program, **at_the_end}
            return None if eval(code, names) else ''
        except Exception as error:
            return f': {type(error).__name__}: {error}'

    def fail(reason):
        sys.stdout.flush()
        message = f'expectation failed: ${rule}: {text}{reason}'
        print(message, file=sys.stderr, flush=True)
        os._exit(1)

${judges[rule]}

expect(${quoted})
`;
}
