// A Python program as a scenario. The usual shape is read: imports, assignments, definitions,
// `async def main()`, and `asyncio.run(main())` as the last line; a program that to-python.ts wrote
// gives its scenario back, comments included. Whatever else stands at module level is refused with
// its place, since a scenario has no room for it.

import type { Report } from '../../base/diagnostic.ts';
import type { Span } from '../../base/span.ts';
import type { Environment } from '../../lang/check.ts';
import { printExpression, printStatement } from '../../lang/print.ts';
import type { ClassDef, FunctionDef, Module, Statement } from '../../lang/tree.ts';
import { isConstant } from '../constants.ts';
import { reportError } from '../fields.ts';
import type { Definition, Scenario } from '../scenario.ts';
import { importsToKeep } from './program-imports.ts';
import { withoutGlobals } from './shared-globals.ts';
import { defaultSeedLine, headings, logLine, nowText } from './to-python.ts';
import { asksForDocstring, importsOf, walkNodes } from './used-names.ts';

/**
 * The scenario that a program is.
 * @param program as it was read from the file, with what its comment says of its run.
 * @param text the file.
 * @returns null after reporting every statement that a scenario has no room for.
 */
export function scenarioFromPython(
  program: Scenario,
  text: string,
  environment: Environment,
  report: Report,
): Scenario | null {
  let isWhole = true;
  const refuse: Report = (diagnostic) => {
    isWhole = false;
    report(diagnostic);
  };
  const { module } = program;
  const reader = new ProgramReader(module, text, environment, refuse);
  reader.read();
  const { params, state, defined, main, run } = reader;
  if (main === null || run === null) {
    const missing = main === null ? 'async def main()' : 'asyncio.run(main())';
    const { endLine: line, endColumn: column } = module.span;
    const span = { line, column, endLine: line, endColumn: column };
    const hint = 'a scenario is a program that ends with asyncio.run(main())';
    if (isWhole) reportError(refuse, 'export', `the program has no '${missing}'`, span, hint);
    return null;
  }
  const assigned = [...params, ...state].map(({ statement }) => statement);
  const whole: Module = { ...module, body: [...assigned, ...defined, main, run] };
  const shared = state.map(({ definition }) => definition.name);
  const plain = withoutGlobals(whole, shared, refuse);
  if (!isWhole) return null;
  return {
    ...program,
    description: program.description === '' ? reader.description.trim() : program.description,
    seed: reader.seed ?? program.seed,
    params: params.map(({ definition }) => definition),
    state: state.map(({ definition }) => definition),
    module: plain,
    sharedNames: new Set(shared),
  };
}

/** An assignment at module level. */
interface Assigned {
  readonly definition: Definition;
  readonly statement: Statement;
}

/** Sorts the statements of a module into the parts of a scenario. */
class ProgramReader {
  description = '';
  seed: number | null = null;
  readonly params: Assigned[] = [];
  readonly state: Assigned[] = [];
  readonly defined: Statement[] = [];
  main: FunctionDef | null = null;
  run: Statement | null = null;
  readonly lines: readonly string[];
  readonly #module: Module;
  readonly #environment: Environment;
  readonly #report: Report;
  readonly #paramsFrom: number;
  readonly #stateFrom: number;
  readonly #definedNames = new Set<string>();

  constructor(module: Module, text: string, environment: Environment, report: Report) {
    this.#module = module;
    this.#environment = environment;
    this.#report = report;
    this.lines = text.split(/\r\n|\r|\n/);
    this.#paramsFrom = this.#headingLine(headings.params);
    this.#stateFrom = this.#headingLine(headings.state);
  }

