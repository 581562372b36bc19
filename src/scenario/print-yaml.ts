// Texts as YAML scalars: plain where YAML reads them as they are, else single quoted, else double
// quoted with escapes. Reading a scalar back gives the same text, always. Source: YAML 1.2.2,
// chapters 5.1 (character set) and 7.3 (flow scalar styles).

import { isNumber } from './number.ts';
import { quoteYaml } from './yaml-traps.ts';

/** What must be escaped: controls, line breaks of other standards, halves of pairs, marks. */
const CONTROL = /[\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]/;
const HALF = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/;
const isUnsafe = (text: string): boolean => CONTROL.test(text) || HALF.test(text);

/** A text as a scalar that stands as a key, a value or an item of a block list. */
export function yamlScalar(text: string): string {
  if (isUnsafe(text)) return doubleQuoted(text);
  return isPlain(text) ? text : quoteYaml(text);
}

/** A text as a scalar inside `[…]` or `{…}`. */
export function yamlFlowScalar(text: string): string {
  return /^\w+$/.test(text) && isPlain(text) ? text : doubleQuoted(text);
}

/**
 * A text of several lines as a literal block.
 * @param indent what stands before each line.
 * @returns null for a text that a block cannot hold as it is.
 */
export function yamlBlock(text: string, indent: string): string | null {
  if (isUnsafe(text.replaceAll('\n', '')) || /^[ \n]/.test(text) || /\n$/.test(text)) return null;
  const lines = text.split('\n').map((line) => (line === '' ? '' : indent + line));
  return `|-\n${lines.join('\n')}`;
}

function isPlain(text: string): boolean {
  if (!/^[\p{L}_(]/u.test(text) || /[\s:]$/.test(text)) return false;
  if (/:\s|\s#/.test(text) || isNumber(text)) return false;
  return !/^(?:null|true|false)$/i.test(text);
}

function doubleQuoted(text: string): string {
  return JSON.stringify(text).replace(
    /[\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
