// Which built-ins leave the containers alone that they get: methods that only look at their own
// object, functions that only look at their arguments. Whatever is not listed counts as a write.

import { BaseException } from '../asyncio/exceptions.ts';
import { Builtin, PyModule, Tuple } from './values.ts';

/** Methods of list, dict, set, deque and their kin that change nothing. */
export const READING_METHODS: ReadonlySet<string> = new Set([
  ...['copy', 'count', 'index', 'get', 'items', 'keys', 'values', 'elements', 'most_common'],
  ...['total', 'difference', 'intersection', 'isdisjoint', 'issubset', 'issuperset'],
  ...['symmetric_difference', 'union', '__contains__', '__len__', '__iter__', '__getitem__'],
  ...['__eq__', '__ne__', '__lt__', '__le__', '__gt__', '__ge__', '__repr__', '__str__'],
  ...['__add__', '__mul__', '__rmul__', '__or__', '__and__', '__sub__', '__xor__', '__reversed__'],
  ...['__copy__', '__deepcopy__', '__sizeof__', '__format__', '__bool__', 'join'],
]);

/** Functions that change none of their arguments. */
export const SEEING_FUNCTIONS: ReadonlySet<string> = new Set([
  ...['abs', 'all', 'any', 'ascii', 'bin', 'bool', 'callable', 'chr', 'dir', 'divmod', 'enumerate'],
  ...['filter', 'float', 'format', 'frozenset', 'hash', 'hex', 'id', 'int', 'isinstance'],
  ...['issubclass', 'iter', 'len', 'list', 'map', 'max', 'min', 'oct', 'ord', 'pow', 'print'],
  ...['range', 'repr', 'reversed', 'round', 'set', 'sorted', 'str', 'sum', 'tuple', 'type', 'zip'],
  ...['dict', 'aiter', 'log', 'copy', 'deepcopy', 'dumps', 'gather', 'wait', 'as_completed'],
  ...['create_task', 'ensure_future', 'wait_for', 'shield', 'sleep', 'run', 'chain', 'islice'],
  ...['combinations', 'permutations', 'product', 'accumulate', 'batched', 'pairwise', 'cycle'],
  ...['groupby', 'compress', 'dropwhile', 'takewhile', 'filterfalse', 'starmap', 'zip_longest'],
  ...['reduce', 'fsum', 'prod', 'nlargest', 'nsmallest', 'bisect', 'bisect_left', 'bisect_right'],
  ...[
    'encode',
    'iterencode',
    'choice',
    'choices',
    'sample',
    'call_soon',
    'call_later',
    'call_at',
    'to_thread',
  ],
]);

/** Values whose attributes nobody changes, or only their own code. */
export function isLeftAlone(value: object): boolean {
  return value instanceof PyModule || value instanceof Builtin || value instanceof Tuple
    ? true
    : value instanceof BaseException;
}
