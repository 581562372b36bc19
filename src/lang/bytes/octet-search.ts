// The methods of bytes and bytearray that look for octets: find, index, count, startswith, replace
// and the like. Where the methods of str take a text, these take bytes-like values or one octet.
// Source: CPython Objects/bytes_methods.c, Objects/stringlib/transmogrify.h; 3.14's messages.

import { PyTypeError, ValueError } from '../../asyncio/exceptions.ts';
import type { Interpreter } from '../interpreter.ts';
import { reserve } from '../objects/limits.ts';
import { typeName } from '../objects/type-of.ts';
import { boundArgument, chargeText, sizeArgument } from '../text/arguments.ts';
import { interleave, occurrences, replaceOccurrences } from '../text/occurrences.ts';
import { Builtin, Tuple } from '../values.ts';
import { alike, type OctetString, type Octets, octetsArgument, soughtOctets } from './octets.ts';

/** The part that the bounds name, and where it starts; null where they lie outside. */
function region(
  run: Interpreter,
  text: string,
  startValue: unknown,
  endValue: unknown,
): { readonly part: string; readonly start: number } | null {
  const { length } = text;
  const start = boundArgument(run, startValue, length, 0);
  const end = Math.min(length, boundArgument(run, endValue, length, length));
  return start > end ? null : { part: text.slice(start, end), start };
}

const refuse = (value: unknown): PyTypeError =>
  new PyTypeError(`argument should be integer or bytes-like object, not '${typeName(value)}'`);

function locate(
  run: Interpreter,
  method: string,
  self: Octets,
  sub: unknown,
  bounds: readonly [unknown, unknown],
): number {
  const found = region(run, self.text, ...bounds);
  const wanted = soughtOctets(run, sub, refuse);
  if (found === null) return -1;
  const { part, start } = found;
  chargeText(run, part);
  const at = method.startsWith('r') ? part.lastIndexOf(wanted) : part.indexOf(wanted);
  return at < 0 ? -1 : start + at;
}

function finder(method: string): Builtin {
  return new Builtin(
    `${method}(self, sub, start=None, end=None, /)`,
    (run: Interpreter, self: OctetString, sub: unknown, start: unknown, end: unknown) => {
      const found = locate(run, method, self, sub, [start, end]);
      if (found < 0 && method.endsWith('index')) throw new ValueError('subsection not found');
      return found;
    },
  );
}

function counter(): Builtin {
  return new Builtin(
    'count(self, sub, start=None, end=None, /)',
    (run: Interpreter, self: OctetString, sub: unknown, start: unknown, end: unknown) => {
      const found = region(run, self.text, start, end);
      const wanted = soughtOctets(run, sub, refuse);
      if (found === null) return 0;
      chargeText(run, found.part);
      return wanted === '' ? found.part.length + 1 : occurrences(found.part, wanted);
    },
  );
}

function tester(method: string, test: (text: string, affix: string) => boolean): Builtin {
  return new Builtin(
    `${method}(self, prefix, start=None, end=None, /)`,
    (run: Interpreter, self: OctetString, affix: unknown, start: unknown, end: unknown) => {
      const found = region(run, self.text, start, end);
      const holds = (text: string): boolean => found !== null && test(found.part, text);
      if (affix instanceof Tuple) return affix.items.some((each) => holds(octetsArgument(each)));
      try {
        return holds(octetsArgument(affix));
      } catch (error) {
        if (!(error instanceof PyTypeError)) throw error;
        throw new PyTypeError(
          `${method} first arg must be bytes or a tuple of bytes, not ${typeName(affix)}`,
        );
      }
    },
  );
}

function replacer(): Builtin {
  return new Builtin(
    'replace(self, old, new, count=-1, /)',
    (run: Interpreter, self: OctetString, old: unknown, by: unknown, count: unknown) => {
      const [wanted, inserted] = [octetsArgument(old), octetsArgument(by)];
      const most = sizeArgument(run, count);
      const limit = most < 0 ? Number.POSITIVE_INFINITY : most;
      const { text } = self;
      chargeText(run, text);
      const hits = wanted === '' ? text.length + 1 : occurrences(text, wanted);
      reserve(run, text.length + Math.min(limit, hits) * (inserted.length - wanted.length));
      if (limit === 0 || hits === 0) return alike(self, text);
      if (wanted === '') return alike(self, interleave(text, inserted, limit));
      return alike(self, replaceOccurrences(text, wanted, inserted, Math.min(limit, hits)));
    },
  );
}

function remover(method: string, cut: (text: string, affix: string) => string): Builtin {
  return new Builtin(
    `${method}(self, affix, /)`,
    (_run: Interpreter, self: OctetString, affix: unknown) =>
      alike(self, cut(self.text, octetsArgument(affix))),
  );
}

/** Made anew for each of the two classes. */
export function searchMethods(): Builtin[] {
  return [
    ...['find', 'rfind', 'index', 'rindex'].map(finder),
    counter(),
    tester('startswith', (text, affix) => text.startsWith(affix)),
    tester('endswith', (text, affix) => text.endsWith(affix)),
    replacer(),
    remover('removeprefix', (text, affix) =>
      text.startsWith(affix) ? text.slice(affix.length) : text,
    ),
    remover('removesuffix', (text, affix) =>
      affix !== '' && text.endsWith(affix) ? text.slice(0, -affix.length) : text,
    ),
  ];
}