  /** The line of a heading, which stands between statements; infinite where there is none. */
  #headingLine(heading: string): number {
    const at = this.lines.findIndex((line, index) => {
      const isInside = ({ span }: Statement) => span.line <= index + 1 && index + 1 <= span.endLine;
      return line.trimEnd() === heading && !this.#module.body.some(isInside);
    });
    return at < 0 ? Number.POSITIVE_INFINITY : at + 1;
  }

  read(): void {
    const { body } = this.#module;
    const [first] = body;
    const isDocstring =
      first?.kind === 'Expr' && first.value.kind === 'Constant' && first.value.type === 'str';
    if (isDocstring) {
      this.description = (first.value as { value: string }).value;
      if (asksForDocstring(this.#module)) {
        const hint = 'write the text as a variable of state';
        this.#refuse(first.span, 'a scenario has no __doc__, which the program asks for', hint);
      }
    }
    for (const statement of body.slice(isDocstring ? 1 : 0)) {
      if (this.run === null) this.#statement(statement);
      else this.#refuse(statement.span, 'nothing may follow asyncio.run(main())');
    }
  }

  #refuse(span: Span, message: string, hint = 'a scenario runs main: move it into main'): void {
    reportError(this.#report, 'export', message, span, hint);
  }

  #statement(node: Statement): void {
    switch (node.kind) {
      case 'Import':
      case 'ImportFrom': {
        const kept = importsToKeep(node, this.#environment);
        if (kept === null) return;
        for (const name of importsOf(kept)) this.#definedNames.add(name);
        this.defined.push(kept);
        return;
      }
      case 'FunctionDef':
      case 'ClassDef':
        this.#definition(node);
        return;
      case 'Assign':
      case 'AnnAssign':
        this.#assignment(node);
        return;
      case 'Expr':
      case 'If':
        this.#action(node);
        return;
      default:
        this.#refuse(node.span, 'a scenario has no room for this statement at module level');
    }
  }

  #definition(node: FunctionDef | ClassDef): void {
    const isWord = node.name === 'now' && this.#isOwnClock(node);
    if (isWord) return;
    if (node.name !== 'main') {
      const isTaken = (other: Statement): boolean =>
        !isImport(other) && (other as FunctionDef | ClassDef).name === node.name;
      if (this.defined.some(isTaken)) {
        const message = `a scenario defines '${node.name}' once`;
        this.#refuse(node.nameSpan, message, 'give each definition a name of its own');
      }
      this.#definedNames.add(node.name);
      this.defined.push(node);
      return;
    }
    const isPlain =
      node.kind === 'FunctionDef' &&
      node.isAsync &&
      printStatement(node).startsWith('async def main()');
    if (isPlain && this.main === null) this.main = node;
    else this.#refuse(node.span, "main is an 'async def main()' of no parameters", 'and only one');
  }

  /** Whether it is the clock that an exported program brings along. */
  #isOwnClock(node: Statement): boolean {
    const text = `${printStatement(node)}\n`;
    return [nowText(new Set()), nowText(new Set(['round']))].includes(text);
  }

  #assignment(node: Extract<Statement, { kind: 'Assign' | 'AnnAssign' }>): void {
    const targets = node.kind === 'Assign' ? node.targets : [node.target];
    const [target] = targets;
    const { value, span } = node;
    if (target?.kind !== 'Name' || targets.length > 1 || value === null) {
      const hint = 'give each variable a line: name = value';
      this.#refuse(span, 'state has one name for each value', hint);
      return;
    }
    if (target.id === 'log' && printStatement(node) === logLine) return;
    const late: string[] = [];
    walkNodes(value, (part) => {
      const id = part.kind === 'Name' ? String(part.id) : '';
      if (this.#definedNames.has(id)) late.push(id);
    });
    if (late.length > 0) {
      const message = `state is set before '${late[0]}' is defined`;
      this.#refuse(span, message, 'set it at the beginning of main, and declare it global there');
      return;
    }
    const definition = { name: target.id, nameSpan: target.span, value };
    const statement: Statement = { kind: 'Assign', targets: [target], value, span };
    const { line } = span;
    const isParam = line > this.#paramsFrom && !(line > this.#stateFrom);
    if (isParam && !isConstant(value)) {
      this.#refuse(value.span, 'a parameter is a constant', `write it under ${headings.state}`);
    } else if (isParam && this.state.length === 0) this.params.push({ definition, statement });
    else this.state.push({ definition, statement });
  }

  #action(node: Extract<Statement, { kind: 'Expr' | 'If' }>): void {
    if (isRun(node)) {
      const span = node.span;
      this.run = node.kind === 'If' ? { ...node.body[0]!, span } : node;
      return;
    }
    const seed = node.kind === 'Expr' ? seedOf(printExpression(node.value)) : null;
    const isFirst = this.params.length + this.state.length === 0 && this.defined.every(isImport);
    if (seed === null || !isFirst) {
      this.#refuse(node.span, 'a scenario has no room for this statement at module level');
    } else if (this.lines[node.span.line - 1]?.trimEnd() !== defaultSeedLine) this.seed = seed;
  }
}

function isImport({ kind }: Statement): boolean {
  return kind === 'Import' || kind === 'ImportFrom';
}

/** `asyncio.run(main())`, or that under `if __name__ == '__main__':`. */
function isRun(node: Statement): boolean {
  if (node.kind === 'If') {
    const isEntry = /^__name__ == '__main__'$|^'__main__' == __name__$/.test(
      printExpression(node.test),
    );
    return isEntry && node.orelse.length === 0 && node.body.length === 1 && isRun(node.body[0]!);
  }
  if (node.kind !== 'Expr') return false;
  return /^(?:asyncio\.)?run\(main\(\)\)$/.test(printExpression(node.value));
}

/** The seed of `random.seed(n)`, null for anything else. */
function seedOf(text: string): number | null {
  const digits = /^random\.seed\((\d+)\)$/.exec(text)?.[1];
  const seed = Number(digits ?? Number.NaN);
  return Number.isSafeInteger(seed) ? seed : null;
}
