// The methods of str, taken from the text layer, and `%`.
// Source: CPython Objects/unicodeobject.c.

import { formatPercent } from '../text/percent.ts';
import { strMethods, strStaticMethods } from '../text/str-methods.ts';
import { Builtin, notImplemented } from '../values.ts';
import { define, strClass } from './classes.ts';
import { StaticMethod } from './descriptors.ts';

define(strClass, strMethods);
for (const builtin of strStaticMethods) {
  strClass.attributes.set(builtin.name, new StaticMethod(builtin));
}
define(strClass, [
  new Builtin('__mod__(self, value, /)', (run, self: string, value: unknown) =>
    formatPercent(run, self, value),
  ),
  new Builtin('__add__(self, value, /)', (_run, self: string, value: unknown) =>
    typeof value === 'string' ? self + value : notImplemented,
  ),
]);
