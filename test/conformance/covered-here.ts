// Which functions and which `catch` and `finally` blocks of src/asyncio were executed, as V8 counts
// them: the counterpart of coverage.py for our own side.
import { type Profiler, Session } from 'node:inspector';
import ts from 'typescript';
import type { Coverage, CoveredPlace } from './oracle.ts';

const FOLDER = '/src/asyncio/';

/** Counts from its making on, for modules that are loaded after it. */
export class OwnCoverage {
  readonly #session = new Session();

  constructor() {
    this.#session.connect();
    this.#post('Profiler.enable');
    this.#post('Profiler.startPreciseCoverage', { callCount: true, detailed: true });
  }

  /** What was executed so far, file by file. Can be asked once. */
  report(): Coverage {
    const { result } = this.#post<Profiler.TakePreciseCoverageReturnType>(
      'Profiler.takePreciseCoverage',
    );
    this.#post('Debugger.enable');
    const scripts = result
      .filter(({ url }) => url.includes(FOLDER))
      .sort((a, b) => (a.url < b.url ? -1 : 1));
    const coverage: Record<string, readonly CoveredPlace[]> = {};
    for (const { scriptId, url, functions } of scripts) {
      const { scriptSource } = this.#post<{ readonly scriptSource: string }>(
        'Debugger.getScriptSource',
        { scriptId },
      );
      const ranges = functions.flatMap((each) => each.ranges);
      const places = placesOf(scriptSource);
      const name = url.slice(url.indexOf(FOLDER) + FOLDER.length);
      coverage[name] = places.map(([path, kind, at]) => [path, kind, countAt(ranges, at) > 0]);
    }
    this.#session.disconnect();
    return coverage;
  }

  /** All of what is asked here answers at once. */
  #post<R>(method: string, parameters: object = {}): R {
    let answer: R | undefined;
    this.#session.post(method, parameters, (error: Error | null, result?: object) => {
      if (error !== null) throw error;
      answer = result as R;
    });
    return answer as R;
  }
}

/** How often the innermost range around an offset was run. */
function countAt(ranges: readonly Profiler.CoverageRange[], offset: number): number {
  let innermost: Profiler.CoverageRange | null = null;
  for (const range of ranges) {
    if (range.startOffset > offset || range.endOffset <= offset) continue;
    const size = range.endOffset - range.startOffset;
    if (innermost !== null && size >= innermost.endOffset - innermost.startOffset) continue;
    innermost = range;
  }
  return innermost?.count ?? 0;
}

/** Functions, and catch and finally blocks: path, kind, and an offset inside of each. */
function placesOf(text: string): (readonly [path: string, kind: string, at: number])[] {
  const source = ts.createSourceFile('module.js', text, ts.ScriptTarget.ES2022, true);
  const places: (readonly [string, string, number])[] = [];
  const inside = (block: ts.Block): number =>
    block.statements.length > 0 ? block.statements[0].getStart(source) : block.end - 1;
  const visit = (node: ts.Node, path: readonly string[]): void => {
    let inner = path;
    if (ts.isClassLike(node) && node.name !== undefined) inner = [...path, node.name.text];
    const isNamed = ts.isMethodDeclaration(node) || ts.isFunctionDeclaration(node);
    const isAccessor = ts.isAccessor(node) || ts.isConstructorDeclaration(node);
    if ((isNamed || isAccessor) && node.body !== undefined) {
      const name = node.name?.getText(source) ?? 'constructor';
      inner = [...path, name];
      if (name !== '__name') places.push([inner.join('.'), 'function', inside(node.body)]);
    }
    if (ts.isTryStatement(node)) {
      const { catchClause, finallyBlock } = node;
      if (catchClause) places.push([path.join('.'), 'catch', inside(catchClause.block)]);
      if (finallyBlock) places.push([path.join('.'), 'finally', inside(finallyBlock)]);
    }
    ts.forEachChild(node, (child) => visit(child, inner));
  };
  visit(source, []);
  return places;
}
