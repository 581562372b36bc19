// Module collections: deque, Counter, defaultdict, OrderedDict, ChainMap and namedtuple, with what
// they inherit and what they refuse.
import { choose, code, maybe, several, weigh, word, words } from '../text.ts';
import type { Theme } from '../theme.ts';
import { anyDict, anyIndex, anyIterable, anyList, modestValue, smallInteger } from './values.ts';

const item = weigh([3, smallInteger], [1, modestValue]);
const bound = weigh(
  [5, word('')],
  [3, code`, ${words('0 1 2 3 5')}`],
  [1, words(',-1 ,None ,1.5')],
);
const newDeque = code`deque(${choose(anyList, anyIterable)}${bound})`;
const dequeCall = choose(
  code`${words('append appendleft remove count index')}(${item})`,
  code`${words('extend extendleft')}(${anyIterable})`,
  code`${words('pop popleft clear copy reverse')}()`,
  code`rotate(${maybe(choose(smallInteger, words('-7 100 1.5')))})`,
  code`insert(${anyIndex}, ${item})`,
  code`index(${smallInteger}, ${smallInteger}${maybe(code`, ${smallInteger}`)})`,
  word('maxlen', '__len__()'),
);
const deques = choose(
  code`
    d = ${newDeque}
    print(d.${dequeCall})
    print(d.${dequeCall}, d)`,
  code`
    d = ${newDeque}
    ${choose(
      code`d[${anyIndex}] = ${item}`,
      code`del d[${anyIndex}]`,
      code`d ${words('+= *=')} ${choose(anyIterable, smallInteger)}`,
      code`d = d ${words('+ *')} ${choose(newDeque, smallInteger, anyList)}`,
      code`for x in d: d.append(x)`,
      code`for x in d: d.popleft()`,
      code`d.maxlen = 5`,
      code`print(d[${anyIndex}], ${item} in d, list(reversed(d)), bool(d))`,
      code`print(d ${words('== != < <= > >=')} ${choose(newDeque, anyList)})`,
      code`print(d[${words(':1 1: ::2')}])`,
    )}
    print(d, len(d))`,
);

const newCounter = code`Counter(${choose(anyIterable, word("'abracadabra'"), word("'mississippi'"), anyDict, code`${words('a b')}=${smallInteger}, c=3`)})`;
const counted = code`Counter({${several(code`${words("'a' 'b' 'c' 'd'")}: ${smallInteger}`, 0, 4)}})`;
const counters = choose(
  code`
    c = ${choose(newCounter, counted)}
    print(c, c.${choose(
      code`most_common(${maybe(words('0 1 2 10 -1 None'))})`,
      words('total() elements() copy() keys() items() clear()'),
      code`get(${item})`,
      code`pop(${item}${maybe(code`, ${item}`)})`,
      code`update(${anyIterable})`,
      code`subtract(${choose(anyIterable, counted)})`,
      code`update(a=${smallInteger})`,
      code`setdefault(${item}, ${item})`,
    )})
    print(c)`,
  code`print(${counted} ${words('+ - & | == != < <= > >= ^')} ${choose(counted, counted, newCounter, modestValue)})`,
  code`print(+${counted}, -${counted}, sorted(${counted}.elements()))`,
  code`
    c = ${counted}
    ${choose(
      code`c ${words('+= -= &= |=')} ${choose(counted, counted, modestValue)}`,
      code`c[${item}] += ${smallInteger}`,
      code`del c[${item}]`,
      code`c[${item}] = ${modestValue}; print(c.most_common())`,
    )}
    print(c, c[${item}], ${item} in c)`,
);

