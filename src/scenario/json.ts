// JSON → positioned document. Strict JSON (RFC 8259): no comments, no trailing commas, and, beyond
// it, what JSON.parse lets through in silence is refused: a key that occurs twice, a number that
// overflows to infinity. Integers keep all their digits, as in Python's json module. Invariant:
// the nesting is measured before the recursive reader is let loose.

import { type Node, type ParseError, parseTree } from 'jsonc-parser';
import type { Report } from '../base/diagnostic.ts';
import {
  DocumentBuilder,
  type DocumentNode,
  type Entry,
  maxNesting,
  maxNodes,
  type OffsetText,
  verbatim,
} from './document.ts';
import { reportJsonErrors } from './json-failures.ts';
import { readNumber } from './number.ts';

/**
 * Reads a JSON text.
 * @returns the root, or null when the text is not JSON: then at least one error was reported.
 */
export function readJson(text: string, report: Report): DocumentNode | null {
  const builder = new DocumentBuilder(text, report);
  if (text.trim() === '') {
    builder.error('empty-file', 'the file is empty', 0, 0);
    return null;
  }
  if (!isWithinLimits(builder)) return null;
  const errors: ParseError[] = [];
  const root = parseTree(text, errors, { disallowComments: true, allowTrailingComma: false });
  if (errors.length > 0 || root === undefined) {
    reportJsonErrors(builder, errors);
    return null;
  }
  return convert(builder, root);
}

/** Whether neither the nesting nor the number of nodes is too much; reports the first excess. */
function isWithinLimits(builder: DocumentBuilder): boolean {
  const { text } = builder.file;
  let depth = 0;
  let nodes = 1;
  let inString = false;
  for (let offset = 0; offset < text.length; offset++) {
    const character = text[offset]!;
    if (inString) {
      if (character === '\\') offset++;
      else if (character === '"' || character === '\n') inString = false;
    } else if (character === '"') inString = true;
    else if (character === ',' || character === ':') nodes++;
    else if (character === '[' || character === '{') {
      depth++;
      if (!/^\s*[\]}]/.test(text.slice(offset + 1, offset + 100))) nodes++;
    } else if (character === ']' || character === '}') depth--;
    if (depth <= maxNesting && nodes <= maxNodes) continue;
    if (nodes > maxNodes) builder.tooMany(offset);
    else {
      const message = `the file is nested more than ${maxNesting} levels deep`;
      builder.error('nesting', message, offset, offset + 1);
    }
    return false;
  }
  return true;
}

function convert(builder: DocumentBuilder, node: Node): DocumentNode {
  const { offset, length } = node;
  const end = offset + length;
  const children = node.children ?? [];
  if (node.type === 'array') {
    const items = children.map((child) => convert(builder, child));
    return builder.sequence(items, offset, end, true);
  }
  if (node.type === 'object') {
    const entries = children.map((property): Entry => {
      const [name, value] = property.children!;
      const key = readString(builder, name!);
      return { key, value: convert(builder, value!) };
    });
    return builder.mapping(entries, offset, end, true);
  }
  if (node.type === 'string') return readString(builder, node);
  return readWord(builder, node);
}

function readString(builder: DocumentBuilder, node: Node) {
  const end = node.offset + node.length;
  const text = decodeString(builder.file.text, node.offset + 1, end - 1);
  return builder.scalar(text, node.offset, end, 'quoted', { type: 'string', value: text.text });
}

const ESCAPES = new Map([
  ['b', '\b'],
  ['f', '\f'],
  ['n', '\n'],
  ['r', '\r'],
  ['t', '\t'],
]);

/** The text between two quotes; an escape's character has the place of its backslash. */
function decodeString(input: string, start: number, end: number): OffsetText {
  const raw = input.slice(start, end);
  if (!raw.includes('\\')) return verbatim(raw, start);
  const offsets: number[] = [];
  const parts: string[] = [];
  let copied = start;
  for (let offset = start; offset < end; offset++) {
    offsets.push(offset);
    if (input[offset] !== '\\') continue;
    parts.push(input.slice(copied, offset));
    const letter = input[offset + 1]!;
    if (letter === 'u') {
      parts.push(String.fromCharCode(Number.parseInt(input.slice(offset + 2, offset + 6), 16)));
      offset += 5;
    } else {
      parts.push(ESCAPES.get(letter) ?? letter);
      offset += 1;
    }
    copied = offset + 1;
  }
  parts.push(input.slice(copied, end));
  offsets.push(end);
  return { text: parts.join(''), offsets: Uint32Array.from(offsets) };
}

/** A number, true, false or null. */
function readWord(builder: DocumentBuilder, node: Node): DocumentNode {
  const { offset, length } = node;
  const end = offset + length;
  const raw = builder.file.text.slice(offset, end);
  const text = verbatim(raw, offset);
  const make = (type: 'int' | 'float' | 'bool' | 'null', value: number | bigint | boolean | null) =>
    builder.scalar(text, offset, end, 'plain', { type, value });
  if (node.type === 'null') return make('null', null);
  if (node.type === 'boolean') return make('bool', raw === 'true');
  const number = readNumber(raw);
  if (typeof number !== 'string') return make(number.type, number.value);
  builder.error('number', number, offset, end);
  return builder.broken(offset, end);
}
