// `except*`: how a group is split, what the clauses see, and what leaves. Every program was run by
// CPython 3.14; what it printed there stands beside it.

import { testPrograms } from '../run-program.ts';

testPrograms([
  {
    name: 'a group is split among the clauses',
    program: `
def f(group):
    try:
        raise group
    except* ValueError as e:
        print('values', repr(e), e.exceptions)
    except* (KeyError, IndexError) as e:
        print('lookups', repr(e))
    else:
        print('else')
    finally:
        print('finally')

f(ExceptionGroup('g', [ValueError(1), KeyError(2), ValueError(3), IndexError(4)]))
try:
    f(ExceptionGroup('g', [ValueError(1), TypeError(2)]))
except ExceptionGroup as rest:
    print('rest', repr(rest))
`,
    prints: `
values ExceptionGroup('g', [ValueError(1), ValueError(3)]) (ValueError(1), ValueError(3))
lookups ExceptionGroup('g', [KeyError(2), IndexError(4)])
finally
values ExceptionGroup('g', [ValueError(1)]) (ValueError(1),)
finally
rest ExceptionGroup('g', [TypeError(2)])
`,
  },
  {
    name: 'an exception that is no group is wrapped for the clause',
    program: `
try:
    raise ValueError('plain')
except* ValueError as e:
    print(repr(e))
try:
    try:
        raise KeyError('through')
    except* ValueError:
        print('no')
except KeyError as e:
    print('as it was', repr(e))
`,
    prints: `
ExceptionGroup('', (ValueError('plain'),))
as it was KeyError('through')
`,
  },
  {
    name: 'nested groups keep their shape',
    program: `
group = ExceptionGroup('outer', [
    ValueError('a'),
    ExceptionGroup('inner', [TypeError('b'), ValueError('c')]),
    ExceptionGroup('types', [TypeError('d')]),
])
try:
    try:
        raise group
    except* ValueError as e:
        print(repr(e))
except ExceptionGroup as rest:
    print(repr(rest))
`,
    prints: `
ExceptionGroup('outer', [ValueError('a'), ExceptionGroup('inner', [ValueError('c')])])
ExceptionGroup('outer', [ExceptionGroup('inner', [TypeError('b')]), ExceptionGroup('types', \
[TypeError('d')])])
`,
  },
  {
    name: 'errors raised in clauses leave together with the rest',
    program: `
try:
    try:
        raise ExceptionGroup('g', [ValueError(1), TypeError(2), KeyError(3)])
    except* ValueError:
        raise RuntimeError('from first')
    except* TypeError as e:
        raise OSError('from second')
except ExceptionGroup as e:
    print(repr(e))
    print([repr(x.__context__) for x in e.exceptions[:2]])
try:
    try:
        raise ExceptionGroup('g', [ValueError(1)])
    except* ValueError:
        raise RuntimeError('alone')
except ExceptionGroup as e:
    print(repr(e))
`,
    prints: `
ExceptionGroup('', [RuntimeError('from first'), OSError('from second'), ExceptionGroup('g', \
[KeyError(3)])])
["ExceptionGroup('g', [ValueError(1)])", "ExceptionGroup('g', [TypeError(2)])"]
RuntimeError: alone
`,
  },
  {
    name: 'raise in a clause re-raises its part, which merges with the rest',
    program: `
try:
    try:
        raise ExceptionGroup('g', [ValueError(1), TypeError(2), KeyError(3)])
    except* ValueError:
        raise
    except* TypeError:
        pass
except ExceptionGroup as e:
    print(repr(e))
try:
    try:
        raise ExceptionGroup('g', [ValueError(1), TypeError(2)])
    except* ValueError as e:
        raise e
except ExceptionGroup as e:
    print(repr(e), repr(e.__context__))
`,
    prints: `
ExceptionGroup('g', [ValueError(1), KeyError(3)])
ExceptionGroup('', [ExceptionGroup('g', [ValueError(1)]), ExceptionGroup('g', \
[TypeError(2)])]) None
`,
  },
  {
    name: 'nothing raised runs else',
    program: `
try:
    pass
except* ValueError:
    print('no')
else:
    print('else')
finally:
    print('finally')
`,
    prints: `
else
finally
`,
  },
  {
    name: 'the name is unbound after its clause',
    program: `
try:
    raise ExceptionGroup('g', [ValueError(1)])
except* ValueError as e:
    print(repr(e))
try:
    print(e)
except NameError as error:
    print(error)
`,
    prints: `
ExceptionGroup('g', [ValueError(1)])
name 'e' is not defined
`,
  },
  {
    name: 'a group cannot be a type of a clause',
    program: `
for wrong in (ExceptionGroup, BaseExceptionGroup, 5):
    try:
        try:
            raise ValueError('v')
        except* wrong:
            print('no')
    except TypeError as e:
        print(e)
`,
    prints: `
catching ExceptionGroup with except* is not allowed. Use except instead.
catching ExceptionGroup with except* is not allowed. Use except instead.
catching classes that do not inherit from BaseException is not allowed
`,
  },
  {
    name: 'the errors of a task group',
    program: `
import asyncio

async def fail(error, delay):
    await asyncio.sleep(delay)
    raise error

async def main():
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(fail(ValueError('a'), 0.1))
            group.create_task(fail(TypeError('b'), 0.1))
            group.create_task(fail(KeyError('never'), 5))
    except* ValueError as e:
        print('values', repr(e))
        await asyncio.sleep(0.1)
    except* TypeError as e:
        print('types', [str(x) for x in e.exceptions])
    print('after')

asyncio.run(main())
`,
    prints: `
values ExceptionGroup('unhandled errors in a TaskGroup', [ValueError('a')])
types ['b']
after
`,
  },
  {
    name: 'base exceptions in groups',
    program: `
try:
    raise BaseExceptionGroup('g', [KeyboardInterrupt(), ValueError(1)])
except* ValueError as e:
    print(type(e).__name__, repr(e))
except* KeyboardInterrupt as e:
    print(type(e).__name__, repr(e))
print(repr(BaseExceptionGroup('b', [ValueError()])))
for args in (('m', []), ('m', 5), (5, [ValueError()]), ('m', [5]), ('m', [KeyboardInterrupt()])):
    try:
        print(ExceptionGroup(*args))
    except (TypeError, ValueError) as e:
        print(e)
`,
    prints: `
ExceptionGroup ExceptionGroup('g', [ValueError(1)])
BaseExceptionGroup BaseExceptionGroup('g', [KeyboardInterrupt()])
ExceptionGroup('b', [ValueError()])
second argument (exceptions) must be a non-empty sequence
second argument (exceptions) must be a sequence
BaseExceptionGroup.__new__() argument 1 must be str, not int
Item 0 of second argument (exceptions) is not an exception
Cannot nest BaseExceptions in an ExceptionGroup
`,
  },
  {
    name: 'split, subgroup and the attributes of groups',
    program: `
g = ExceptionGroup('g', [ValueError(1), ExceptionGroup('h', [TypeError(2), ValueError(3)])])
print(g.message, len(g.exceptions), str(g))
print(g.split(ValueError))
print(g.subgroup(lambda e: isinstance(e, TypeError)), g.subgroup(KeyError))
print(g.derive([KeyError('k')]))
`,
    prints: `
g 2 g (2 sub-exceptions)
(ExceptionGroup('g', [ValueError(1), ExceptionGroup('h', [ValueError(3)])]), \
ExceptionGroup('g', [ExceptionGroup('h', [TypeError(2)])]))
g (1 sub-exception) None
g (1 sub-exception)
`,
  },
]);
