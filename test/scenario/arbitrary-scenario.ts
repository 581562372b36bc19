// Scenarios at random, for what must hold of all of them: printed and read again they are the
// same, the schema takes them, as a Python program they come back. They need not run: names may be
// unknown and `break` may stand anywhere.
import fc from 'fast-check';
import type { Diagnostic } from '../../src/base/diagnostic.ts';
import { SourceFile } from '../../src/base/source-text.ts';
import type { Expression, Module, Statement } from '../../src/lang/tree.ts';
import { newContext } from '../../src/scenario/blocks.ts';
import { readScenario, type Scenario } from '../../src/scenario/scenario.ts';
import { readYaml } from '../../src/scenario/yaml.ts';
import { withoutSpans } from '../lang/arbitrary-node.ts';
import { arbitraryModule } from '../lang/arbitrary-tree.ts';

/** Reads without the checker, which random programs would not pass. */
export function reread(text: string): { scenario: Scenario; errors: readonly string[] } {
  const diagnostics: Diagnostic[] = [];
  const report = (diagnostic: Diagnostic) => diagnostics.push(diagnostic);
  const root = readYaml(text, report);
  if (root === null) throw new Error(`${diagnostics[0]?.message}\n${text}`);
  const scenario = readScenario(newContext(new SourceFile(text), report, true), root, 'x');
  const errors = diagnostics
    .filter(({ severity, code }) => severity === 'error' && code !== 'duplicate-name')
    .map(({ span, message }) => `${span.line}: ${message}\n${text}`);
  return { scenario, errors };
}

/** A scenario as comparable data, spans apart. */
export function plain({ limits, sharedNames, ...rest }: Scenario): unknown {
  return withoutSpans({ ...rest, limits: [...limits], sharedNames: [...sharedNames] });
}

export const base = reread('main: [pass]').scenario;
export const nowhere = base.module.span;

/** The scenario with other definitions, another state and another main. */
export function scenarioOf(
  defined: readonly Statement[],
  body: readonly Statement[],
  state: readonly Expression[],
  names: readonly string[] = state.map((_value, index) => `s${index}`),
): Scenario {
  const [main, run] = base.module.body.slice(-2);
  if (main?.kind !== 'FunctionDef' || run === undefined) throw new Error('no main');
  const definitions = state.map((value, index) => ({
    name: names[index]!,
    nameSpan: nowhere,
    value,
  }));
  const assigned = definitions.map(({ name, value }): Statement => {
    const target = { kind: 'Name', id: name, span: nowhere } as const;
    return { kind: 'Assign', targets: [target], value, span: nowhere };
  });
  const module: Module = {
    ...base.module,
    body: [...assigned, ...defined, { ...main, body }, run],
  };
  const sharedNames = new Set(definitions.map(({ name }) => name));
  return { ...base, state: definitions, module, sharedNames };
}

const isDefinition = ({ kind }: Statement) => /^(?:FunctionDef|ClassDef|Import)/.test(kind);

/** Definitions and a main of all kinds of statements, without a state. */
export const arbitraryProgram: fc.Arbitrary<Scenario> = fc
  .tuple(arbitraryModule, arbitraryModule)
  .map(([one, other]) => {
    const defined = one.body.filter(isDefinition);
    const body = [...other.body, ...one.body.filter((each) => !isDefinition(each))];
    return { defined, body };
  })
  .filter(({ body }) => body.length > 0)
  .map(({ defined, body }) => scenarioOf(defined, body, []));
