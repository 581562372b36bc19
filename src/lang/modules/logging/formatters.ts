// Formatter: a record as text. The time is UTC, the only zone there is, whatever `converter` says.
// Source: CPython Lib/logging/__init__.py (Formatter).

import { BaseException, KeyError, ValueError } from '../../../asyncio/exceptions.ts';
import type { Interpreter } from '../../interpreter.ts';
import { getAttribute } from '../../objects/attributes.ts';
import { items } from '../../objects/iteration.ts';
import { invoke, nativeClass } from '../../objects/native-class.ts';
import { LibraryFunction } from '../../objects/signature.ts';
import { truthy } from '../../objects/truth.ts';
import { formatPercent } from '../../text/percent.ts';
import { type Float, type Instance, Tuple } from '../../values.ts';
import { breakDown, formatTime } from '../calendar-time.ts';
import { tracebackOf } from '../program-stack.ts';
import { type Style, styleOf, type Values } from './styles.ts';

function initialise(
  run: Interpreter,
  self: Instance,
  fmt: unknown,
  datefmt: unknown,
  style: unknown,
  validate: unknown,
  defaults: unknown,
): null {
  const chosen = styleOf(style);
  const format = truthy(run, fmt) ? run.objects.str(run, fmt) : chosen.message;
  if (truthy(run, validate)) chosen.validate(format);
  self.attributes.set('_style', style);
  self.attributes.set('_defaults', defaults);
  self.attributes.set('_fmt', format);
  self.attributes.set('datefmt', datefmt);
  return null;
}

function styleIn(self: Instance): Style {
  return styleOf(self.attributes.get('_style'));
}

function formatOf(run: Interpreter, self: Instance): string {
  return run.objects.str(run, self.attributes.get('_fmt'));
}

/** The fields of a record, and what stands for those that it has not. */
function valuesOf(run: Interpreter, self: Instance, record: Instance): Values {
  const defaults = self.attributes.get('_defaults') ?? null;
  if (defaults === null) return record.attributes;
  const values = new Map<string, unknown>();
  for (const key of items(run, defaults)) {
    values.set(run.objects.str(run, key), run.objects.getItem(run, defaults, key));
  }
  for (const [name, value] of record.attributes) values.set(name, value);
  return values;
}

function formatMessage(run: Interpreter, self: Instance, record: Instance): string {
  try {
    return styleIn(self).apply(run, formatOf(run, self), valuesOf(run, self, record));
  } catch (error) {
    if (!(error instanceof KeyError)) throw error;
    const missing = new ValueError(
      `Formatting field not found in record: ${run.objects.str(run, error)}`,
    );
    missing.context = error;
    throw missing;
  }
}

function timeText(run: Interpreter, self: Instance, record: Instance, datefmt: unknown): string {
  const { value } = getAttribute(run, record, 'created') as Float;
  const time = breakDown(Math.floor(value));
  if (truthy(run, datefmt)) return formatTime(run.objects.str(run, datefmt), time);
  const format = getAttribute(run, self, 'default_time_format');
  const text = formatTime(run.objects.str(run, format), time);
  const fraction = getAttribute(run, self, 'default_msec_format');
  if (!truthy(run, fraction)) return text;
  const msecs = getAttribute(run, record, 'msecs');
  return formatPercent(run, run.objects.str(run, fraction), new Tuple([text, msecs]));
}

function exceptionText(run: Interpreter, info: unknown): string {
  const error = info instanceof Tuple ? info.items[1] : null;
  const shown = error instanceof BaseException ? error : null;
  return tracebackOf(run, shown).join('').replace(/\n$/, '');
}

function onNewLine(text: string, more: string): string {
  return text.endsWith('\n') ? text + more : `${text}\n${more}`;
}

function format(run: Interpreter, self: Instance, record: Instance): string {
  const { attributes } = record;
  attributes.set('message', invoke(run, record, 'getMessage', []));
  if (truthy(run, invoke(run, self, 'usesTime', []))) {
    const datefmt = getAttribute(run, self, 'datefmt');
    attributes.set('asctime', invoke(run, self, 'formatTime', [record, datefmt]));
  }
  let text = run.objects.str(run, invoke(run, self, 'formatMessage', [record]));
  const info = attributes.get('exc_info') ?? null;
  if (truthy(run, info) && !truthy(run, attributes.get('exc_text') ?? null)) {
    attributes.set('exc_text', invoke(run, self, 'formatException', [info]));
  }
  const exception = attributes.get('exc_text') ?? null;
  if (truthy(run, exception)) text = onNewLine(text, run.objects.str(run, exception));
  const stack = attributes.get('stack_info') ?? null;
  if (!truthy(run, stack)) return text;
  return onNewLine(text, run.objects.str(run, invoke(run, self, 'formatStack', [stack])));
}

export const formatterClass = nativeClass('Formatter', 'logging', [
  new LibraryFunction(
    "__init__(self, fmt=None, datefmt=None, style='%', validate=True, *, defaults=None)",
    initialise,
  ),
  new LibraryFunction('formatTime(self, record, datefmt=None)', timeText),
  new LibraryFunction('formatException(self, ei)', (run, _self: Instance, info: unknown) =>
    exceptionText(run, info),
  ),
  new LibraryFunction('usesTime(self)', (run, self: Instance) =>
    styleIn(self).usesTime(formatOf(run, self)),
  ),
  new LibraryFunction('formatMessage(self, record)', formatMessage),
  new LibraryFunction('formatStack(self, stack_info)', (_run, _self, stack: unknown) => stack),
  new LibraryFunction('format(self, record)', format),
]);
formatterClass.attributes.set('default_time_format', '%Y-%m-%d %H:%M:%S');
formatterClass.attributes.set('default_msec_format', '%s,%03d');
formatterClass.attributes.set('converter', null);
