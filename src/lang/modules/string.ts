// Module `string`: the constants, capwords, and Template with its two substitutions. Formatter is
// refused: str.format does the same. Source: CPython 3.14 Lib/string/__init__.py.

import { KeyError, ValueError } from '../../asyncio/exceptions.ts';
import type { Interpreter } from '../interpreter.ts';
import { invoke, nativeClass } from '../objects/native-class.ts';
import { LibraryFunction } from '../objects/signature.ts';
import { type Instance, PyModule } from '../values.ts';

const LOWER = 'abcdefghijklmnopqrstuvwxyz';
const UPPER = LOWER.toUpperCase();
const DIGITS = '0123456789';
const PUNCTUATION = '!"#$%&\'()*+,-./:;<=>?@[\\]^_`{|}~';
const WHITESPACE = ' \t\n\r\v\f';

/** Escaped `$$`, `$name`, `${name}`, or a `$` that is none of them. */
const PLACEHOLDER = /\$(?:(\$)|([_a-z][_a-z0-9]*)|\{([_a-z][_a-z0-9]*)\}|())/gi;

type Missing = (place: number, whole: string, name: string | null) => string;

/** The text with its placeholders replaced; `missing` has the say where there is no value. */
function substituted(
  run: Interpreter,
  self: Instance,
  mapping: unknown,
  named: ReadonlyMap<string, unknown>,
  missing: Missing,
): string {
  const text = run.objects.str(run, self.attributes.get('template'));
  const valueFor = (name: string): unknown => {
    if (named.has(name)) return named.get(name);
    if (mapping === undefined) throw new KeyError(name);
    return run.objects.getItem(run, mapping, name);
  };
  return text.replace(PLACEHOLDER, (whole: string, ...found: unknown[]) => {
    const [escaped, bare, braced, , place] = found as (string | undefined)[];
    if (escaped !== undefined) return '$';
    const name = bare ?? braced;
    if (name === undefined) return missing(Number(place), whole, null);
    try {
      return run.objects.str(run, valueFor(name));
    } catch (error) {
      if (error instanceof KeyError) return missing(Number(place), whole, name);
      throw error;
    }
  });
}

/** Throws the ValueError of a `$` that begins no placeholder. */
function invalid(text: string, place: number): never {
  const lines = text.slice(0, place).split(/\r\n|\r|\n/u);
  const column = place - (place - (lines.at(-1) as string).length) + 1;
  throw new ValueError(`Invalid placeholder in string: line ${lines.length}, col ${column}`);
}

export const templateClass = nativeClass('Template', 'string', [
  new LibraryFunction('__init__(self, template)', (_run, self: Instance, template: unknown) => {
    self.attributes.set('template', template);
    return null;
  }),
  new LibraryFunction('substitute(self, mapping=..., /, **kws)', (run, self, mapping, named) =>
    substituted(run, self, mapping, named, (place, _whole, name) => {
      if (name !== null) throw new KeyError(name);
      return invalid(run.objects.str(run, (self as Instance).attributes.get('template')), place);
    }),
  ),
  new LibraryFunction('safe_substitute(self, mapping=..., /, **kws)', (run, self, mapping, named) =>
    substituted(run, self, mapping, named, (_place, whole) => whole),
  ),
]);
templateClass.signature = 'Template(template)';

/** The module; the same for every run. */
export const stringModule = new PyModule(
  'string',
  new Map<string, unknown>([
    ['ascii_letters', LOWER + UPPER],
    ['ascii_lowercase', LOWER],
    ['ascii_uppercase', UPPER],
    ['digits', DIGITS],
    ['hexdigits', `${DIGITS}abcdefABCDEF`],
    ['octdigits', '01234567'],
    ['punctuation', PUNCTUATION],
    ['whitespace', WHITESPACE],
    ['printable', DIGITS + LOWER + UPPER + PUNCTUATION + WHITESPACE],
    ['Template', templateClass],
    [
      'capwords',
      new LibraryFunction('capwords(s, sep=None)', (run, text: unknown, separator: unknown) => {
        const words = invoke(run, text, 'split', [separator]) as unknown[];
        const capitals = words.map((word) => invoke(run, word, 'capitalize', []));
        return capitals.join(separator === null ? ' ' : run.objects.str(run, separator));
      }),
    ],
  ]),
);
