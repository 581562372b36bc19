// The list of the themes, in the order in which they are drawn and reported.
import type { Theme } from './theme.ts';
import { assignments } from './themes/assignments.ts';
import { attributes } from './themes/attributes.ts';
import { builtinCalls } from './themes/builtin-calls.ts';
import { octetStrings } from './themes/bytes.ts';
import { calls } from './themes/calls.ts';
import { classes } from './themes/classes.ts';
import { collections } from './themes/collections.ts';
import { comparisons } from './themes/comparisons.ts';
import { comprehensions } from './themes/comprehensions.ts';
import { controlFlow } from './themes/control-flow.ts';
import { conversions } from './themes/conversions.ts';
import { asyncGenerators, coroutines } from './themes/coroutines.ts';
import { datetimes } from './themes/datetime.ts';
import { decimals } from './themes/decimals.ts';
import { dicts } from './themes/dicts.ts';
import { encodings } from './themes/encodings.ts';
import { exceptions } from './themes/exceptions.ts';
import { expressions } from './themes/expressions.ts';
import { floats } from './themes/floats.ts';
import { formatSpecs } from './themes/format-specs.ts';
import { formatStrings } from './themes/format-strings.ts';
import { functools } from './themes/functools.ts';
import { generators } from './themes/generators.ts';
import { integers } from './themes/integers.ts';
import { iterating } from './themes/iterating.ts';
import { itertools } from './themes/itertools.ts';
import { lists } from './themes/lists.ts';
import { matching } from './themes/matching.ts';
import { math } from './themes/math.ts';
import { mutation } from './themes/mutation.ts';
import { namedOperators } from './themes/named-operators.ts';
import { operators } from './themes/operators.ts';
import { percentFormatting } from './themes/percent-formatting.ts';
import { protocols } from './themes/protocols.ts';
import { randomDraws } from './themes/random.ts';
import { reprs } from './themes/reprs.ts';
import { scopes } from './themes/scopes.ts';
import { sets } from './themes/sets.ts';
import { signatures } from './themes/signatures.ts';
import { slices } from './themes/slices.ts';
import { sorting } from './themes/sorting.ts';
import { strFormat } from './themes/str-format.ts';
import { stringMethods } from './themes/string-methods.ts';
import { strings } from './themes/strings.ts';
import { tracebacks } from './themes/tracebacks.ts';

export const themes: readonly Theme[] = [
  integers,
  floats,
  comparisons,
  operators,
  namedOperators,
  expressions,
  strings,
  stringMethods,
  formatSpecs,
  formatStrings,
  percentFormatting,
  strFormat,
  octetStrings,
  encodings,
  slices,
  lists,
  dicts,
  sets,
  comprehensions,
  sorting,
  iterating,
  conversions,
  calls,
  builtinCalls,
  attributes,
  reprs,
  math,
  randomDraws,
  collections,
  itertools,
  functools,
  datetimes,
  decimals,
  assignments,
  classes,
  exceptions,
  matching,
  mutation,
  protocols,
  tracebacks,
  scopes,
  signatures,
  controlFlow,
  generators,
  coroutines,
  asyncGenerators,
];

export const THEMES: readonly string[] = themes.map(({ name }) => name);

/** A theme by its name. Throws for a name that is none. */
export function themeOf(name: string): Theme {
  const found = themes.find((theme) => theme.name === name);
  if (found === undefined) throw new Error(`no theme ${name}: ${THEMES.join(', ')}`);
  return found;
}
