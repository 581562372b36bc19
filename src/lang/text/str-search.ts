// str methods that look for a text: find, index, count, startswith, replace and the like. They work
// on UTF-16 units and translate indices to code points only where a text holds surrogates.
// Source: CPython Objects/unicodeobject.c, Objects/stringlib/find.h,
// Objects/stringlib/transmogrify.h.

import { PyTypeError, ValueError } from '../../asyncio/exceptions.ts';
import type { Interpreter } from '../interpreter.ts';
import { reserve } from '../objects/limits.ts';
import { Builtin, Tuple } from '../values.ts';
import { boundArgument, chargeText, sizeArgument, textArgument } from './arguments.ts';
import { interleave, occurrences, replaceOccurrences } from './occurrences.ts';
import { codeIndex, lengthOf, sliceText } from './quote.ts';

/** The part of `self` that the bounds name, and where it starts; null where they lie outside. */
function region(
  run: Interpreter,
  self: string,
  startValue: unknown,
  endValue: unknown,
): { readonly text: string; readonly start: number } | null {
  const absent = (value: unknown) => value === null || value === undefined;
  if (absent(startValue) && absent(endValue)) return { text: self, start: 0 };
  const length = lengthOf(self);
  const start = boundArgument(run, startValue, length, 0);
  const end = Math.min(length, boundArgument(run, endValue, length, length));
  if (start > end) return null;
  return { text: sliceText(self, start, end), start };
}

/** Finds `sub`, from the left or the right; -1 where it is not there. */
function locate(
  run: Interpreter,
  method: string,
  self: string,
  sub: unknown,
  start: unknown,
  end: unknown,
): number {
  const wanted = textArgument(run, sub, method, 1);
  const part = region(run, self, start, end);
  if (part === null) return -1;
  chargeText(run, part.text);
  const backwards = method.startsWith('r');
  const unit = backwards ? part.text.lastIndexOf(wanted) : part.text.indexOf(wanted);
  return unit < 0 ? -1 : part.start + codeIndex(part.text, unit);
}

function finder(method: string): Builtin {
  return new Builtin(
    `${method}(self, sub, start=None, end=None, /)`,
    (run: Interpreter, self: string, sub: unknown, start: unknown, end: unknown) =>
      locate(run, method, self, sub, start, end),
  );
}

function indexer(method: string): Builtin {
  return new Builtin(
    `${method}(self, sub, start=None, end=None, /)`,
    (run: Interpreter, self: string, sub: unknown, start: unknown, end: unknown) => {
      const found = locate(run, method, self, sub, start, end);
      if (found < 0) throw new ValueError('substring not found');
      return found;
    },
  );
}

const count = new Builtin(
  'count(self, sub, start=None, end=None, /)',
  (run: Interpreter, self: string, sub: unknown, start: unknown, end: unknown) => {
    const wanted = textArgument(run, sub, 'count', 1);
    const part = region(run, self, start, end);
    if (part === null) return 0;
    chargeText(run, part.text);
    return wanted === '' ? lengthOf(part.text) + 1 : occurrences(part.text, wanted);
  },
);

function tester(
  method: string,
  test: (text: string, affix: string) => boolean,
  parameter: string,
): Builtin {
  return new Builtin(
    `${method}(self, ${parameter}, start=None, end=None, /)`,
    (run: Interpreter, self: string, affix: unknown, start: unknown, end: unknown) => {
      const part = region(run, self, start, end);
      if (affix instanceof Tuple) {
        for (const item of affix.items) {
          if (typeof item !== 'string') {
            throw new PyTypeError(
              `tuple for ${method} must only contain str, not ${run.objects.typeName(item)}`,
            );
          }
          if (part !== null && test(part.text, item)) return true;
        }
        return false;
      }
      if (typeof affix === 'string') return part !== null && test(part.text, affix);
      throw new PyTypeError(
        `${method} first arg must be str or a tuple of str, not ${run.objects.typeName(affix)}`,
      );
    },
  );
}

/**
 * `self.replace(old, replacement, maxCount)`; a negative maxCount is none. Checks the size first.
 */
function replaceText(
  run: Interpreter,
  self: string,
  old: string,
  replacement: string,
  maxCount: number,
): string {
  const limit = maxCount < 0 ? Infinity : maxCount;
  if (limit === 0) return self;
  chargeText(run, self);
  const hits = Math.min(limit, old === '' ? lengthOf(self) + 1 : occurrences(self, old));
  if (hits === 0) return self;
  reserve(run, self.length + hits * (replacement.length - old.length));
  if (old === '') return interleave(self, replacement, limit);
  if (limit === Infinity) return self.split(old).join(replacement);
  return replaceOccurrences(self, old, replacement, hits);
}

const replace = new Builtin(
  'replace(self, old, new, /, count=-1)',
  (run: Interpreter, self: string, old: unknown, replacement: unknown, maxCount: unknown) =>
    replaceText(
      run,
      self,
      textArgument(run, old, 'replace', 1),
      textArgument(run, replacement, 'replace', 2),
      sizeArgument(run, maxCount),
    ),
);

const removeprefix = new Builtin(
  'removeprefix(self, prefix, /)',
  (run: Interpreter, self: string, prefix: unknown) => {
    const affix = textArgument(run, prefix, 'removeprefix', 0);
    return self.startsWith(affix) ? self.slice(affix.length) : self;
  },
);

const removesuffix = new Builtin(
  'removesuffix(self, suffix, /)',
  (run: Interpreter, self: string, suffix: unknown) => {
    const affix = textArgument(run, suffix, 'removesuffix', 0);
    return affix !== '' && self.endsWith(affix) ? self.slice(0, -affix.length) : self;
  },
);

export const searchMethods: readonly Builtin[] = [
  finder('find'),
  finder('rfind'),
  indexer('index'),
  indexer('rindex'),
  count,
  tester('startswith', (text, affix) => text.startsWith(affix), 'prefix'),
  tester('endswith', (text, affix) => text.endsWith(affix), 'suffix'),
  replace,
  removeprefix,
  removesuffix,
];
