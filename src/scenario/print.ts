// A scenario back to YAML. Reading the text again gives the same scenario, spans apart, so a
// scenario that was changed by a program (a shrunk one, one with other parameters) can be handed
// to people.

import { printExpression } from '../lang/print.ts';
import type { Expression, FunctionDef, Statement } from '../lang/tree.ts';
import { isAmbiguous, partsOf, partsOfClass, printItems, printParts } from './print-block.ts';
import { yamlBlock, yamlFlowScalar, yamlScalar } from './print-yaml.ts';
import type { Definition, Expectation, Scenario } from './scenario.ts';

/**
 * The scenario as YAML.
 * @returns null for a program that is none: a Python file has statements of its own at module
 * level.
 */
export function printScenario(scenario: Scenario): string | null {
  const program = programOf(scenario);
  if (program === null) return null;
  const { params, state } = scenario;
  const lines = [
    printName(scenario.name),
    ...printDescription(scenario.description),
    ...(scenario.seed === null ? [] : [`seed: ${scenario.seed}`]),
    ...printDefinitions('params', params, printConstant),
    ...printDefinitions('state', state, printStateValue),
    ...printDefine(program.defined),
    'main:',
    ...printItems(program.main.body, '  '),
    ...printKnobs(scenario),
  ];
  return `${lines.join('\n')}\n`;
}

export function printName(name: string): string {
  return `name: ${yamlScalar(name)}`;
}

/** The lines of what is no code: expectations, limits, what exploring may vary. */
export function printKnobs({ expect, limits, explore }: Scenario): readonly string[] {
  return [
    ...printEntries('expect', [
      ...printExpectations('always', expect.always),
      ...printExpectations('eventually', expect.eventually),
      ...printExpectations('finally', expect.finally),
    ]),
    ...printEntries(
      'limits',
      [...limits].map(([name, limit]) => `  ${name}: ${limit}`),
    ),
    ...printEntries('explore', [
      ...(explore.vary === null ? [] : [`  vary: [${explore.vary.join(', ')}]`]),
      ...(explore.runs === null ? [] : [`  runs: ${explore.runs}`]),
    ]),
  ];
}

/** The parts of the module after the parameters and the state; null where it is no scenario's. */
function programOf({ params, state, module }: Scenario) {
  const rest = module.body.slice(params.length + state.length);
  const main = rest.at(-2);
  const run = rest.at(-1);
  if (main?.kind !== 'FunctionDef' || run?.kind !== 'Expr') return null;
  if (!isMain(main) || printExpression(run.value) !== 'asyncio.run(main())') return null;
  return { defined: rest.slice(0, -2), main };
}

function isMain({ name, isAsync, parameters, decorators }: FunctionDef): boolean {
  const { positionalOnly, positional, keywordOnly, rest, keywordRest } = parameters;
  const count = positionalOnly.length + positional.length + keywordOnly.length + decorators.length;
  return name === 'main' && isAsync && count === 0 && rest === null && keywordRest === null;
}

function printEntries(key: string, lines: readonly string[]): readonly string[] {
  return lines.length === 0 ? [] : [`${key}:`, ...lines];
}

function printDescription(description: string): readonly string[] {
  if (description === '') return [];
  const block = description.includes('\n') ? yamlBlock(description, '  ') : null;
  return [`description: ${block ?? yamlScalar(description)}`];
}

function printDefinitions(
  key: string,
  definitions: readonly Definition[],
  print: (value: Expression) => string,
): readonly string[] {
  return printEntries(
    key,
    definitions.map(({ name, value }) => `  ${yamlScalar(name)}: ${print(value)}`),
  );
}

/** A parameter: JSON's forms, and keys of any scalar. */
function printConstant(value: Expression): string {
  if (value.kind === 'Constant' && value.type === 'str') return yamlScalar(value.value);
  return printFlow(value);
}

function printFlow(value: Expression): string {
  switch (value.kind) {
    case 'List':
      return `[${value.elements.map(printFlow).join(', ')}]`;
    case 'Dict': {
      const entries = value.values.map((each, index) => {
        const key = value.keys[index];
        return `${key === null || key === undefined ? '' : printFlow(key)}: ${printFlow(each)}`;
      });
      return `{${entries.join(', ')}}`;
    }
    case 'Constant':
      if (value.type === 'str') return yamlFlowScalar(value.value);
      return printNumber(value) ?? 'null';
    default:
      return printNumber(value) ?? 'null';
  }
}

/** A number, true, false or null as a YAML scalar; null for any other expression. */
function printNumber(value: Expression): string | null {
  if (value.kind === 'UnaryOp' && value.operator === '-') {
    const { operand } = value;
    const isNumber = operand.kind === 'Constant' && /^(?:int|float)$/.test(operand.type);
    // YAML's -0 is the int 0: the sign would be lost.
    const isZero = operand.kind === 'Constant' && operand.type === 'int' && operand.value === 0;
    const digits = isNumber && !isZero ? printNumber(operand) : null;
    return digits === null ? null : `-${digits}`;
  }
  if (value.kind !== 'Constant') return null;
  switch (value.type) {
    case 'None':
      return 'null';
    case 'bool':
      return String(value.value);
    case 'int':
      return String(value.value);
    case 'float': {
      const text = String(value.value);
      if (!/^\d/.test(text)) return null;
      return /[.e]/.test(text) ? text : `${text}.0`;
    }
    default:
      return null;
  }
}

/** A number is itself, everything else is an expression in a text. */
function printStateValue(value: Expression): string {
  return printNumber(value) ?? yamlScalar(printExpression(value));
}

function printDefine(defined: readonly Statement[]): readonly string[] {
  const parts = defined.map((statement) => partsOf(statement) ?? partsOfClass(statement));
  const whole = parts.every((each) => each !== null) ? parts.flat() : null;
  if (whole === null || isAmbiguous(whole))
    return printEntries('define', printItems(defined, '  '));
  return printEntries('define', printParts(whole, '  ', '  '));
}

function printExpectations(key: string, expectations: readonly Expectation[]): readonly string[] {
  if (expectations.length === 0) return [];
  return [`  ${key}:`, ...expectations.map(({ text }) => `    - ${yamlScalar(text)}`)];
}
