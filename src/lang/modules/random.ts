// Module `random`: class Random and, bound to the interpreter's own generator, its methods as
// functions. A seed gives CPython's own draws; SystemRandom draws from the stream that seeding
// takes. Left out: getstate and setstate, binomialvariate.
// Source: CPython 3.14 Lib/random.py.

import { NotImplementedError, PyTypeError, ValueError } from '../../asyncio/exceptions.ts';
import { octetsOfInt } from '../bytes/octet-integers.ts';
import { Bytes } from '../bytes/octets.ts';
import type { Interpreter } from '../interpreter.ts';
import { builtinClass, declareType, define } from '../objects/classes.ts';
import { derivableInPython } from '../objects/derivable.ts';
import { toSize } from '../objects/index-of.ts';
import {
  addInts,
  floorDivideInts,
  type Int,
  multiplyInts,
  subtractInts,
} from '../objects/integers.ts';
import { reserve, reserveBits } from '../objects/limits.ts';
import { realArgument } from '../objects/real-argument.ts';
import { LibraryFunction } from '../objects/signature-text.ts';
import { BoundMethod, Builtin, Float } from '../values.ts';
import * as distributions from './random-distributions.ts';
import { PyRandom } from './random-generator.ts';
import { choice, choices, sample, shuffle } from './random-sequences.ts';

/** The class `random.Random`; its instances are PyRandom. */
export const randomClass = builtinClass('Random', undefined, 'random');
declareType(PyRandom, randomClass);
derivableInPython(
  randomClass,
  'Random(x=None)',
  (run) => new PyRandom(0, run.random.onDraw),
  (run, self: PyRandom, seed: unknown) => self.seed(seed ?? run.random.fresh()),
);
/** The methods of Random draw by themselves: they ask no `random` of the program. */
randomClass.adopt = (_run, cls) => {
  for (const name of ['random', 'getrandbits']) {
    if (!cls.attributes.has(name)) continue;
    throw new NotImplementedError(`a '${name}' in a class derived from Random is not supported`);
  }
};

/** A distribution of real parameters, called with them as doubles. */
function distribution(
  signature: string,
  draw: (random: PyRandom, ...parameters: number[]) => number,
): Builtin {
  return new LibraryFunction(
    signature,
    (run: Interpreter, self: PyRandom, ...parameters: unknown[]) =>
      new Float(draw(self, ...parameters.map((value) => realArgument(run, value)))),
  );
}

/** Names an empty range as the program wrote it. */
function emptyRange(run: Interpreter, method: string, bounds: readonly unknown[]): ValueError {
  const shown = bounds.map((bound) => run.objects.str(run, bound)).join(', ');
  return new ValueError(`empty range in ${method}(${shown})`);
}

function drawRange(
  run: Interpreter,
  random: PyRandom,
  start: unknown,
  stop: unknown,
  step: unknown,
): Int {
  const { objects } = run;
  const first = objects.index(run, start);
  if (stop === null) {
    if (step !== 1) throw new PyTypeError('Missing a non-None stop argument');
    if (first > 0) return random.below(first);
    throw new ValueError('empty range for randrange()');
  }
  const width = subtractInts(objects.index(run, stop), first);
  const stride = objects.index(run, step);
  if (stride === 1) {
    if (width > 0) return addInts(first, random.below(width));
    throw emptyRange(run, 'randrange', [start, stop]);
  }
  if (stride === 0) throw new ValueError('zero step for randrange()');
  const rounded = addInts(addInts(width, stride), stride > 0 ? -1 : 1);
  const count = floorDivideInts(rounded, stride);
  if (count <= 0) throw emptyRange(run, 'randrange', [start, stop, step]);
  return addInts(first, multiplyInts(run, stride, random.below(count)));
}

