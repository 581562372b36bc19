// How deep a tree is. The parser counts brackets and operators as it goes down, but a chain such as
// `a + b + c` or `x.y.z` is read in a loop and still makes a tree as deep as the chain is long,
// which checker, compiler and printer walk by recursion. So long statements are measured here.

import { expressionDepthLimit } from './cursor.ts';

/**
 * Whether some expression or pattern lies more than the limit below the topmost ones.
 * @param root a statement, or a header whose blocks are still empty.
 */
export function isTooDeep(root: object): boolean {
  const nodes: object[] = [root];
  const depths: number[] = [0];
  for (let node = nodes.pop(); node !== undefined; node = nodes.pop()) {
    const depth = depths.pop() as number;
    const isNode = 'kind' in node;
    if (isNode && depth > expressionDepthLimit + 1) return true;
    for (const child of Object.values(node)) {
      if (typeof child !== 'object' || child === null) continue;
      nodes.push(child);
      depths.push(isNode ? depth + 1 : depth);
    }
  }
  return false;
}
