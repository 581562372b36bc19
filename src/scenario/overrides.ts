// `--param k=v`: values of the command line in the place of those of `params:`. The value is a
// constant of Python, and as in the file it is a number, a text, True, False, None, a list or a
// dict of these; so a scenario with other parameters can still be written as YAML.

import type { Diagnostic, Report } from '../base/diagnostic.ts';
import type { SourceText } from '../base/source-text.ts';
import type { Span } from '../base/span.ts';
import { parseExpression } from '../lang/parse.ts';
import { didYouMean } from '../lang/suggest.ts';
import type { Expression, Statement } from '../lang/tree.ts';
import { isConstant } from './constants.ts';
import { reportError } from './fields.ts';
import type { Definition, Scenario } from './scenario.ts';

/**
 * A scenario with some of its parameters replaced.
 * @param overrides from names to the texts of their values.
 * @returns the scenario; what is wrong with an override is reported, and the file's value stays.
 */
export function overrideParams(
  scenario: Scenario,
  overrides: ReadonlyMap<string, string>,
  report: Report,
): Scenario {
  if (overrides.size === 0) return scenario;
  const values = new Map<string, Expression>();
  for (const [name, text] of overrides) {
    const value = readOverride(scenario, name, text, report);
    if (value !== null) values.set(name, value);
  }
  const params = scenario.params.map(
    (each): Definition => ({ ...each, value: values.get(each.name) ?? each.value }),
  );
  const body = scenario.module.body.map((statement, index): Statement => {
    const param = params[index];
    if (param === undefined || statement.kind !== 'Assign') return statement;
    return { ...statement, value: param.value };
  });
  return { ...scenario, params, module: { ...scenario.module, body } };
}

function readOverride(
  scenario: Scenario,
  name: string,
  text: string,
  report: Report,
): Expression | null {
  const option = `--param ${name}=${text}`;
  const declared = scenario.params.find((each) => each.name === name);
  if (declared === undefined) {
    const { line, column } = scenario.module.span;
    const names = scenario.params.map((each) => each.name);
    const all = names.length === 0 ? undefined : `its parameters: ${names.join(', ')}`;
    const message = `${option}: the scenario has no parameter '${name}'`;
    const span = { line, column, endLine: line, endColumn: column };
    reportError(report, 'param', message, span, didYouMean(name, names) ?? all);
    return null;
  }
  const { span } = declared.value;
  const diagnostics: Diagnostic[] = [];
  const value = parseExpression(fixedSource(text, span), (each) => diagnostics.push(each));
  const [first] = diagnostics;
  if (first !== undefined) reportError(report, 'param', `${option}: ${first.message}`, span);
  if (value === null) return null;
  if (isConstant(value)) return spanned(value, span);
  const hint = /^[\p{L}_]\w*$/u.test(text)
    ? `a text is quoted: --param '${name}="${text}"'`
    : undefined;
  reportError(report, 'param', `${option}: the value is not a constant`, span, hint);
  return null;
}

/** A text of the command line: all of it stands where the file has the value that it replaces. */
function fixedSource(text: string, { line, column }: Span): SourceText {
  return { text, position: () => ({ line, column }) };
}

/** The constant with the span of the value that it replaces; `-0` is the int 0. */
function spanned(node: Expression, span: Span): Expression {
  switch (node.kind) {
    case 'UnaryOp':
      if (node.operand.kind === 'Constant' && node.operand.type === 'int' && !node.operand.value) {
        return { ...node.operand, span };
      }
      return { ...node, operand: spanned(node.operand, span), span };
    case 'List':
      return { ...node, elements: node.elements.map((each) => spanned(each, span)), span };
    case 'Dict':
      return {
        ...node,
        keys: node.keys.map((key) => (key === null ? null : spanned(key, span))),
        values: node.values.map((value) => spanned(value, span)),
        span,
      };
    default:
      return { ...node, span };
  }
}
