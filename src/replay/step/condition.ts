// A condition of a breakpoint: an expression of the language over the module's variables, parsed,
// checked and compiled as the expectations of a scenario are. It holds where it becomes true: a
// step after which it is true and before which it was not. An expression that raises is not true.

import type { Diagnostic } from '../../base/diagnostic.ts';
import { SourceFile } from '../../base/source-text.ts';
import { LimitReached } from '../../base/stop.ts';
import { analyse } from '../../lang/analyse.ts';
import { check, type Environment } from '../../lang/check.ts';
import { languageEnvironment } from '../../lang/environment.ts';
import { parseExpression } from '../../lang/parse.ts';
import type { Expression, Statement } from '../../lang/tree.ts';
import { scenarioEnvironment } from '../../scenario/at-hand.ts';
import { formatOf } from '../../scenario/load.ts';
import type { Scenario } from '../../scenario/scenario.ts';
import type { SteppedRun } from './stepped-run.ts';
import type { Stop } from './stepper.ts';

/** What is wrong with a condition. */
export interface Mistake {
  readonly mistake: string;
}

/** The condition `text` as a stop in runs like this one, or what is wrong with it. */
export function conditionOf(text: string, run: SteppedRun): Stop | Mistake {
  const { scenario, header } = run;
  if (scenario === null) return { mistake: 'a condition needs a program in Python' };
  const mistakes: string[] = [];
  const expression = parseExpression(new SourceFile(text), ({ message, hint }) => {
    mistakes.push(hint === undefined || hint === '' ? message : `${message}; ${hint}`);
  });
  if (expression === null || mistakes.length > 0) {
    return { mistake: mistakes[0] ?? 'an expression is missing' };
  }
  const own = languageEnvironment();
  const isPython = formatOf(header.source.name) === 'python';
  const wrong = mistakeIn(expression, scenario, isPython ? own : scenarioEnvironment(own));
  return wrong === null ? becomesTrue(text, expression) : { mistake: wrong };
}

/** What the checker says of the expression where it stands at the end of the program. */
function mistakeIn(
  expression: Expression,
  scenario: Scenario,
  environment: Environment,
): string | null {
  const { module, sharedNames: shared } = scenario;
  const said = (body: readonly Statement[]): readonly Diagnostic[] => {
    const whole = { ...module, body };
    return check(whole, analyse(whole, { shared }), environment);
  };
  const statement: Statement = { kind: 'Expr', value: expression, span: expression.span };
  const before = new Set(said(module.body).map(({ message }) => message));
  const after = said([...module.body, statement]);
  const wrong = after.find(({ severity, message }) => severity === 'error' && !before.has(message));
  return wrong === undefined ? null : wrong.message;
}

function becomesTrue(text: string, expression: Expression): Stop {
  return {
    text: `if ${text}`,
    watch: (run) => {
      let evaluate: (() => string | null) | null = null;
      const holds = (): boolean => {
        const { machine } = run.insides;
        if (machine === null) return false;
        evaluate ??= machine.expectation({ expression });
        try {
          return run.look(evaluate) === null;
        } catch (error) {
          // More operations than a step may have: as an expression that raises.
          if (error instanceof LimitReached) return false;
          throw error;
        }
      };
      let before = holds();
      return () => {
        const now = holds();
        const becomes = now && !before;
        before = now;
        return becomes;
      };
    },
  };
}
