// The methods of str, taken from the text layer.
// Source: CPython Objects/unicodeobject.c.

import { strMethods, strStaticMethods } from '../text/str-methods.ts';
import { define, strClass } from './classes.ts';
import { StaticMethod } from './descriptors.ts';

define(strClass, strMethods);
for (const builtin of strStaticMethods) {
  strClass.attributes.set(builtin.name, new StaticMethod(builtin));
}
