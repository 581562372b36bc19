// Whether the arguments of a call fit its parameters, judged from the text alone, with the
// messages that CPython's TypeError would have at run time. `*args` and `**kwargs` in the call
// hide counts, so only what is certain is told. Source: CPython Python/ceval.c (initialize_locals,
// missing_arguments, too_many_positional).

import type { Span } from '../base/span.ts';
import { parseSignature } from './objects/signature-text.ts';
import { didYouMean } from './suggest.ts';
import type { Call, Parameter, Parameters } from './tree.ts';

interface ParameterShape {
  readonly name: string;
  readonly isRequired: boolean;
}

/** The parameters of a callable, whatever it was written in. */
export interface CallShape {
  readonly name: string;
  readonly positionalOnly: readonly ParameterShape[];
  readonly positional: readonly ParameterShape[];
  readonly keywordOnly: readonly ParameterShape[];
  readonly hasRest: boolean;
  readonly hasKeywordRest: boolean;
}

export interface CallMistake {
  readonly message: string;
  readonly span: Span;
  readonly hint?: string;
}

/** The shape of a function of the program. */
export function shapeOfFunction(name: string, parameters: Parameters): CallShape {
  const shape = (each: Parameter) => ({ name: each.name, isRequired: each.default === null });
  return {
    name,
    positionalOnly: parameters.positionalOnly.map(shape),
    positional: parameters.positional.map(shape),
    keywordOnly: parameters.keywordOnly.map(shape),
    hasRest: parameters.rest !== null,
    hasKeywordRest: parameters.keywordRest !== null,
  };
}

/** The shape of a built-in, from its signature `name(a, b=1, *rest, key=None)`. */
export function shapeOfSignature(signature: string): CallShape {
  const parsed = parseSignature(signature);
  const ofKind = (kind: string) =>
    parsed.parameters
      .filter((each) => each.kind === kind && each.name !== 'self')
      .map(({ name, required }) => ({ name, isRequired: required }));
  return {
    name: parsed.name,
    positionalOnly: ofKind('positional-only'),
    positional: ofKind('positional'),
    keywordOnly: ofKind('keyword-only'),
    hasRest: parsed.rest,
    hasKeywordRest: parsed.keywordRest,
  };
}

/**
 * What is certainly wrong with a call; null where nothing is.
 * @param bound how many arguments Python gives it besides: the object, to a method. The shape is
 * without them; messages count them.
 */
export function mistakeOfCall(call: Call, shape: CallShape, bound = 0): CallMistake | null {
  return (
    mistakeOfKeywords(call, shape) ?? mistakeOfCount(call, shape, bound) ?? missing(call, shape)
  );
}

/** The shape of a method as it is called, without its first parameter; null where it has none. */
export function withoutFirst(shape: CallShape): CallShape | null {
  const { positionalOnly, positional } = shape;
  if (positionalOnly.length > 0) return { ...shape, positionalOnly: positionalOnly.slice(1) };
  return positional.length > 0 ? { ...shape, positional: positional.slice(1) } : null;
}

function mistakeOfKeywords(call: Call, shape: CallShape): CallMistake | null {
  const { name } = shape;
  const named = [...shape.positional, ...shape.keywordOnly].map((each) => each.name);
  const starred = call.args.findIndex(({ kind }) => kind === 'Starred');
  const certain = starred < 0 ? call.args.length : starred;
  for (const keyword of call.keywords) {
    if (keyword.name === null) continue;
    const place = shape.positional.findIndex((each) => each.name === keyword.name);
    if (place >= 0 && place + shape.positionalOnly.length < certain) {
      const message = `${name}() got multiple values for argument '${keyword.name}'`;
      return { message, span: keyword.span };
    }
    if (named.includes(keyword.name) || shape.hasKeywordRest) continue;
    if (shape.positionalOnly.some((each) => each.name === keyword.name)) {
      const what = 'some positional-only arguments passed as keyword arguments';
      return { message: `${name}() got ${what}: '${keyword.name}'`, span: keyword.span };
    }
    const message = `${name}() got an unexpected keyword argument '${keyword.name}'`;
    const hint = didYouMean(keyword.name, named);
    return hint === undefined
      ? { message, span: keyword.span }
      : { message, span: keyword.span, hint };
  }
  return null;
}

function mistakeOfCount(call: Call, shape: CallShape, bound: number): CallMistake | null {
  const all = [...shape.positionalOnly, ...shape.positional];
  const plain = call.args.filter(({ kind }) => kind !== 'Starred').length;
  if (shape.hasRest || plain <= all.length) return null;
  const required = all.filter(({ isRequired }) => isRequired).length + bound;
  const most = all.length + bound;
  const given = plain + bound;
  const takes = required < most ? `from ${required} to ${most}` : `${most}`;
  const plural = takes === '1' ? '' : 's';
  const only = call.keywords.filter((keyword) =>
    shape.keywordOnly.some(({ name }) => name === keyword.name),
  ).length;
  const positional = ` positional argument${given === 1 ? '' : 's'}`;
  const keywordOnly = `${only} keyword-only argument${only === 1 ? '' : 's'}`;
  const extra = only === 0 ? '' : `${positional} (and ${keywordOnly})`;
  const were = given === 1 && only === 0 ? 'was' : 'were';
  const message =
    `${shape.name}() takes ${takes} positional argument${plural} ` +
    `but ${given}${extra} ${were} given`;
  return { message, span: call.args[all.length].span };
}

function missing(call: Call, shape: CallShape): CallMistake | null {
  const hidesCount =
    call.args.some(({ kind }) => kind === 'Starred') ||
    call.keywords.some((keyword) => keyword.name === null);
  if (hidesCount) return null;
  const given = new Set(call.keywords.map((keyword) => keyword.name));
  const isAbsent = (each: ParameterShape) => each.isRequired && !given.has(each.name);
  const all = [...shape.positionalOnly, ...shape.positional].slice(call.args.length);
  const absent = all.filter(isAbsent);
  const absentOnly = shape.keywordOnly.filter(isAbsent);
  const [kind, names] =
    absent.length > 0 ? ['positional', absent] : (['keyword-only', absentOnly] as const);
  if (names.length === 0) return null;
  const plural = names.length === 1 ? '' : 's';
  const list = listNames(names.map(({ name }) => `'${name}'`));
  const what = `${names.length} required ${kind} argument${plural}`;
  const message = `${shape.name}() missing ${what}: ${list}`;
  return { message, span: call.span };
}

/** `'a'`, `'a' and 'b'`, `'a', 'b', and 'c'`. */
function listNames(names: readonly string[]): string {
  if (names.length < 3) return names.join(' and ');
  return `${names.slice(0, -1).join(', ')}, and ${names[names.length - 1]}`;
}
