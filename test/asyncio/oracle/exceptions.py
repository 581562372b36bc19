"""Names and bases of exception classes, and how groups are made and split."""
import asyncio
import builtins
import dataclasses
import random

LEAVES = (ValueError, KeyError, TypeError, UnicodeError, KeyboardInterrupt)


def tree(choose, depth=0):
    """A group as lists: ['g', message, members], a leaf ['e', class, number]."""
    members = []
    for _ in range(choose.randint(1, 3)):
        if depth < 3 and choose.random() < 0.4:
            members.append(tree(choose, depth + 1))
        else:
            kind = choose.choice(LEAVES if choose.random() < 0.3 else LEAVES[:4])
            members.append(['e', kind.__name__, choose.randint(0, 99)])
    return ['g', f'm{depth}', members]


def build(spec):
    word, name, rest = spec
    if word == 'e':
        return getattr(builtins, name)(rest)
    return BaseExceptionGroup(name, [build(each) for each in rest])


def records():
    found = {**vars(dataclasses), **vars(builtins), **vars(asyncio)}
    for name, value in sorted(found.items()):
        if isinstance(value, type) and issubclass(value, BaseException) and len(value.__bases__) == 1:
            yield {'name': f'class {name}', 'class': value.__name__,
                   'base': value.__base__.__name__}
    for seed in range(40):
        choose = random.Random(seed)
        spec = tree(choose)
        kind = choose.choice((ValueError, KeyError, Exception, ExceptionGroup, KeyboardInterrupt))
        group = build(spec)
        matched, rest = group.split(kind)
        yield {'name': f'split {seed}', 'tree': spec, 'kind': kind.__name__, 'whole': repr(group),
               'matched': repr(matched), 'rest': repr(rest)}
