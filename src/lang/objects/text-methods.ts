// The methods of str, taken from the text layer.
// Source: CPython Objects/unicodeobject.c.

import { codingArgument, encode } from '../bytes/codecs.ts';
import { strMethods, strStaticMethods } from '../text/str-methods.ts';
import { Builtin } from '../values.ts';
import { define, strClass } from './classes.ts';
import { StaticMethod } from './descriptors.ts';

const encoding = new Builtin(
  "encode(self, /, encoding='utf-8', errors='strict')",
  (run, self: string, coding: unknown, errors: unknown) =>
    encode(
      run,
      self,
      codingArgument(run, coding, 'encode', 'encoding'),
      codingArgument(run, errors, 'encode', 'errors'),
    ),
);

define(strClass, [...strMethods, encoding]);
for (const builtin of strStaticMethods) {
  strClass.attributes.set(builtin.name, new StaticMethod(builtin));
}
