import { describe, expect, test } from 'vitest';
import type { Diagnostic } from '../../src/base/diagnostic.ts';
import {
  countDiagnostics,
  renderDiagnostic,
  renderDiagnostics,
  sortDiagnostics,
} from '../../src/base/render-diagnostic.ts';
import { SourceFile } from '../../src/base/source-text.ts';

function at(line: number, column: number, endColumn: number, more: Partial<Diagnostic> = {}) {
  const span = { line, column, endLine: line, endColumn };
  return { severity: 'error', code: 'x', message: 'wrong', span, ...more } as Diagnostic;
}

const render = (text: string, diagnostic: Diagnostic) =>
  renderDiagnostic('a.py', new SourceFile(text), diagnostic).split('\n');

describe('one diagnostic', () => {
  test('has place, message and code, the line, an underline and the hint', () => {
    const diagnostic = at(2, 5, 8, { code: 'unknown-name', hint: 'look' });
    expect(render('first\nx = foo + 1\n', diagnostic)).toEqual([
      'a.py:2:5: error: wrong [unknown-name]',
      '    x = foo + 1',
      '        ^^^',
      '    hint: look',
      '',
    ]);
  });

  test('points with one caret at a place without width, also behind the end of the line', () => {
    expect(render('ab', at(1, 3, 3))[2]).toBe('      ^');
  });

  test('underlines to the end of the line where the span goes on', () => {
    const span = { line: 1, column: 3, endLine: 2, endColumn: 2 };
    expect(render('ab(1,  \n2)', at(1, 1, 1, { span }))[2]).toBe('      ^^^');
  });

  test('shows a tab as spaces and counts it as shown', () => {
    expect(render('\tx\ty', at(1, 4, 5)).slice(1, 3)).toEqual(['        x   y', '            ^']);
  });

  test('counts wide characters two and combining ones none', () => {
    expect(render('"日本" + x', at(1, 8, 9)).slice(1, 3)).toEqual([
      '    "日本" + x',
      '             ^',
    ]);
    expect(render('e\u0301 + x', at(1, 6, 7)).slice(1, 3)).toEqual([
      '    e\u0301 + x',
      '        ^',
    ]);
  });

  test('makes everything that came from the file printable', () => {
    const lines = render('x = "\x1b[31m" # \u202e', at(1, 1, 2, { message: 'no \x1b' }));
    expect(lines).toEqual([
      'a.py:1:1: error: no \\x1b [x]',
      '    x = "\\x1b[31m" # \\u202e',
      '    ^',
      '',
    ]);
  });

  test('leaves an empty line out', () => {
    expect(render('\n', at(1, 1, 1))).toEqual(['a.py:1:1: error: wrong [x]', '']);
  });

  test('shows of a long line only what is near the place', () => {
    const text = `${'a'.repeat(5000)}HERE${'b'.repeat(5000)}`;
    const [, line, carets] = render(text, at(1, 5001, 5005));
    expect(line).toBe(`    …${'a'.repeat(60)}HERE${'b'.repeat(35)}…`);
    expect(carets).toBe(`     ${' '.repeat(60)}^^^^`);
  });

  test('finds the place behind characters of two units', () => {
    const [, line, carets] = render(`${'😀'.repeat(300)}x = 1`, at(1, 301, 302));
    expect(line).toBe(`    …${'😀'.repeat(30)}x = 1`);
    expect(carets).toBe(`     ${' '.repeat(60)}^`);
  });

  test('may be painted', () => {
    const paint = (part: string, text: string) => `<${part}>${text}</>`;
    const options = { paint };
    const text = renderDiagnostic('a', new SourceFile('x'), at(1, 1, 2, { hint: 'h' }), options);
    expect(text.split('\n')).toEqual([
      '<place>a:1:1:</> <error>error:</> wrong <code>[x]</>',
      '    x',
      '    <underline>^</>',
      '    <hint>hint: h</>',
      '',
    ]);
  });
});

describe('all diagnostics of a file', () => {
  const warning = at(1, 1, 2, { severity: 'warning', message: 'hm' });

  test('stand in the order of their places, errors first, each once, with a count', () => {
    const text = renderDiagnostics('a.py', new SourceFile('x\ny'), [
      at(2, 1, 2),
      warning,
      at(1, 1, 2),
      at(2, 1, 2),
    ]);
    expect(text.split('\n').filter((line) => /^\S/.test(line))).toEqual([
      'a.py:1:1: error: wrong [x]',
      'a.py:1:1: warning: hm [x]',
      'a.py:2:1: error: wrong [x]',
      '2 errors, 1 warning',
      'why: notes.md#x',
    ]);
  });

  test('are counted, also those that are not shown', () => {
    const many = [1, 2, 3, 4, 5].map((line) => at(line, 1, 2));
    const text = renderDiagnostics('a.py', new SourceFile('x'), many, { limit: 2 });
    expect(text.split('\n').slice(-3)).toEqual(['3 more are not shown', '5 errors', '']);
  });

  test('are nothing where there are none', () => {
    expect(renderDiagnostics('a.py', new SourceFile(''), [])).toBe('');
    expect(sortDiagnostics([])).toEqual([]);
  });

  test('have their count in the singular and the plural', () => {
    expect(countDiagnostics([at(1, 1, 1)])).toBe('1 error');
    expect(countDiagnostics([warning, warning])).toBe('2 warnings');
  });
});
