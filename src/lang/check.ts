// The checker: everything that is surely wrong with a program, or surely not meant, found before
// it runs and told at once. Errors refuse the program, warnings teach. Each rule has a file of its
// own; what the simulator provides is given by the caller, so the checker knows no table of
// built-ins.

import type { Diagnostic } from '../base/diagnostic.ts';
import { BaseRule } from './check-bases.ts';
import { CallRule } from './check-calls.ts';
import { CleanUpRule } from './check-clean-up.ts';
import { CoroutineValueRule } from './check-coroutine-values.ts';
import { Definitions, type Environment } from './check-definitions.ts';
import { FlowRule } from './check-flow.ts';
import { LessonRule } from './check-lessons.ts';
import { MemberRule } from './check-members.ts';
import { ModuleRule } from './check-modules.ts';
import { NameRule } from './check-names.ts';
import { PlacementRule } from './check-placement.ts';
import { ProtocolRule } from './check-protocols.ts';
import { RunRule } from './check-runs.ts';
import { walk } from './check-walk.ts';
import type { Scopes } from './scope.ts';
import type { Module } from './tree.ts';

export type { Environment, KnownName, Origin } from './check-definitions.ts';

/**
 * Checks a module.
 * @param scopes the module's scopes, from `analyse`.
 * @param environment the built-ins and modules that programs may use.
 * @returns errors and warnings in no particular order.
 */
export function check(
  module: Module,
  scopes: Scopes,
  environment: Environment,
): readonly Diagnostic[] {
  const diagnostics: Diagnostic[] = [];
  const report = (diagnostic: Diagnostic) => diagnostics.push(diagnostic);
  const definitions = new Definitions(scopes, environment);
  walk(module, scopes, [definitions]);
  walk(module, scopes, [
    new PlacementRule(report),
    new NameRule(report, environment, definitions),
    new ModuleRule(report, environment, definitions),
    new BaseRule(report, definitions),
    new CallRule(report, definitions),
    new MemberRule(report, definitions),
    new LessonRule(report, definitions),
    new RunRule(report, definitions),
    new ProtocolRule(report, definitions),
    new CoroutineValueRule(report, definitions),
    new CleanUpRule(report, definitions),
    new FlowRule(report),
  ]);
  return diagnostics;
}
