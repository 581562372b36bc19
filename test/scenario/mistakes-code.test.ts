// A table of mistakes in the code of Python and JSON files with what is said about each. The places
// were counted in the texts, not copied from the output; messages that CPython has are CPython's.

import { describe, expect, test } from 'vitest';
import { mistakes } from './environment.ts';

type Row = readonly [title: string, lines: readonly string[], expected: readonly string[]];

const python: readonly Row[] = [
  [
    'an unknown name',
    [
      'import asyncio',
      'async def main():',
      '    count = 1',
      '    print(cuont)',
      'asyncio.run(main())',
    ],
    ["4:11 name 'cuont' is not defined (did you mean 'count'?)"],
  ],
  [
    'a module that is not imported',
    ['async def main():', '    pass', 'asyncio.run(main())'],
    ["3:1 name 'asyncio' is not defined (write 'import asyncio' first)"],
  ],
  [
    'a member without its module',
    ['import asyncio', 'async def main():', '    await gather()', 'asyncio.run(main())'],
    ["3:11 name 'gather' is not defined (did you mean 'asyncio.gather'?)"],
  ],
  [
    'a word of JavaScript',
    ['x = true'],
    ["1:5 name 'true' is not defined (Python writes it 'True')"],
  ],
  [
    'an unknown member of a module',
    ['import asyncio', 'asyncio.slep(1)'],
    ["2:9 module 'asyncio' has no attribute 'slep' (did you mean 'sleep'?)"],
  ],
  [
    'an unknown name in an import',
    ['from asyncio import sleep, gahter'],
    ["1:28 cannot import name 'gahter' from 'asyncio' (did you mean 'gather'?)"],
  ],
  [
    'a module of the network',
    ['import socket'],
    [
      "1:1 'import socket' is not supported: the simulated loop has no network (model " +
        'a request with await asyncio.sleep(seconds), a connection with asyncio.Queue)',
    ],
  ],
  [
    'a member of the network',
    ['import asyncio', 'async def main():', '    await asyncio.open_connection("a", 1)'],
    [
      "3:19 'asyncio.open_connection' is not supported: the simulated loop has no " +
        'network (model a request with await asyncio.sleep(seconds), a connection with ' +
        'asyncio.Queue)',
    ],
  ],
  [
    'a misspelt module',
    ['import asynico'],
    [
      "1:1 'import asynico' is not supported: the simulator has no such module (did " +
        "you mean 'asyncio'?)",
    ],
  ],
  [
    'one module of several',
    ['import asyncio, threading'],
    [
      "1:17 'import threading' is not supported: a simulation has no threads (use " +
        'tasks, or asyncio.to_thread, which is modelled)',
    ],
  ],
  [
    'a built-in that a simulation cannot have',
    ['text = open("x.txt")'],
    [
      "1:8 'open' is not supported: a simulation reads and writes no files (put the " +
        'data into the program, and print what it finds)',
    ],
  ],
  [
    'await in a plain function',
    ['import asyncio', 'def work():', '    await asyncio.sleep(1)'],
    ["3:5 'await' outside async function (make it a coroutine: async def work(…))"],
  ],
  [
    'await at module level',
    ['import asyncio', 'await asyncio.sleep(1)'],
    ["2:1 'await' outside function (put it into a coroutine, and start that with asyncio.run)"],
  ],
  [
    'async for and async with at module level',
    ['import asyncio', 'async for x in []:', '    pass', 'async with asyncio.Lock():', '    pass'],
    [
      "2:1 'async for' outside async function (put it into a coroutine, and start that " +
        'with asyncio.run)',
      "4:1 'async with' outside async function (put it into a coroutine, and start " +
        'that with asyncio.run)',
    ],
  ],
  [
    'await in a comprehension of a plain function',
    ['def work(xs):', '    return [await x for x in xs]'],
    [
      '2:12 asynchronous comprehension outside of an asynchronous function (make it a ' +
        'coroutine: async def work(…))',
    ],
  ],
  ['return at module level', ['return 1'], ["1:1 'return' outside function"]],
  ['return in a class', ['class A:', '    return 1'], ["2:5 'return' outside function"]],
  ['yield at module level', ['yield 1'], ["1:1 'yield' outside function"]],
  [
    'yield in a comprehension',
    ['def f():', '    return [(yield x) for x in range(3)]'],
    ["2:14 'yield' inside list comprehension"],
  ],
  [
    'yield from in a coroutine',
    ['async def f():', '    yield from range(3)'],
    ["2:5 'yield from' inside async function (write: async for x in …: yield x)"],
  ],
  [
    'return with a value in an async generator',
    ['async def f():', '    yield 1', '    return 2'],
    ["3:5 'return' with value in async generator"],
  ],
  ['break outside a loop', ['def f():', '    break'], ["2:5 'break' outside loop"]],
  [
    'break in a function inside a loop',
    ['for x in range(3):', '    def f():', '        break'],
    ["3:9 'break' outside loop"],
  ],
  [
    'continue outside a loop',
    ['if True:', '    continue'],
    ["2:5 'continue' not properly in loop"],
  ],
  [
    'break out of except*',
    ['for x in range(3):', '    try:', '        pass', '    except* ValueError:', '        break'],
    ["5:9 'break', 'continue' and 'return' cannot appear in an except* block"],
  ],
  [
    'nonlocal without a variable',
    ['def f():', '    nonlocal x', '    x = 1'],
    ["2:5 no binding for nonlocal 'x' found"],
  ],
  [
    'global after use',
    ['x = 1', 'def f():', '    print(x)', '    global x'],
    ["4:5 name 'x' is used prior to global declaration"],
  ],
  [
    'a missing argument',
    ['import asyncio', 'async def main():', '    await asyncio.wait_for(asyncio.sleep(1))'],
    ["3:11 wait_for() missing 1 required positional argument: 'timeout'"],
  ],
  [
    'an argument too many',
    ['import asyncio', 'async def main():', '    await asyncio.sleep(1, 2, 3)'],
    ['3:31 sleep() takes from 1 to 2 positional arguments but 3 were given'],
  ],
  [
    'a keyword that does not exist',
    ['import asyncio', 'async def main():', '    await asyncio.gather(return_exception=True)'],
    [
      "3:26 gather() got an unexpected keyword argument 'return_exception' (did you " +
        "mean 'return_exceptions'?)",
    ],
  ],
  [
    'wrong calls of a function of the program',
    [
      'def f(a, b, *, c):',
      '    pass',
      'f(1, c=3)',
      'f(1, 2)',
      'f(1, 2, 3, c=4)',
      'f(1, 2, a=1, c=1)',
    ],
    [
      "3:1 f() missing 1 required positional argument: 'b'",
      "4:1 f() missing 1 required keyword-only argument: 'c'",
      '5:9 f() takes 2 positional arguments but 3 positional arguments (and 1 ' +
        'keyword-only argument) were given',
      "6:9 f() got multiple values for argument 'a'",
    ],
  ],
  [
    'a coroutine that is dropped',
    [
      'import asyncio',
      'async def work():',
      '    asyncio.sleep(1)',
      'async def main():',
      '    work()',
    ],
    [
      "3:5 warning: coroutine 'sleep' is called and dropped: its body never runs " +
        '(write await before the call, or hand it to create_task)',
      "5:5 warning: coroutine 'work' is called and dropped: its body never runs (write " +
        'await before the call, or hand it to create_task)',
    ],
  ],
  [
    'a coroutine method that is dropped',
    ['import asyncio', 'lock = asyncio.Lock()', 'async def main():', '    lock.acquire()'],
    [
      "4:5 warning: coroutine 'Lock.acquire' is called and dropped: its body never " +
        'runs (write await before the call, or hand it to create_task)',
    ],
  ],
  [
    'a method of the class itself that is dropped',
    [
      'class A:',
      '    async def work(self):',
      '        pass',
      '    async def run(self):',
      '        self.work()',
    ],
    [
      "5:9 warning: coroutine 'work' is called and dropped: its body never runs (write " +
        'await before the call, or hand it to create_task)',
    ],
  ],
  [
    'a coroutine function that is not called',
    [
      'import asyncio',
      'async def work():',
      '    pass',
      'async def main():',
      '    await work',
      '    asyncio.create_task(work)',
    ],
    [
      "5:11 warning: 'work' is a coroutine function and is not called here (write " +
        'work(…) with its arguments)',
      "6:25 warning: 'work' is a coroutine function and is not called here (write " +
        'work(…) with its arguments)',
    ],
  ],
  [
    'a blocking call',
    ['import time', 'def f():', '    time.sleep(1)', 'async def main():', '    time.sleep(1)'],
    [
      '5:5 warning: time.sleep in a coroutine holds the whole loop: no other task runs ' +
        'meanwhile (write await asyncio.sleep(…))',
    ],
  ],
  [
    'gather with a list, wait_for without a limit',
    [
      'from asyncio import gather, wait_for, sleep',
      'async def main():',
      '    await gather([sleep(1)])',
      '    await wait_for(sleep(1), None)',
    ],
    [
      '3:18 warning: gather takes its awaitables one by one, not in a list (write gather(*[…]))',
      '4:30 warning: wait_for with timeout=None never times out (give a number of ' +
        'seconds, or await directly)',
    ],
  ],
  [
    'several mistakes in one file',
    ['import socket', 'x = = 1', 'print(zz)', 'return 5'],
    [
      "1:1 'import socket' is not supported: the simulated loop has no network (model " +
        'a request with await asyncio.sleep(seconds), a connection with asyncio.Queue)',
      "2:5 invalid syntax: expected an expression, found '='",
      "3:7 name 'zz' is not defined",
      "4:1 'return' outside function",
    ],
  ],
];

