import { describe, expect, test } from 'vitest';
import { SourceFile } from '../../src/base/source-text.ts';
import { analyse } from '../../src/lang/analyse.ts';
import { type Place, walk } from '../../src/lang/check-walk.ts';
import { parseModule } from '../../src/lang/parse.ts';

/** The place of every name that begins with `n`, in the order of the walk. */
function placesIn(...lines: readonly string[]): readonly (readonly [string, Place])[] {
  const module = parseModule(new SourceFile(`${lines.join('\n')}\n`), () => {});
  const seen: [string, Place][] = [];
  walk(module, analyse(module), [
    {
      expression(node, place) {
        if (node.kind === 'Name' && node.id.startsWith('n')) seen.push([node.id, place]);
      },
    },
  ]);
  return seen;
}

const show = (lines: readonly string[], tell: (place: Place) => unknown) =>
  placesIn(...lines).map(([name, place]) => `${name} ${String(tell(place))}`);

describe('the walk', () => {
  test('visits every expression once', () => {
    const lines = [
      'n1 = n2; del n3; n4 += n5; n6: x = n7; raise n8 from n9; assert n10, n11',
      'for n12 in n13: n14',
      'else: n15',
      'while n16: n17',
      'if n18: n19',
      'elif n20: n21',
      'with n22 as n23, n24: n25',
      'try: n26',
      'except n27: n28',
      'else: n29',
      'finally: n30',
      'match n31:',
      '    case n.n32 if n33: n34',
      '    case n35(n.a, b=n.c) | {n.k: [n.d, *e]}: pass',
      '@n36',
      'class A(n37, m=n38): n39',
      'f"{n40!r:{n41}}" + n42[n43:n44:n45] + {**n46, n47: n48} + n49(*n50, k=n51)',
    ];
    const found = placesIn(...lines).map(([name]) => name);
    const counted = found.filter((name) => /^n\d+$/.test(name));
    const numbers = counted.map((name) => Number(name.slice(1))).sort((a, b) => a - b);
    // 32 is an attribute, which is no expression of its own.
    expect(numbers).toEqual(Array.from({ length: 51 }, (_, i) => i + 1).filter((i) => i !== 32));
    expect(found.filter((name) => name === 'n')).toHaveLength(5);
  });

  test('knows the scope that a part is evaluated in', () => {
    const lines = [
      '@n1',
      'def f(a: x = n2): n3',
      'class A(n4):',
      '    def g(self, a=n5): n6',
      '[n7 for x in n8 for y in n9 if n10]',
      'lambda a=n11: n12',
      'all(n13 for x in n14)',
    ];
    expect(show(lines, ({ scope }) => scope.kind)).toEqual([
      'n1 module',
      'n2 module',
      'n3 function',
      'n4 module',
      'n5 class',
      'n6 function',
      'n8 module',
      'n9 comprehension',
      'n10 comprehension',
      'n7 comprehension',
      'n11 module',
      'n12 lambda',
      'n14 module',
      'n13 generator expression',
    ]);
  });

  test('knows loops, and that functions and classes leave them', () => {
    const lines = ['for x in n1:', '    n2', '    def f(): n3', '    class A: n4', 'else: n5'];
    expect(show(lines, ({ inLoop }) => inLoop)).toEqual([
      'n1 false',
      'n2 true',
      'n3 false',
      'n4 false',
      'n5 false',
    ]);
  });

  test('knows what a try around catches', () => {
    const lines = [
      'try:',
      '    try: n1',
      '    except (KeyError, a.b.ValueError): n2',
      'except: n3',
      'else: n4',
    ];
    expect(show(lines, ({ caught }) => [...caught].join('+'))).toEqual([
      'n1 BaseException+KeyError+ValueError',
      'n2 BaseException',
      'n3 ',
      'n4 ',
    ]);
  });

  test('knows what a with around expects', () => {
    const lines = ['with suppress(KeyError, a.ValueError): n1', 'with lock: n2'];
    expect(show(lines, ({ caught }) => [...caught].join('+'))).toEqual([
      'n1 KeyError+ValueError',
      'n2 ',
    ]);
  });

  test('knows tests of the platform, in both branches', () => {
    const lines = [
      'import os, sys',
      'if sys.version_info >= (3, 11): n1',
      'else: n2',
      'if os.name == "nt" and x: n3',
      'if x.name == "nt": n4',
      'if not hasattr(x, "y"): n5',
    ];
    expect(show(lines, ({ isGuarded }) => isGuarded)).toEqual([
      'n1 true',
      'n2 true',
      'n3 true',
      'n4 false',
      'n5 true',
    ]);
  });
});
