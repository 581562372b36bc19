// Reading the simple fields of a scenario: texts, whole numbers, durations, lists of words. Each
// function takes a node and gives the value, or null after one report; a broken node was reported
// before. `Fields` goes through a mapping's keys and knows which of them exist.

import type { Report } from '../base/diagnostic.ts';
import type { Span } from '../base/span.ts';
import { didYouMean } from '../lang/suggest.ts';
import { type DocumentNode, describeNode, type Entry, type ScalarNode } from './document.ts';
import { keyWithoutSpace } from './yaml-traps.ts';

/** Reports an error at a node or a span. */
export function reportError(
  report: Report,
  code: string,
  message: string,
  span: Span,
  hint?: string,
): void {
  const diagnostic = { severity: 'error', code, message, span } as const;
  report(hint === undefined ? diagnostic : { ...diagnostic, hint });
}

/** `expected X, found Y` at a node; silent for a broken one. */
export function reportExpected(
  report: Report,
  expected: string,
  node: DocumentNode,
  hint?: string,
): null {
  if (node.kind === 'broken') return null;
  const message = `expected ${expected}, found ${describeNode(node)}`;
  reportError(report, 'field', message, node.span, hint);
  return null;
}

/**
 * The entries of a mapping whose keys are among `known`; an unknown key is reported with the
 * nearest.
 * @param what names the mapping in messages: `in limits`; the empty string for the file itself.
 */
export function readKeys(
  report: Report,
  node: DocumentNode,
  known: readonly string[],
  what: string,
  homes: ReadonlyMap<string, string> = new Map(),
): readonly Entry[] {
  if (node.kind !== 'mapping') {
    const text = node.kind === 'scalar' && node.type === 'string' ? node.source.text : '';
    const advice = known.includes('main')
      ? 'a file begins with keys such as main:'
      : `its keys are ${known.join(', ')}`;
    reportExpected(report, 'a mapping', node, keyWithoutSpace(text) ?? advice);
    return [];
  }
  return node.entries.filter(({ key }) => {
    if (key.type === 'string' && known.includes(key.source.text)) return true;
    const { text } = key.source;
    const place = what === '' ? '' : ` ${what}`;
    const home = homes.get(text);
    const belongs =
      home === undefined ? undefined : `it belongs to ${home}: write it below that key`;
    const near = didYouMean(text, known) ?? belongs ?? didYouMeanLonger(text, known);
    const hint = near ?? `known keys: ${known.join(', ')}`;
    reportError(report, 'unknown-key', `unknown key '${text}'${place}`, key.span, hint);
    return false;
  });
}

/** `final` for `finally`, `definitions` for `define`: one is the beginning of the other. */
function didYouMeanLonger(word: string, known: readonly string[]): string | undefined {
  const stem = (name: string) => name.slice(0, Math.max(4, name.length - 2));
  const near = known.find(
    (name) => word.length > 3 && (name.startsWith(word) || word.startsWith(stem(name))),
  );
  return near === undefined ? undefined : `did you mean '${near}'?`;
}

export function readText(report: Report, node: DocumentNode): string | null {
  if (node.kind === 'scalar' && node.type === 'string') return node.source.text;
  return reportExpected(report, 'a text', node);
}

/** A whole number that is at least `least`. `1_000_000` and `1e6` are taken as well. */
export function readCount(report: Report, node: DocumentNode, least: number): number | null {
  const expected = `a whole number from ${least} up`;
  const value = node.kind === 'scalar' ? countOf(node) : null;
  if (value === null || value < least) return reportExpected(report, expected, node);
  return value;
}

/** A whole number with its digits in groups: `1_000_000`, which is a text to YAML. */
export const groupedDigits = /^\d+(?:_\d+)*$/;

function countOf(node: ScalarNode): number | null {
  const isGrouped = node.type === 'string' && groupedDigits.test(node.source.text);
  const value = isGrouped ? Number(node.source.text.replaceAll('_', '')) : node.value;
  return typeof value === 'number' && Number.isSafeInteger(value) ? value : null;
}

/** The units of a duration, in seconds. */
export const durationUnits: ReadonlyMap<string, number> = new Map([
  ['ms', 0.001],
  ['s', 1],
  ['m', 60],
  ['min', 60],
  ['h', 3600],
  ['d', 86400],
  ['y', 31557600],
]);

/** A duration: a number of seconds, or a text such as `500ms`, `90s`, `1h 30m`. In seconds. */
export function readDuration(report: Report, node: DocumentNode): number | null {
  if (node.kind === 'scalar') {
    if (typeof node.value === 'number' && node.value > 0) return node.value;
    const seconds = node.type === 'string' ? durationOf(node.source.text) : null;
    if (seconds !== null) return seconds;
  }
  return reportExpected(report, 'a duration such as 90s, 5m, 1h or a number of seconds', node);
}

/** The seconds of a text such as `1h 30m`, or null. */
export function durationOf(text: string): number | null {
  if (!/^(?:\d+(?:\.\d+)?\s*[a-z]+\s*)+$/.test(text) || text.length > 60) return null;
  let seconds = 0;
  for (const [, amount, unit] of text.matchAll(/(\d+(?:\.\d+)?)\s*([a-z]+)/g)) {
    const factor = durationUnits.get(unit!);
    if (factor === undefined) return null;
    seconds += Number(amount) * factor;
  }
  return seconds > 0 ? seconds : null;
}

/** A list of words, each one of `known`. */
export function readWords(
  report: Report,
  node: DocumentNode,
  known: readonly string[],
  what: string,
): readonly string[] | null {
  if (node.kind !== 'sequence') return reportExpected(report, `a list of ${what}s`, node);
  const words: string[] = [];
  for (const item of node.items) {
    if (item.kind === 'scalar' && item.type === 'string') {
      const word = item.source.text;
      if (known.includes(word)) words.push(word);
      else {
        const hint = didYouMean(word, known) ?? `known ${what}s: ${known.join(', ')}`;
        reportError(report, 'field', `unknown ${what} '${word}'`, item.span, hint);
      }
    } else reportExpected(report, `a ${what}`, item);
  }
  return words;
}
