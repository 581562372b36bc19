// What a scenario file may hold: every key, word and header, with a sentence that explains it and
// an example. The loader knows its keys from here and the JSON Schema (schema.ts) says what stands
// here, so the two cannot differ.

/** What an editor shows of a key. */
export interface KeyNote {
  readonly description: string;
  /** A value of the key; of a header, the header itself. */
  readonly example: unknown;
}

/** The keys of the file itself. */
export const scenarioKeys = {
  name: {
    description: 'What the scenario is called; else the name of its file.',
    example: 'semaphore-50-5',
  },
  description: {
    description: 'What it shows, for people.',
    example: 'Fifty workers, at most five at a time.',
  },
  seed: {
    description: 'The seed of the module random, a whole number from 0 up (1 without it).',
    example: 7,
  },
  params: {
    description: 'Constants by name; --param name=value replaces one. A text is a text.',
    example: { n: 50, k: 5 },
  },
  state: {
    description:
      'Variables of the whole program by name, set in this order before main starts. A text is ' +
      'a Python expression; assigning to such a name in a function writes the shared variable.',
    example: { slots: 'Semaphore(2)', running: 0, names: "['Ada', 'Bob']" },
  },
  define: {
    description: 'Functions and classes: a mapping from headers to blocks, or a block.',
    example: { 'async def worker(i)': ['await sleep(i)', 'return i'] },
  },
  main: {
    description: 'The block that the program runs; what it returns is the result.',
    example: ['results = await gather(worker(1), worker(2))', 'return results'],
  },
  expect: {
    description: 'What must hold, as Python expressions: always, eventually, finally.',
    example: { always: ['running <= k'], finally: ['now() == 10'] },
  },
  limits: {
    description: 'How much a run may do; the flags --max-… go before.',
    example: { time: '1h', steps: 1_000_000, tasks: 100_000 },
  },
  explore: {
    description: 'What runs of the scenario may vary, and how many there are.',
    example: { vary: ['timing', 'ties'], runs: 1000 },
  },
} as const satisfies Record<string, KeyNote>;

export const expectKeys = {
  always: {
    description: 'True after the state is set up and after every step of the loop.',
    example: ['running <= k'],
  },
  eventually: {
    description: 'True at least once.',
    example: ['running == k'],
  },
  finally: {
    description: 'True after the run; result is what main returned, error what it raised.',
    example: ['now() == 10', 'result == list(range(n))'],
  },
} as const satisfies Record<string, KeyNote>;

/** What `limits:` may hold; the option of the command line is `--max-` and the name. */
export const limitKeys = {
  time: {
    description: 'Virtual time: seconds, or a text such as 500ms, 90s, 1h 30m.',
    example: '1h',
  },
  steps: { description: 'Handles executed in all.', example: 1_000_000 },
  'instant-steps': {
    description: 'Handles executed while the clock stands still.',
    example: 100_000,
  },
  operations: { description: 'Elementary operations inside one step.', example: 1_000_000 },
  tasks: { description: 'Tasks alive at one time.', example: 100_000 },
  recursion: { description: 'The depth of calls.', example: 1000 },
  output: { description: 'Characters that the program may print.', example: 1_000_000 },
  trace: { description: 'Bytes of a trace file.', example: 100_000_000 },
  collection: { description: 'Items of one collection or string.', example: 1_000_000 },
  digits: { description: 'Decimal digits of an int that becomes text.', example: 4300 },
} as const satisfies Record<string, KeyNote>;

export type LimitName = keyof typeof limitKeys;

export const exploreKeys = {
  vary: { description: 'The kinds of choice that are varied.', example: ['timing', 'ties'] },
  runs: { description: 'How many runs there are.', example: 1000 },
} as const satisfies Record<string, KeyNote>;

/** What `explore: { vary: … }` may name: the kinds of choice that CPython leaves open. */
export const choiceNotes = {
  timing: 'how late timers are',
  ties: 'the order of equal deadlines',
  sets: 'the order in which sets are walked',
  data: 'the draws of the module random',
  cancel: 'when a task is cancelled',
  'ready-order': 'the order of the ready queue',
} as const;

export type ChoiceKind = keyof typeof choiceNotes;

/** How compound statements begin: the key of a mapping in a block. */
export const statementKeys = {
  if: { description: 'Runs its block if the condition is true.', example: 'if x > 1' },
  for: { description: 'Runs its block for each item.', example: 'for i in range(3)' },
  while: { description: 'Runs its block while the condition is true.', example: 'while True' },
  try: { description: 'Runs its block; except and finally are further keys.', example: 'try' },
  with: { description: 'A context manager around a block.', example: 'with suppress(KeyError)' },
  'async with': {
    description: 'An asynchronous context manager around a block.',
    example: 'async with slots',
  },
  'async for': {
    description: 'Runs its block for each item of an asynchronous iterator.',
    example: 'async for item in stream()',
  },
  'async def': { description: 'A coroutine function.', example: 'async def worker(i)' },
  def: { description: 'A function.', example: 'def double(x)' },
  class: { description: 'A class.', example: 'class Refused(Exception)' },
  match: {
    description: 'Chooses a case by pattern: a mapping from cases to blocks.',
    example: 'match command',
  },
} as const satisfies Record<string, KeyNote>;

/** How the further clauses of a compound statement begin: later keys of its mapping. */
export const clauseKeys = {
  elif: { description: 'Another condition of the if above.', example: 'elif x == 1' },
  else: { description: 'What runs otherwise.', example: 'else' },
  except: {
    description: 'What runs when the block of the try raises such an exception.',
    example: 'except TimeoutError as error',
  },
  finally: { description: 'What runs in the end, whatever happened.', example: 'finally' },
  case: { description: 'One case of a match.', example: 'case ["go", speed]' },
} as const satisfies Record<string, KeyNote>;

/** The pattern of a header that begins with one of some words (`async def` is one). */
export function headerPattern(words: readonly string[]): string {
  return `^\\s*(?:${words.map((each) => each.replace(' ', '\\s+')).join('|')})(?![\\w.=])`;
}
