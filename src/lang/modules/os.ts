// Modules `os` and `os.path`, as far as they ask nothing of a machine: an environment that is empty
// and can be written to, and paths as texts. Files, processes and the system are refused by name.
// Source: CPython 3.14 Lib/os.py, Lib/posixpath.py.

import { PyTypeError } from '../../asyncio/exceptions.ts';
import type { Interpreter } from '../interpreter.ts';
import { Dict } from '../objects/dict.ts';
import { LibraryFunction } from '../objects/signature.ts';
import { typeName } from '../objects/type-of.ts';
import { PyModule, plainText, Tuple } from '../values.ts';

function pathOf(value: unknown): string {
  const text = plainText(value);
  if (typeof text === 'string') return text;
  throw new PyTypeError(
    `expected str, bytes or os.PathLike object, not ${value === null ? 'NoneType' : typeName(value)}`,
  );
}

function joined(first: unknown, rest: readonly unknown[]): string {
  return rest.map(pathOf).reduce((path, part) => {
    if (part.startsWith('/')) return part;
    return path === '' || path.endsWith('/') ? path + part : `${path}/${part}`;
  }, pathOf(first));
}

/** The folder, without the slashes at its end unless it is nothing else; and the name. */
function parted(path: string): readonly [head: string, tail: string] {
  const cut = path.lastIndexOf('/') + 1;
  const head = path.slice(0, cut);
  return [/^\/*$/.test(head) ? head : head.replace(/\/+$/, ''), path.slice(cut)];
}

/** What stands before the last point of a name, and from it on; points at its start are no such. */
function withoutExtension(path: string): readonly [root: string, extension: string] {
  const name = path.lastIndexOf('/') + 1;
  const dot = path.lastIndexOf('.');
  const isHidden = /^\.*$/.test(path.slice(name, Math.max(dot, name)));
  return dot < name || isHidden ? [path, ''] : [path.slice(0, dot), path.slice(dot)];
}

function normal(path: string): string {
  if (path === '') return '.';
  const slashes = /^\/\/(?!\/)/.test(path) ? '//' : path.startsWith('/') ? '/' : '';
  const parts: string[] = [];
  for (const part of path.split('/')) {
    if (part === '' || part === '.') continue;
    const isUp = part === '..' && parts.length > 0 && parts.at(-1) !== '..';
    if (isUp) parts.pop();
    else if (part !== '..' || slashes === '') parts.push(part);
  }
  return slashes + parts.join('/') || '.';
}

const onPath = (name: string, compute: (path: string) => unknown): LibraryFunction =>
  new LibraryFunction(`${name}(p)`, (_run, path: unknown) => compute(pathOf(path)));

const pathFunctions: readonly LibraryFunction[] = [
  new LibraryFunction('join(a, /, *p)', (_run, first: unknown, rest: readonly unknown[]) =>
    joined(first, rest),
  ),
  onPath('basename', (path) => parted(path)[1]),
  onPath('dirname', (path) => parted(path)[0]),
  onPath('split', (path) => new Tuple(parted(path))),
  onPath('splitext', (path) => new Tuple(withoutExtension(path))),
  onPath('isabs', (path) => path.startsWith('/')),
  onPath('normpath', normal),
];

export const osPathModule = new PyModule(
  'os.path',
  new Map<string, unknown>([
    ...pathFunctions.map((each): [string, unknown] => [each.name, each]),
    ['sep', '/'],
    ['curdir', '.'],
    ['pardir', '..'],
  ]),
);

/** What the module holds, with an environment; null where only the names are asked for. */
export function osMembers(environment: Dict | null): ReadonlyMap<string, unknown> {
  const getenv = new LibraryFunction(
    'getenv(key, default=None)',
    (_run, key: unknown, missing: unknown) => environment?.get(key) ?? missing,
  );
  return new Map<string, unknown>([
    ['environ', environment],
    ['getenv', getenv],
    ['path', osPathModule],
    ['name', 'posix'],
    ['sep', '/'],
    ['linesep', '\n'],
    ['pathsep', ':'],
    ['curdir', '.'],
    ['pardir', '..'],
  ]);
}

/** The module of one run: the program may write to its environment. */
export function osModule(run: Interpreter): PyModule {
  return new PyModule('os', osMembers(new Dict(run)));
}