const factory = word('int', 'list', 'dict', 'str', 'lambda: 7', 'None', 'set', '5', 'tuple');
const defaults = code`
  d = defaultdict(${factory}${maybe(code`, ${anyDict}`)})
  ${choose(
    code`d[${item}] += ${word('1', "'x'", '[1]')}`,
    code`d[${item}].${word('append(1)', 'add(2)', 'get(1)')}`,
    code`print(d[${item}], d.get(${item}), ${item} in d)`,
    code`for k in ${anyIterable}: d[k] += 1`,
    code`d = d | ${anyDict}; print(type(d))`,
    code`d = d.copy(); print(d.default_factory)`,
    code`print(d == dict(d), d.pop(${item}, 'none'), d.setdefault(5))`,
    code`d.default_factory = ${factory}; d[99]`,
    code`d['x']['y'] = 1`,
  )}
  print(d, len(d))`;

const pairs = code`[${several(code`(${smallInteger}, ${smallInteger})`, 0, 4)}]`;
const newOrdered = choose(pairs, anyDict, word('a=1, b=2', '', '5', 'None'));
const ordered = code`
  d = OrderedDict(${newOrdered})
  ${choose(
    code`d.move_to_end(${smallInteger}${maybe(code`, ${words('last=False last=True False')}`)})`,
    code`print(d.popitem(${words('last=False last=True')}))`,
    code`print(list(reversed(d)), d.keys(), d.items())`,
    code`print(d == ${choose(anyDict, word('OrderedDict(d)', 'dict(d)', 'OrderedDict(reversed(d.items()))'))})`,
    code`d[${smallInteger}] = ${item}`,
    code`d |= ${anyDict}`,
    code`print(d.pop(${smallInteger}${maybe(code`, ${item}`)}), d.setdefault(${smallInteger}, 1))`,
    code`print(d.fromkeys(${anyIterable}, 0), d.copy())`,
  )}
  print(d)`;

const chained = code`
  m = ChainMap(${several(anyDict, 0, 3)})
  ${choose(
    code`m[${item}] = ${item}`,
    code`del m[${item}]`,
    code`print(m[${item}], m.get(${item}), ${item} in m)`,
    code`print(m.new_child(${maybe(anyDict)}), m.parents)`,
    code`print(list(m), len(m), dict(m), bool(m))`,
    code`print(m.pop(${item}), m.maps)`,
    code`print(m == ${anyDict}, m | ${anyDict})`,
    code`m.update(${anyDict}); print(m.popitem())`,
  )}
  print(m)`;

const fields = word(
  ...["'x y'", "'x, y'", "['x', 'y']", "('x', 'y')", "'x y z'", "''", "'x x'", "'_x y'"],
  ...["'class x'", "'x 1'", '5', "[1, 'x']", "'y'"],
);
const tuples = code`
  P = namedtuple(${word("'P'", "'Point'", "'P'", "'1P'", "'def'")}, ${fields}${maybe(word(', rename=True', ', defaults=[7]', ', defaults=(1, 2, 3)', ", module='m'"))})
  print(P._fields, P._field_defaults)
  p = P(${choose(several(item, 0, 3), word('x=1, y=2', '1, y=2', '*range(2)', 'y=1, x=2'))})
  print(p, ${choose(
    word('p.x', 'p[0]', 'p.z', 'p._asdict()', 'len(p)', 'p + (1,)', 'p == tuple(p)', 'p[::-1]'),
    word(
      'p._replace(x=9)',
      'p._replace(w=9)',
      'P._make([1, 2])',
      'P._make(range(5))',
      'hash(p) == 0',
    ),
    word('[*p]', 'p < p', 'p.count(1)', 'p.index(2)', 'P.__name__', 'P.x', 'isinstance(p, tuple)'),
    word("getattr(p, 'y', 'none')", 'max(p)', 'P.__doc__', "f'{p}'", "'%s' % (p,)", 'p.__class__'),
    word('p.__repr__()', 'sorted([p, p])', 'dict(zip(p._fields, p))', '{p: 1}', 'p.x.y'),
  )})
  p.${words('x y z')} = 5`;

const names = 'deque, Counter, defaultdict, OrderedDict, ChainMap, namedtuple';

export const collections: Theme = {
  name: 'collections',
  body: code`
    from collections import ${names}
    ${weigh([4, deques], [4, counters], [2, defaults], [2, ordered], [1, chained], [2, tuples])}`,
};
