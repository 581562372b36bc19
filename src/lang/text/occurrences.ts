// How often one text stands in another, and putting something else in those places. Shared by the
// methods of str and of bytes, whose octets are held as text.
// Source: CPython Objects/stringlib/transmogrify.h.

import { codePoints } from './quote.ts';

/** How often `wanted`, which is not empty, occurs in `text` without overlaps. */
export function occurrences(text: string, wanted: string): number {
  let count = 0;
  for (let at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + wanted.length)) {
    count++;
  }
  return count;
}

/** Puts `inserted` before every character and at the end, `limit` times at most. */
export function interleave(text: string, inserted: string, limit: number): string {
  const characters = codePoints(text);
  let result = '';
  for (let i = 0; i < characters.length; i++) {
    result += i < limit ? inserted + characters[i] : characters[i];
  }
  return characters.length < limit ? result + inserted : result;
}

/** Puts `inserted` in the place of the first `hits` occurrences, of which there are as many. */
export function replaceOccurrences(
  text: string,
  wanted: string,
  inserted: string,
  hits: number,
): string {
  let result = '';
  let from = 0;
  for (let done = 0; done < hits; done++) {
    const at = text.indexOf(wanted, from);
    result += text.slice(from, at) + inserted;
    from = at + wanted.length;
  }
  return result + text.slice(from);
}
