// A small environment for the specs of loading and checking: what the checker is told of the
// simulator's built-ins and modules.

import type { Environment, KnownName } from '../../src/lang/check.ts';
import { type Loaded, loadScenario } from '../../src/scenario/load.ts';

function names(words: string, signatures: Record<string, string> = {}): Map<string, KnownName> {
  const known = new Map<string, KnownName>();
  for (const word of words.split(' ')) {
    const signature = signatures[word];
    known.set(word, signature === undefined ? {} : { signature });
  }
  return known;
}

export const environment: Environment = {
  builtins: names(
    'print range len sum min max list dict sorted enumerate isinstance zip int str float bool ' +
      'type super hasattr any all Exception BaseException ValueError TypeError NameError ' +
      'ImportError AttributeError ConnectionError TimeoutError KeyError ModuleNotFoundError',
    { len: 'len(obj, /)', print: "print(*values, sep=' ', end='\\n', file=None, flush=False)" },
  ),
  modules: new Map([
    [
      'asyncio',
      names(
        'run create_task gather sleep wait wait_for shield timeout Lock Semaphore Queue ' +
          'Event Condition CancelledError TimeoutError TaskGroup get_running_loop ' +
          'to_thread ensure_future',
        {
          sleep: 'sleep(delay, result=None)',
          wait_for: 'wait_for(fut, timeout)',
          gather: 'gather(*coros_or_futures, return_exceptions=False)',
          run: 'run(main, *, debug=None, loop_factory=None)',
        },
      ),
    ],
    ['random', names('random randint seed')],
    ['time', names('time sleep monotonic', { sleep: 'sleep(seconds, /)' })],
    ['math', names('pi sqrt')],
    ['sys', names('platform version_info argv exit')],
    ['collections', names('deque Counter')],
    ['collections.abc', names('Iterable')],
    ['typing', names('TYPE_CHECKING Any')],
  ]),
  extraNames: new Set(),
};

export function load(
  name: string,
  text: string,
  params: Readonly<Record<string, string>> = {},
): Loaded {
  return loadScenario(name, text, { environment, params: new Map(Object.entries(params)) });
}

/** The diagnostics of a file: `line:column message`, and `(hint)` where there is one. */
export function mistakes(name: string, text: string): readonly string[] {
  return load(name, text).diagnostics.map(({ span, severity, message, hint }) => {
    const kind = severity === 'warning' ? 'warning: ' : '';
    return `${span.line}:${span.column} ${kind}${message}${hint === undefined ? '' : ` (${hint})`}`;
  });
}