const json: readonly Row[] = [
  [
    'a comment',
    ['{ // x', '"main": ["pass"] }'],
    ['1:3 JSON has no comments (write the scenario as YAML, or use "description")'],
  ],
  [
    'a comma too many',
    ['{', '  "main": ["pass"],', '}'],
    ['2:19 JSON has no comma after the last item'],
  ],
  [
    'a key twice',
    ['{ "main": ["pass"], "main": ["pass"] }'],
    ["1:21 key 'main' occurs twice (the first is in line 1)"],
  ],
  [
    'a number too large',
    ['{ "params": { "x": 1e400 }, "main": ["pass"] }'],
    ['1:20 1e400 is too large for a float'],
  ],
  ['single quotes', ["{ 'main': [] }"], ['1:3 JSON quotes with double quotes']],
  ['nothing', [''], ['1:1 the file is empty']],
  ['a list', ['[1]'], ['1:1 expected a mapping, found a list']],
  [
    'a string that does not end',
    ['{ "main": ["pass] }'],
    ['1:12 the string does not end in its line (a line break in a string is written \\n)'],
  ],
  [
    'a mistake after escapes in a string',
    ['{ "main": ["log(\\"\\u00e9\\", nam)"] }'],
    ["1:29 name 'nam' is not defined"],
  ],
  [
    'mistakes in several statements',
    [
      '{ "main": [',
      '  "x = ",',
      '  {"if x >": ["break"]},',
      '  {"while True": ["break", "return y y"]}',
      '] }',
    ],
    [
      '2:7 invalid syntax: expected an expression, found end of line',
      '3:11 invalid syntax: expected an expression, found end of line',
      "4:38 invalid syntax: unexpected name 'y'",
    ],
  ],
  [
    'result before the end',
    [
      '{ "main": ["return 1"], "expect": {',
      '  "always": ["result == 1"],',
      '  "finally": ["result == 1", "resul == 1"]',
      '} }',
    ],
    [
      "2:15 'result' is known only when main has ended (move the expectation to expect.finally)",
      "3:31 name 'resul' is not defined",
    ],
  ],
];

describe('a mistake in a Python file is told with its place', () => {
  test.each(python)('%s', (_title, lines, expected) => {
    expect(mistakes('x.py', `${lines.join('\n')}\n`)).toEqual(expected);
  });
});

describe('a mistake in a JSON file is told with its place', () => {
  test.each(json)('%s', (_title, lines, expected) => {
    expect(mistakes('x.json', lines.join('\n'))).toEqual(expected);
  });
});
