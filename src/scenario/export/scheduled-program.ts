// A program with a schedule written in: its own text, in which every wait of a drawn length asks
// for the length that the schedule gives it, below what makes CPython follow: the virtual clock,
// the seed, the lengths, an expectation. The draws are made all the same, so the random numbers of
// everything else stay what they are. Text is put in by the places of the syntax tree, from the
// end backwards; nothing is printed anew, so comments and layout stay.

import { wrap } from '../../base/columns.ts';
import { SourceFile } from '../../base/source-text.ts';
import { drawnArguments } from '../../lang/compile/drawn-durations.ts';
import { printStatement } from '../../lang/print.ts';
import type { Call, Expression, Module, Statement } from '../../lang/tree.ts';
import { durationsText, type Expected, expectationText } from './python-preamble.ts';
import { importsModule, walkNodes } from './used-names.ts';
import { VIRTUAL_CLOCK, virtualClockText } from './virtual-clock.ts';

const COMMENT_WIDTH = 96;

export interface ProgramSchedule {
  /** Of the program's random numbers. */
  readonly seed: number;
  /** Virtual seconds, by the number of the drawn wait from 1. */
  readonly durations: ReadonlyMap<number, number>;
  /** The expectation that is to be judged; null for none. */
  readonly expected: Expected | null;
  /** A sentence or more on what the program shows; without line breaks. */
  readonly about: string;
}

/**
 * A program's text with a schedule written in.
 * @param module the same text, parsed.
 */
export function scheduledProgram(text: string, module: Module, schedule: ProgramSchedule): string {
  const source = new SourceFile(text);
  const name = freeName(text, '_duration');
  let result = text;
  const insert = (offset: number, piece: string): void => {
    result = result.slice(0, offset) + piece + result.slice(offset);
  };
  if (schedule.durations.size > 0) {
    for (const [start, end] of spansBackwards(source, drawnIn(module))) {
      insert(end, ')');
      insert(start, `${name}(`);
    }
  }
  const place = preamblePlace(source, module);
  const preamble = preambleText(module, schedule, name);
  const newline = text.includes('\r\n') ? '\r\n' : '\n';
  insert(place.offset, `${place.isLineEnd ? '' : '\n'}${preamble}`.replaceAll('\n', newline));
  return result;
}

/** Every argument that is a duration out of a draw. */
function drawnIn(module: Module): Set<Expression> {
  const drawn = new Set<Expression>();
  walkNodes(module.body, (node) => {
    if (node.kind !== 'Call') return;
    for (const argument of drawnArguments(node as unknown as Call)) drawn.add(argument);
  });
  return drawn;
}

function spansBackwards(source: SourceFile, nodes: Iterable<Expression>): [number, number][] {
  const spans = [...nodes].map(({ span }): [number, number] => [
    source.offset(span),
    source.offset({ line: span.endLine, column: span.endColumn }),
  ]);
  return spans.sort((a, b) => b[0] - a[0]);
}

/** `name`, made longer until the text has no such name. */
function freeName(text: string, name: string): string {
  return text.includes(name) ? freeName(text, `${name}_`) : name;
}

function preambleText(module: Module, schedule: ProgramSchedule, name: string): string {
  const { seed, durations, expected, about } = schedule;
  const isOwnClock = !module.body.some(isClockCall);
  const clock = `import asyncio\n\n\n${virtualClockText}`;
  const parts = [
    isOwnClock ? clock : '',
    isOwnClock && importsModule(module, 'random') ? `import random\n\nrandom.seed(${seed})\n` : '',
    durations.size === 0 ? '' : durationsText(name, durations),
    expected === null ? '' : expectationText(expected),
  ];
  const shown = parts.filter((part) => part !== '').join('\n\n');
  const comment = wrap(about, COMMENT_WIDTH)
    .map((line) => `# ${line}\n`)
    .join('');
  return `${comment}\n${shown}\n\n# The program itself.\n`;
}

function isClockCall(node: Statement): boolean {
  return node.kind === 'Expr' && printStatement(node) === `${VIRTUAL_CLOCK}()`;
}

interface Place {
  readonly offset: number;
  /** Whether a line begins here. */
  readonly isLineEnd: boolean;
}

/**
 * Where a preamble may stand: after the docstring, imports from __future__ and a virtual clock,
 * else after the comments at the top.
 */
function preamblePlace(source: SourceFile, { body }: Module): Place {
  const clock = body.findIndex(isClockCall);
  const other = body.findIndex((node, index) => !(isFuture(node) || (index === 0 && isText(node))));
  const next = clock < 0 ? other : clock + 1;
  const last = body[next - 1];
  const { text } = source;
  if (last === undefined) {
    const comments = /^\ufeff?(?:[ \t\f]*(?:#[^\r\n]*)?(?:\r\n|\r|\n))*/.exec(text)![0];
    return { offset: comments.length, isLineEnd: true };
  }
  const { endLine } = last.span;
  const following = body[next];
  if (following?.span.line === endLine) {
    return { offset: source.offset(following.span), isLineEnd: false };
  }
  const offset = source.offset({ line: endLine + 1, column: 1 });
  return { offset, isLineEnd: offset < text.length };
}

function isText(node: Statement): boolean {
  return node.kind === 'Expr' && node.value.kind === 'Constant' && node.value.type === 'str';
}

function isFuture(node: Statement): boolean {
  return node.kind === 'ImportFrom' && node.module === '__future__';
}
