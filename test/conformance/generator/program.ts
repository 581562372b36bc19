// A whole program out of a theme: workers, which are started with names, a main that disturbs them,
// one of several ends, and the definitions that all this uses.
import fc from 'fast-check';
import { SourceFile } from '../../../src/base/source-text.ts';
import { parseModule } from '../../../src/lang/parse.ts';
import type { Module } from '../../../src/lang/tree.ts';
import { type Code, choose, code, framed, lines, type Piece, type Weighted, word } from './code.ts';
import { definitionsFor } from './definitions.ts';
import {
  attended,
  cancelAny,
  delay,
  guarded,
  mark,
  repeated,
  sleep,
  surrounded,
  tell,
} from './steps.ts';

export interface Theme {
  readonly name: string;
  /** Definitions of the module, each without blank lines around it. */
  readonly definitions?: readonly string[];
  /** Opens `main`. */
  readonly setup?: Piece;
  readonly steps: readonly Weighted[];
  /** Statements around others. */
  readonly blocks?: (body: Piece) => readonly Weighted[];
  /** Steps of `main` alone. */
  readonly mainSteps?: readonly Weighted[];
  /** How a worker is started; `W` stands for its name. */
  readonly start?: Piece;
  readonly ends?: readonly Weighted[];
  /** How the module runs `main`. */
  readonly run?: Piece;
  /** Values of `import`, `asyncio` apart. */
  readonly imports?: readonly string[];
  readonly minWorkers?: number;
  readonly maxWorkers?: number;
}

const basicSteps: readonly Weighted[] = [
  [3, sleep],
  [1, mark],
  [1, cancelAny],
  [0.5, tell],
].map(([weight, piece]) => [(weight as number) * 2, piece as Piece]);

const ends: readonly Weighted[] = [
  [1, word('await asyncio.sleep(1)')],
  [6, word('await finish(3)')],
  [1, word('await finish(0.5)')],
  [1, word('await collect()')],
  [1, word('report()')],
];

const start = word("tasks['W'] = asyncio.create_task(W(), name='W')");

const runMain = word(`try:
    print('result', asyncio.run(main()))
except BaseException as e:
    print('left', type(e).__name__, e.args)`);

/** Statements of a theme, with others inside of them to a depth. */
function step(theme: Theme, depth: number): Piece {
  const steps = [...basicSteps, ...theme.steps.map(heavier)];
  if (depth === 0) return choose(...steps);
  const frames = (body: Piece): readonly Weighted[] => {
    const weight = depth === DEPTH ? 14 : 4;
    const usual = [guarded, attended, surrounded].map((frame) => [weight, frame(body)] as const);
    return [...usual, [2, repeated(body)], ...(theme.blocks?.(body) ?? []).map(heavier)];
  };
  const sum = (all: readonly Weighted[]): number => all.reduce((total, [one]) => total + one, 0);
  const body = lines(step(theme, depth - 1), 1, 2);
  return choose(...steps, [sum(frames(word(''))), framed(frames, body)]);
}

const heavier = ([weight, piece]: Weighted): Weighted => [weight * 4, piece];

/** The nesting of statements. */
const DEPTH = 2;

/** Programs of a theme. */
export function programOf(theme: Theme): fc.Arbitrary<Module> {
  const body = lines(step(theme, DEPTH), 1, 5);
  const mainStep = choose(
    [3, code`await asyncio.sleep(${delay})`],
    [2, cancelAny],
    [3, step(theme, 1)],
    ...(theme.mainSteps ?? []).map(heavier),
  );
  const worker = fc.tuple(body, theme.start ?? start);
  const { minWorkers = 3, maxWorkers = 4 } = theme;
  // Shrinking may go below the least number, down to one.
  const further = Array.from({ length: maxWorkers - 1 }, (_, index) =>
    fc.option(worker, { nil: null, freq: index + 1 < minWorkers ? 50 : 2 }),
  );
  const workers = fc.tuple(worker, ...further).map((all) => all.filter((one) => one !== null));
  return fc
    .record({
      workers,
      setup: theme.setup ?? word(''),
      main: lines(mainStep, 0, 3),
      end: choose(...(theme.ends ?? ends)),
      run: theme.run ?? runMain,
    })
    .map((parts) => parsed(written(parts, theme)));
}

interface Parts {
  readonly workers: readonly (readonly [body: Code, start: Code])[];
  readonly setup: Code;
  readonly main: Code;
  readonly end: Code;
  readonly run: Code;
}

const indented = (text: string): string => text.replace(/^(?=.)/gm, '    ');

/** The program's text. */
function written({ workers, setup, main, end, run }: Parts, theme: Theme): string {
  let count = 0;
  const fresh = (): number => ++count;
  const bodies = workers.map(([body], self) => {
    const text = body({ self, workers: workers.length, fresh });
    return `async def w${self}():\n${indented(`${text}\nreturn 'w${self}'`)}`;
  });
  const place = { self: -1, workers: workers.length, fresh };
  const starts = workers.map(([, started], index) => started(place).replaceAll('W', `w${index}`));
  const inside = [setup(place), ...starts, main(place), end(place), "return 'main'"];
  const ending = run(place);
  const used = [...bodies, ...inside, ending].join('\n');
  const definitions = definitionsFor(used, theme.definitions ?? []);
  if ([used, ...definitions].join('\n').includes('futures')) inside.unshift(FUTURES);
  const imports = [...(theme.imports ?? []), 'asyncio'].map((name) => `import ${name}`);
  const mainText = `async def main():\n${indented(inside.filter((text) => text !== '' && text !== 'pass').join('\n'))}`;
  return [...imports, ...definitions, ...bodies, mainText, ending, ''].join('\n');
}

const FUTURES = 'futures.extend([asyncio.get_running_loop().create_future() for _ in range(3)])';

function parsed(text: string): Module {
  return parseModule(new SourceFile(text), ({ message, span }) => {
    throw new Error(`${span.line}: ${message}\n${text}`);
  });
}
