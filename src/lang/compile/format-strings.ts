// f-strings: the texts of their parts, joined. A part is the text that stands before a value and
// the value; a plain str or int is added as it is. Source: CPython Python/bytecodes.c
// (CONVERT_VALUE, FORMAT_SIMPLE, FORMAT_WITH_SPEC).

import type { Frame } from '../machine/frame.ts';
import type { Expression, FormattedValue, JoinedStr } from '../tree.ts';
import type { Context } from './context.ts';
import { computed, type Operand } from './operand.ts';

/** One value of an f-string. */
interface Part {
  /** The text before it. */
  readonly before: string;
  readonly value: Operand;
  readonly spec: Operand | null;
  /** What is asked for after `!`, or meant by `=`. */
  readonly conversion: FormattedValue['conversion'];
  /** Whether it has neither conversion nor format. */
  readonly isBare: boolean;
  readonly span: FormattedValue['span'];
}

export function formatString(c: Context, values: JoinedStr['values']): Operand {
  const inner = values.flatMap((part): Expression[] =>
    part.kind === 'Constant'
      ? []
      : part.formatSpec === null
        ? [part.value]
        : [part.value, part.formatSpec],
  );
  const operands = c.operands(inner);
  const parts: Part[] = [];
  let at = 0;
  let before = '';
  for (const part of values) {
    if (part.kind === 'Constant') {
      before += part.value;
      continue;
    }
    const { selfDocumenting, span } = part;
    const value = operands[at++];
    const spec = part.formatSpec === null ? null : operands[at++];
    const conversion = part.conversion ?? (selfDocumenting !== null && spec === null ? 'r' : null);
    const isBare = conversion === null && spec === null;
    parts.push({ before: before + (selfDocumenting ?? ''), value, spec, conversion, isBare, span });
    before = '';
  }
  return computed((frame) => {
    let text = '';
    for (let i = 0; i < parts.length; i++) text += shown(frame, parts[i]);
    return text + before;
  });
}

function shown(frame: Frame, part: Part): string {
  const value = part.value.read(frame);
  if (part.isBare && (typeof value === 'string' || typeof value === 'number')) {
    return part.before + value;
  }
  return part.before + formatted(frame, part, value);
}

function formatted(frame: Frame, { spec, conversion, span }: Part, given: unknown): string {
  const { machine } = frame;
  const { objects } = machine;
  const format = spec === null ? '' : (spec.read(frame) as string);
  let value = given;
  if (conversion === null && format === '') {
    if (typeof value === 'string' || typeof value === 'number') return `${value}`;
  }
  frame.at = span;
  if (conversion === 's') value = objects.str(machine, value);
  else if (conversion === 'r') value = objects.repr(machine, value);
  else if (conversion === 'a') value = asciiOnly(objects.repr(machine, value));
  return objects.format(machine, value, format);
}

/** `ascii()`: what is not ASCII is escaped. */
function asciiOnly(text: string): string {
  let result = '';
  for (const character of text) {
    const code = character.codePointAt(0) as number;
    if (code < 0x80) result += character;
    else if (code < 0x100) result += `\\x${code.toString(16).padStart(2, '0')}`;
    else if (code < 0x10000) result += `\\u${code.toString(16).padStart(4, '0')}`;
    else result += `\\U${code.toString(16).padStart(8, '0')}`;
  }
  return result;
}
