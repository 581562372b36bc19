// Module `html`: escape, and unescape of the entities that it makes and of numbered ones. The other
// two thousand names of entities are left out: a text that has one is refused.
// Source: CPython 3.14 Lib/html/__init__.py.

import { NotImplementedError } from '../../asyncio/exceptions.ts';
import { LibraryFunction } from '../objects/signature.ts';
import { truthy } from '../objects/truth.ts';
import { PyModule } from '../values.ts';

const ENTITIES = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
  ['nbsp', '\u00a0'],
  ['copy', '\u00a9'],
  ['hellip', '\u2026'],
]);

function escaped(text: string, quotes: boolean): string {
  const plain = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  return quotes ? plain.replaceAll('"', '&quot;').replaceAll("'", '&#x27;') : plain;
}

function character(whole: string, decimal?: string, hexadecimal?: string, name?: string): string {
  if (name !== undefined) {
    const known = ENTITIES.get(name);
    if (known !== undefined) return known;
    throw new NotImplementedError(`the entity ${whole} is not known here: write the character`);
  }
  const code = decimal === undefined ? Number.parseInt(hexadecimal ?? '', 16) : Number(decimal);
  const isOut = code > 0x10ffff || (code >= 0xd800 && code < 0xe000) || code === 0;
  return isOut ? '\ufffd' : String.fromCodePoint(code);
}

const functions: readonly LibraryFunction[] = [
  new LibraryFunction('escape(s, quote=True)', (run, text: string, quotes: unknown) =>
    escaped(run.objects.str(run, text), truthy(run, quotes)),
  ),
  new LibraryFunction('unescape(s)', (run, text: unknown) =>
    run.objects
      .str(run, text)
      .replace(/&(?:#(\d+);?|#[xX]([\da-fA-F]+);?|([A-Za-z][\dA-Za-z]*);)/g, character),
  ),
];

/** The module; the same for every run. */
export const htmlModule = new PyModule(
  'html',
  new Map(functions.map((each): [string, unknown] => [each.name, each])),
);
