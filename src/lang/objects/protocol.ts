// The object protocols as the text layer and the modules ask for them (see ObjectProtocol).

import type { ObjectProtocol } from '../interpreter.ts';
import { getAttribute } from './attributes.ts';
import { lessThan } from './compare.ts';
import { Dict } from './dict.ts';
import { format } from './format.ts';
import { toIndex } from './index-of.ts';
import { isIterable, items, toSequence } from './iteration.ts';
import { length } from './membership.ts';
import { intOfValue } from './number-methods.ts';
import { binary } from './operators.ts';
import { realArgument } from './real-argument.ts';
import { repr, str } from './repr.ts';
import { getItem, isSubscriptable, setItem } from './subscript.ts';
import { truthy } from './truth.ts';
import { typeName } from './type-of.ts';

/** The one implementation; it has no state. */
export const objectProtocol: ObjectProtocol = {
  typeName,
  index: toIndex,
  integer: (run, value) => intOfValue(run, value, undefined),
  real: realArgument,
  isIterable,
  isSubscriptable,
  iterate: items,
  sequence: toSequence,
  str,
  repr,
  format,
  getAttribute,
  getItem,
  setItem,
  truth: truthy,
  length,
  binary,
  lessThan,
  newDict: (run, pairs) => new Dict(run, pairs),
};