const integerMethods: readonly Builtin[] = [
  new Builtin('random(self, /)', (_run: Interpreter, self: PyRandom) => new Float(self.random())),
  new Builtin('getrandbits(self, k, /)', (run: Interpreter, self: PyRandom, k: unknown) => {
    const count = run.objects.index(run, k);
    if (count > 0) reserveBits(run, Number(count));
    return self.bits(Number(count));
  }),
  new LibraryFunction('randbytes(self, n)', (run, self: PyRandom, size: unknown) => {
    const count = toSize(run, size);
    if (count < 0) throw new ValueError('Cannot convert negative int');
    reserve(run, count);
    const octets = count === 0 ? '' : octetsOfInt(self.bits(count * 8), count, false);
    return new Bytes(Array.from(octets).reverse().join(''));
  }),
  new LibraryFunction(
    'seed(self, a=None, version=2)',
    (_run: Interpreter, self: PyRandom, value: unknown, version: unknown) => {
      self.seed(value, version === 1 ? 1 : 2);
      return null;
    },
  ),
  new LibraryFunction('randrange(self, start, stop=None, step=1)', drawRange),
  new LibraryFunction(
    'randint(self, a, b)',
    (run: Interpreter, self: PyRandom, a: unknown, b: unknown) => {
      const low = run.objects.index(run, a);
      const high = run.objects.index(run, b);
      if (high < low) throw emptyRange(run, 'randint', [low, high]);
      return addInts(low, self.below(addInts(subtractInts(high, low), 1)));
    },
  ),
];

const sequenceMethods: readonly Builtin[] = [
  new LibraryFunction('choice(self, seq)', choice),
  new LibraryFunction('shuffle(self, x)', shuffle),
  new LibraryFunction('sample(self, population, k, *, counts=None)', sample),
  new LibraryFunction('choices(self, population, weights=None, *, cum_weights=None, k=1)', choices),
];

/** `uniform(a, b)`: ints are subtracted as ints, whatever their size. */
function uniform(run: Interpreter, self: PyRandom, a: unknown, b: unknown): unknown {
  const { objects } = run;
  const isDouble = (value: unknown) => typeof value === 'number' || value instanceof Float;
  if (isDouble(a) && isDouble(b)) {
    const low = realArgument(run, a);
    return new Float(low + (realArgument(run, b) - low) * self.random());
  }
  const width = objects.binary(run, '-', b, a);
  const part = objects.binary(run, '*', width, new Float(self.random()));
  return objects.binary(run, '+', a, part);
}

function triangular(
  run: Interpreter,
  self: PyRandom,
  low: unknown,
  high: unknown,
  mode: unknown,
): unknown {
  const middle = mode === null ? null : realArgument(run, mode);
  const drawn = distributions.triangular(
    self,
    realArgument(run, low),
    realArgument(run, high),
    middle,
  );
  return drawn === null ? low : new Float(drawn);
}

const realMethods: readonly Builtin[] = [
  new LibraryFunction('uniform(self, a, b)', uniform),
  new LibraryFunction('triangular(self, low=0.0, high=1.0, mode=None)', triangular),
  distribution('normalvariate(self, mu=0.0, sigma=1.0)', distributions.normalvariate),
  distribution('gauss(self, mu=0.0, sigma=1.0)', distributions.gauss),
  distribution('lognormvariate(self, mu, sigma)', distributions.lognormvariate),
  distribution('expovariate(self, lambd=1.0)', distributions.expovariate),
  distribution('vonmisesvariate(self, mu, kappa)', distributions.vonmisesvariate),
  distribution('gammavariate(self, alpha, beta)', distributions.gammavariate),
  distribution('betavariate(self, alpha, beta)', distributions.betavariate),
  distribution('paretovariate(self, alpha)', distributions.paretovariate),
  distribution('weibullvariate(self, alpha, beta)', distributions.weibullvariate),
];

/** The methods of class Random, which are the module's functions as well. */
export const randomMethods: readonly Builtin[] = [
  ...integerMethods,
  ...sequenceMethods,
  ...realMethods,
];
define(randomClass, randomMethods);

/** Draws that no seed of the program moves, as those of a machine's own source. */
export class SystemRandom extends PyRandom {
  constructor(run: Interpreter) {
    super(run.random.fresh());
  }
}

export const systemRandomClass = builtinClass('SystemRandom', [randomClass], 'random');
systemRandomClass.isFinal = true;
declareType(SystemRandom, systemRandomClass);
systemRandomClass.construct = (run) => new SystemRandom(run);
define(systemRandomClass, [new LibraryFunction('seed(self, *args, **kwds)', () => null)]);

/**
 * The names of module `random`: the class, and its methods bound to the interpreter's generator.
 */
export function randomModule(run: Pick<Interpreter, 'random'>): ReadonlyMap<string, unknown> {
  const names = new Map<string, unknown>([
    ['Random', randomClass],
    ['SystemRandom', systemRandomClass],
  ]);
  for (const method of randomMethods) names.set(method.name, new BoundMethod(run.random, method));
  return names;
}
