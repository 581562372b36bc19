// Imports and attributes of modules. A module or member that the simulator has not is refused by
// name, with the reason and with what to write instead, before anything runs. What stands under a
// test of the platform, or in a `try` that catches the ImportError, may never run or may fail as
// the program expects: it is let through.

import type { Report } from '../base/diagnostic.ts';
import type { Span } from '../base/span.ts';
import type { Definitions, Environment } from './check-definitions.ts';
import type { Place, Rule } from './check-walk.ts';
import { didYouMean } from './suggest.ts';
import type { Attribute, Expression, Import, ImportFrom, Statement } from './tree.ts';
import { reasonForMember, reasonForModule, replacementOf } from './unsupported.ts';
import { refusedLoopMethods } from './unsupported-asyncio.ts';

/** Handlers that catch a failed import. */
const catchers = ['ImportError', 'ModuleNotFoundError', 'Exception', 'BaseException'];

/** Functions of asyncio that give a loop. */
const loopFunctions = new Set(['get_running_loop', 'get_event_loop', 'new_event_loop']);

/** Handlers that catch what a refused method of the loop raises. */
const expectedErrors = ['NotImplementedError', 'RuntimeError', 'Exception', 'BaseException'];

export class ModuleRule implements Rule {
  readonly #report: Report;
  readonly #environment: Environment;
  readonly #definitions: Definitions;

  constructor(report: Report, environment: Environment, definitions: Definitions) {
    this.#report = report;
    this.#environment = environment;
    this.#definitions = definitions;
  }

  #error(code: string, message: string, span: Span, hint?: string): void {
    const diagnostic = { severity: 'error', code, message, span } as const;
    this.#report(hint === undefined ? diagnostic : { ...diagnostic, hint });
  }

  statement(node: Statement, place: Place): void {
    if (node.kind !== 'Import' && node.kind !== 'ImportFrom') return;
    if (place.isGuarded || catchers.some((name) => place.caught.has(name))) return;
    if (node.kind === 'Import') this.#import(node);
    else this.#importFrom(node);
  }

  #import(node: Import): void {
    for (const alias of node.names) {
      if (!this.#environment.modules.has(alias.name)) {
        this.#refuse(`import ${alias.name}`, alias.name, node.names.length > 1 ? alias : node);
      }
    }
  }

  #importFrom(node: ImportFrom): void {
    const { module } = node;
    if (module === '__future__') return;
    const members = this.#environment.modules.get(module);
    if (members === undefined) {
      const names = node.names.map(({ name }) => name).join(', ');
      this.#refuse(`from ${module} import ${names}`, module, node);
      return;
    }
    for (const alias of node.names) {
      if (alias.name === '*' || members.has(alias.name)) continue;
      if (this.#environment.modules.has(`${module}.${alias.name}`)) continue;
      const unknown = `cannot import name '${alias.name}' from '${module}'`;
      this.#absentMember(module, alias.name, alias.span, unknown);
    }
  }

  /** `unknown` are CPython's words for a member that does not exist. */
  #absentMember(module: string, name: string, span: Span, unknown: string): void {
    const members = this.#environment.modules.get(module)!;
    const reason = reasonForMember(module, name);
    const near = reason.isKnown ? undefined : didYouMean(name, members.keys());
    const instead = replacementOf(module, name) ?? near;
    if (instead !== undefined) {
      this.#error('unknown-name', unknown, span, instead);
      return;
    }
    const message = `'${module}.${name}' is not supported: ${reason.reason}`;
    this.#error('unsupported', message, span, reason.instead);
  }

  #refuse(statement: string, module: string, node: { readonly span: Span }): void {
    const { modules } = this.#environment;
    const reason = reasonForModule(module);
    const near = reason.isKnown ? undefined : didYouMean(module, modules.keys());
    const message = `'${statement}' is not supported: ${reason.reason}`;
    const supported = [...modules.keys()]
      .filter((name) => name !== 'builtins')
      .sort((a, b) => (a < b ? -1 : 1));
    const hint = near ?? reason.instead ?? `supported modules: ${supported.join(', ')}`;
    this.#error('unsupported', message, node.span, hint);
  }

  expression(node: Expression, place: Place): void {
    if (node.kind !== 'Attribute' || place.isGuarded) return;
    const owner = this.#definitions.meaningOf(node.value, place);
    if (owner?.kind !== 'module') {
      this.#loopMethod(node, place);
      return;
    }
    if (this.#definitions.meaningOf(node, place) !== null) return;
    if (['AttributeError', 'Exception', 'BaseException'].some((name) => place.caught.has(name))) {
      return;
    }
    this.#absentAttribute(node, owner.module);
  }

  /** A method of the loop that raises when it is called, unless the program expects it to. */
  #loopMethod({ name, nameSpan, value }: Attribute, place: Place): void {
    const refused = refusedLoopMethods.get(name);
    if (refused === undefined || !this.#isLoop(value, place)) return;
    if (expectedErrors.some((each) => place.caught.has(each))) return;
    const message = `'loop.${name}' is not supported: ${refused.reason}`;
    this.#error('unsupported', message, nameSpan, refused.instead);
  }

  /** Whether it is a call that gives the loop, or a name for what such a call gave. */
  #isLoop(value: Expression, place: Place): boolean {
    const isCall = value.kind === 'Call';
    const meaning = this.#definitions.meaningOf(isCall ? value.callee : value, place);
    if (meaning?.kind !== (isCall ? 'member' : 'object')) return false;
    return meaning.module === 'asyncio' && loopFunctions.has(meaning.name);
  }

  #absentAttribute({ name, nameSpan }: Attribute, module: string): void {
    if (name.startsWith('__') && name.endsWith('__')) return;
    this.#absentMember(module, name, nameSpan, `module '${module}' has no attribute '${name}'`);
  }
}
