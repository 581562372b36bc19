// Module `warnings`: warn, the filters, catch_warnings. Warnings go to stderr in CPython's form,
// each once a place. `deprecated` is refused. Source: CPython 3.14 Lib/_py_warnings.py.

import { PyTypeError, UserWarning } from '../../../asyncio/exceptions.ts';
import type { Interpreter } from '../../interpreter.ts';
import { getAttribute } from '../../objects/attributes.ts';
import { exceptionClassOf } from '../../objects/exception-classes.ts';
import { toIndex } from '../../objects/index-of.ts';
import { LibraryFunction } from '../../objects/signature.ts';
import { truthy } from '../../objects/truth.ts';
import { isOfClass, isSubclass, typeName, typeOf } from '../../objects/type-of.ts';
import { Builtin, PyClass } from '../../values.ts';
import { catchWarningsClass, warningMessageClass } from './catching.ts';
import {
  checkAction,
  checkCategory,
  checkPattern,
  WarningsModule,
  warningClass,
  warningsOf,
} from './filters.ts';
import { sourceLine, warn, warnExplicitly, warningText } from './issuing.ts';

/** The category of `warn`: the class of a warning that is given itself. Throws TypeError. */
function categoryOf(message: unknown, category: unknown): PyClass {
  if (isOfClass(message, warningClass)) return typeOf(message);
  if (category === null) return exceptionClassOf(UserWarning);
  if (category instanceof PyClass && isSubclass(category, warningClass)) return category;
  throw new PyTypeError(`category must be a Warning subclass, not '${typeName(category)}'`);
}

function formatted(run: Interpreter, ...given: unknown[]): string {
  const [message, category, file, line, source] = given;
  const name = run.objects.str(run, getAttribute(run, category, '__name__'));
  const [fileText, messageText] = [file, message].map((each) => run.objects.str(run, each));
  const number = Number(toIndex(run, line));
  const shown = source === null ? sourceLine(run, fileText, number) : source;
  return warningText(fileText, number, name, messageText, run.objects.str(run, shown));
}

const functions: readonly Builtin[] = [
  new Builtin(
    'warn(message, category=None, stacklevel=1, source=None, *, skip_file_prefixes=())',
    (run, message: unknown, category: unknown, level: unknown) => {
      warn(run, message, categoryOf(message, category), Number(toIndex(run, level)));
      return null;
    },
  ),
  new Builtin(
    'warn_explicit(message, category, filename, lineno, module=None, registry=None, ' +
      'module_globals=None, source=None)',
    (run, message: unknown, category: unknown, file: unknown, line: unknown, module: unknown) => {
      const name = run.objects.str(run, file);
      const from = module === null ? name.replace(/\.py$/, '') : run.objects.str(run, module);
      const kind = categoryOf(message, category);
      warnExplicitly(run, message, kind, name, Number(toIndex(run, line)), from);
      return null;
    },
  ),
  new LibraryFunction(
    'simplefilter(action, category=..., lineno=0, append=False)',
    (run, action: unknown, category: unknown, line: unknown, append: unknown) => {
      const filter = {
        action: checkAction(run, action),
        message: '',
        category: category === undefined ? warningClass : checkCategory(category),
        module: '',
        line: Number(toIndex(run, line)),
      };
      warningsOf(run).add(filter, truthy(run, append));
      return null;
    },
  ),
  new LibraryFunction(
    "filterwarnings(action, message='', category=..., module='', lineno=0, append=False)",
    (run, ...given: unknown[]) => {
      const [action, message, category, module, line, append] = given;
      const filter = {
        action: checkAction(run, action),
        message: checkPattern(message, 'message'),
        category: category === undefined ? warningClass : checkCategory(category),
        module: checkPattern(module, 'module'),
        line: Number(toIndex(run, line)),
      };
      warningsOf(run).add(filter, truthy(run, append));
      return null;
    },
  ),
  new LibraryFunction('resetwarnings()', (run) => {
    warningsOf(run).use([]);
    return null;
  }),
  new LibraryFunction('formatwarning(message, category, filename, lineno, line=None)', formatted),
  new LibraryFunction(
    'showwarning(message, category, filename, lineno, file=None, line=None)',
    (run, ...given: unknown[]) => {
      const [message, category, name, line, file, source] = given;
      const text = formatted(run, message, category, name, line, source);
      if (file === null) run.write('stderr', text);
      else run.call(getAttribute(run, file, 'write'), [text]);
      return null;
    },
  ),
];

/** The module of one run. */
export function warningsModule(): WarningsModule {
  return new WarningsModule(
    'warnings',
    new Map<string, unknown>([
      ...functions.map((each): [string, unknown] => [each.name, each]),
      ['catch_warnings', catchWarningsClass],
      ['WarningMessage', warningMessageClass],
    ]),
  );
}
