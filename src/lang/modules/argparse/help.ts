// Usage and help of a parser, in 78 columns. Source: CPython 3.14 Lib/argparse.py (HelpFormatter).

import type { Interpreter } from '../../interpreter.ts';
import { Dict } from '../../objects/dict.ts';
import { formatPercent } from '../../text/percent.ts';
import { type Argument, type Exclusive, SUPPRESS, valuesText } from './arguments.ts';
import type { Parser } from './parser.ts';

const WIDTH = 78;
const WIDEST_INVOCATION = 24;

const isShown = ({ help }: Argument): boolean => help !== SUPPRESS;

function optionText(run: Interpreter, argument: Argument): string {
  const { flags, action, count } = argument;
  if (action === 'boolean') return flags.join(' | ');
  return count === 0 ? flags[0] : `${flags[0]} ${valuesText(run, argument)}`;
}

/** The options of a usage, those that exclude each other together. */
function optionParts(run: Interpreter, parser: Parser): string[] {
  const parts: string[] = [];
  const seen = new Set<Exclusive>();
  for (const argument of parser.optionals.filter(isShown)) {
    const group = parser.exclusives.find(({ members }) => members.includes(argument));
    if (group === undefined) {
      const text = optionText(run, argument);
      parts.push(argument.isRequired ? text : `[${text}]`);
    } else if (!seen.has(group)) {
      seen.add(group);
      const texts = group.members
        .filter(isShown)
        .map((each) => optionText(run, each))
        .join(' | ');
      parts.push(group.isRequired ? `(${texts})` : `[${texts}]`);
    }
  }
  return parts;
}

function wrapped(parts: readonly string[], indent: number, first: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const part of parts) {
    const start = lines.length === 0 ? first : indent;
    if (line !== '' && start + line.length + 1 + part.length > WIDTH) {
      lines.push(line);
      line = part;
    } else line = line === '' ? part : `${line} ${part}`;
  }
  return line === '' ? lines : [...lines, line];
}

/** `usage: …` with its line end. */
export function usageOf(run: Interpreter, parser: Parser): string {
  if (parser.usage !== null) return `usage: ${parser.usage.replaceAll('%(prog)s', parser.prog)}\n`;
  const options = optionParts(run, parser);
  const positionals = parser.positionals.filter(isShown).map((each) => valuesText(run, each));
  const whole = ['usage:', parser.prog, ...options, ...positionals].join(' ');
  if (whole.length <= WIDTH) return `${whole}\n`;
  const indent = `usage: ${parser.prog} `.length;
  const optionLines = wrapped(options, indent, indent);
  const positionalLines = wrapped(positionals, indent, indent);
  const lines = [...optionLines, ...positionalLines];
  const pad = ' '.repeat(indent);
  return `usage: ${parser.prog} ${lines.join(`\n${pad}`)}\n`;
}

function fill(text: string, width: number): string[] {
  return wrapped(
    text.split(/\s+/).filter((word) => word !== ''),
    WIDTH - width,
    WIDTH - width,
  );
}

function invocation(run: Interpreter, argument: Argument): string {
  const { flags, count, action } = argument;
  if (flags.length === 0) {
    return valuesText(run, { ...argument, count: null });
  }
  const values = count === 0 || action === 'boolean' ? '' : ` ${valuesText(run, argument)}`;
  return flags.join(', ') + values;
}

function expanded(run: Interpreter, parser: Parser, argument: Argument): string {
  const { help, fallback, dest, choices, type, metavar } = argument;
  const fields: [string, unknown][] = [
    ['prog', parser.prog],
    ['default', fallback ?? null],
    ['dest', dest],
    ['metavar', metavar],
    [
      'choices',
      choices === null ? null : choices.map((each) => run.objects.str(run, each)).join(', '),
    ],
    ['type', type === null ? null : run.objects.getAttribute(run, type, '__name__')],
  ];
  return formatPercent(run, help ?? '', new Dict(run, fields)) as string;
}

function entries(
  run: Interpreter,
  parser: Parser,
  shown: readonly Argument[],
  column: number,
): string[] {
  const lines: string[] = [];
  const add = (head: string, help: string, depth: number): void => {
    const start = ' '.repeat(depth) + head;
    const texts = fill(help, WIDTH - column);
    if (texts.length === 0) lines.push(start);
    else if (start.length + 2 <= column) {
      lines.push(
        start.padEnd(column) + texts[0],
        ...texts.slice(1).map((each) => ' '.repeat(column) + each),
      );
    } else lines.push(start, ...texts.map((each) => ' '.repeat(column) + each));
  };
  for (const argument of shown) {
    add(
      invocation(run, argument),
      argument.help === null ? '' : expanded(run, parser, argument),
      2,
    );
    for (const [name, inner] of argument.parsers ?? []) {
      if (inner.help !== null) add(name, inner.help, 4);
    }
  }
  return lines;
}

/** All of it, with the last line end. */
export function helpOf(run: Interpreter, parser: Parser): string {
  const sections = [
    ['positional arguments', parser.positionals.filter((each) => parser.groupOf(each) === null)],
    ['options', parser.optionals.filter((each) => parser.groupOf(each) === null)],
    ...parser.groups.map((group) => [group.title, group.members] as const),
  ] as const;
  const all = [...parser.positionals, ...parser.optionals].filter(isShown);
  const widths = all.flatMap((each) => [
    invocation(run, each).length + 4,
    ...[...(each.parsers?.keys() ?? [])].map((name) => name.length + 6),
  ]);
  const column = Math.min(Math.max(0, ...widths), WIDEST_INVOCATION);
  const parts = [usageOf(run, parser)];
  if (parser.description !== null) parts.push(`${fill(parser.description, WIDTH).join('\n')}\n`);
  for (const [title, members] of sections) {
    const lines = entries(run, parser, members.filter(isShown), column);
    if (lines.length > 0) parts.push(`${title}:\n${lines.join('\n')}\n`);
  }
  if (parser.epilog !== null) parts.push(`${fill(parser.epilog, WIDTH).join('\n')}\n`);
  return parts.join('\n');
}
