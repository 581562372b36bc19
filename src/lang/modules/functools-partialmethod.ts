// `functools.partialmethod`: a method with some of its arguments given, read from an instance as a
// partial of the bound one. Source: CPython 3.14 Lib/functools.py (partialmethod).

import { PyTypeError } from '../../asyncio/exceptions.ts';
import type { Interpreter } from '../interpreter.ts';
import { isCallable } from '../objects/callable.ts';
import { builtinClass, declareType } from '../objects/classes.ts';
import { bindAttribute, Descriptor } from '../objects/descriptors.ts';
import type { PyClass } from '../values.ts';
import { partial } from './functools-partial.ts';

type Keywords = ReadonlyMap<string, unknown> | null;

class PartialMethod extends Descriptor {
  readonly callee: unknown;
  readonly args: readonly unknown[];
  readonly keywords: Keywords;

  constructor(callee: unknown, args: readonly unknown[], keywords: Keywords) {
    super();
    this.callee = callee;
    this.args = args;
    this.keywords = keywords;
  }

  get(run: Interpreter, self: unknown, cls: PyClass): unknown {
    const bound = self === undefined ? this.callee : bindAttribute(run, this.callee, self, cls);
    return partial([bound, ...this.args], this.keywords);
  }
}

export const partialMethodClass = builtinClass('partialmethod', undefined, 'functools');
declareType(PartialMethod, partialMethodClass);
partialMethodClass.signature = 'partialmethod(func, /, *args, **keywords)';
partialMethodClass.construct = (run, _cls, args, keywords) => {
  if (args.length === 0) {
    throw new PyTypeError("partialmethod.__new__() missing 1 required positional argument: 'func'");
  }
  const [callee, ...given] = args;
  if (!isCallable(callee) && !(callee instanceof Descriptor)) {
    throw new PyTypeError(
      `the first argument ${run.objects.repr(run, callee)} must be a callable or a descriptor`,
    );
  }
  return new PartialMethod(callee, given, keywords);
};
