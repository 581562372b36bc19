// The three ways to write a format: `%(message)s`, `{message}`, `${message}`. Source: CPython
// Lib/logging/__init__.py (PercentStyle, StrFormatStyle, StringTemplateStyle), Lib/string.

import { KeyError, ValueError } from '../../../asyncio/exceptions.ts';
import type { Interpreter } from '../../interpreter.ts';
import { Dict } from '../../objects/dict.ts';
import { formatPercent } from '../../text/percent.ts';
import { formatTemplate } from '../../text/str-format.ts';

export type Values = ReadonlyMap<string, unknown>;

export interface Style {
  /** The format where none is given, and that of basicConfig. */
  readonly message: string;
  readonly basic: string;
  readonly usesTime: (format: string) => boolean;
  /** Throws ValueError. */
  readonly validate: (format: string) => void;
  readonly apply: (run: Interpreter, format: string, values: Values) => string;
}

/** A conversion that names a field. The parts before its letter are short, so it is found fast. */
const conversion = /%\(\w+\)[#0+ -]*(\*|\d+)?(\.(\*|\d+))?[diouxefgcrsa%]/i;

const percent: Style = {
  message: '%(message)s',
  basic: '%(levelname)s:%(name)s:%(message)s',
  usesTime: (format) => format.includes('%(asctime)'),
  validate: (format) => {
    if (!conversion.test(format)) throw new ValueError(`Invalid format '${format}' for '%' style`);
  },
  apply: (run, format, values) => formatPercent(run, format, new Dict(run, values)),
};

const braces: Style = {
  message: '{message}',
  basic: '{levelname}:{name}:{message}',
  usesTime: (format) => format.includes('{asctime'),
  validate: (format) => {
    const fields = format.replaceAll('{{', '').replaceAll('}}', '');
    if (!/\{\w/.test(fields)) throw new ValueError('invalid format: no fields');
  },
  apply: (run, format, values) =>
    formatTemplate(run, format, { args: [], named: (name) => values.get(name) }),
};

const placeholder = /\$(?:(\$)|([_a-z][_a-z0-9]*)|\{([_a-z][_a-z0-9]*)\}|)/gi;

const dollar: Style = {
  message: '${message}',
  basic: '${levelname}:${name}:${message}',
  usesTime: (format) => format.includes('$asctime') || format.includes('${asctime}'),
  validate: (format) => {
    let fields = 0;
    for (const [whole, , named, braced] of format.matchAll(placeholder)) {
      if (whole === '$') throw new ValueError("invalid format: bare '$' not allowed");
      if (named !== undefined || braced !== undefined) fields++;
    }
    if (fields === 0) throw new ValueError('invalid format: no fields');
  },
  apply: (run, format, values) =>
    format.replace(placeholder, (_whole, escaped?: string, named?: string, braced?: string) => {
      if (escaped !== undefined) return '$';
      const name = (named ?? braced) as string;
      const value = values.get(name);
      if (value === undefined) throw new KeyError(name);
      return run.objects.str(run, value);
    }),
};

export const styles: ReadonlyMap<unknown, Style> = new Map([
  ['%', percent],
  ['{', braces],
  ['$', dollar],
]);

/** The style of that name. Throws ValueError. */
export function styleOf(name: unknown): Style {
  const style = styles.get(name);
  if (style === undefined) throw new ValueError('Style must be one of: %,{,$');
  return style;
}
