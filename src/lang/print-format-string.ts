// F-strings as Python text. Up to Python 3.11 a field may hold neither the quotes around the string
// nor a backslash; so quotes are chosen that do not occur in any field, and only where there are
// none left does the text need Python 3.12 (PEP 701).

import { quote } from './text/quote.ts';
import type { Expression, FormattedValue, StringConstant } from './tree.ts';

type Part = StringConstant | FormattedValue;
type Print = (expression: Expression) => string;

/** The kinds of quotes in the order of preference. */
const quotes = ["'", '"', "'''", '"""'];

/**
 * An f-string with its quotes.
 * @param parts literal strings and fields in order.
 * @param print prints the expressions in the fields.
 */
export function printFormatString(parts: readonly Part[], print: Print): string {
  const fields = fieldsOf(parts).map((field) => fieldSource(field, print));
  const isFree = (mark: string): boolean => fields.every((field) => !field.includes(mark));
  const literals = literalsOf(parts);
  const hasBreak = fields.some((field) => field.includes('\n'));
  const usable = quotes.filter((mark) => isFree(mark) && (mark.length === 3 || !hasBreak));
  const mark =
    usable.find((one) => literals.every((text) => !text.includes(one[0]))) ??
    usable[0] ??
    (hasBreak ? '"""' : "'");
  return `f${mark}${parts.map((part) => printPart(part, mark, print, false)).join('')}${mark}`;
}

function fieldsOf(parts: readonly Part[]): FormattedValue[] {
  return parts.flatMap((part) => {
    if (part.kind !== 'FormattedValue') return [];
    return [part, ...(part.formatSpec === null ? [] : fieldsOf(part.formatSpec.values))];
  });
}

function literalsOf(parts: readonly Part[]): string[] {
  return parts.flatMap((part) => (part.kind === 'Constant' ? [part.value] : []));
}

function printPart(part: Part, mark: string, print: Print, inSpec: boolean): string {
  if (part.kind === 'Constant') return literalBody(part.value, mark, inSpec);
  const { conversion, formatSpec, selfDocumenting } = part;
  const isDefault = selfDocumenting !== null && conversion === 'r' && formatSpec === null;
  const shown = conversion === null || isDefault ? '' : `!${conversion}`;
  const spec =
    formatSpec === null
      ? ''
      : `:${formatSpec.values.map((one) => printPart(one, mark, print, true)).join('')}`;
  return `{${fieldSource(part, print)}${shown}${spec}}`;
}

/** The expression of a field as it stands after the brace. */
function fieldSource(field: FormattedValue, print: Print): string {
  if (field.selfDocumenting !== null) return field.selfDocumenting;
  const text = print(field.value);
  // The colon of a lambda would start the format specification.
  if (text.includes('lambda')) return `(${text})`;
  // Two braces would stand for one.
  return text.startsWith('{') ? ` ${text}` : text;
}

/** Text between fields, escaped for the quotes; its braces are doubled, or escaped too. */
function literalBody(text: string, mark: string, inSpec: boolean): string {
  const body = text
    .replace(/[^'"]+/g, (run) => quote(run).slice(1, -1))
    .replaceAll(mark[0], `\\${mark[0]}`);
  if (inSpec) return body.replaceAll('{', '\\x7b').replaceAll('}', '\\x7d');
  return body.replaceAll('{', '{{').replaceAll('}', '}}');
}
