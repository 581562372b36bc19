// `try` with except, else and finally: which clauses run, in which order, whatever way the block
// is left. Every program was run by CPython 3.14; what it printed there stands beside it.

import { testPrograms } from '../run-program.ts';

testPrograms([
  {
    name: 'return in finally wins over a return and over an exception',
    program: `
def both():
    try:
        return 'try'
    finally:
        return 'finally'

def swallowed():
    try:
        raise ValueError('lost')
    finally:
        return 'finally'

print(both(), swallowed())
`,
    prints: `
finally finally
`,
  },
  {
    name: 'a returned value is settled before finally runs',
    program: `
def f():
    x = 1
    items = [1]
    try:
        return x, items
    finally:
        x = 2
        items.append(2)

print(f())
`,
    prints: `
(1, [1, 2])
`,
  },
  {
    name: 'break and continue pass through finally',
    program: `
def f():
    log = []
    for i in range(5):
        try:
            if i == 1:
                continue
            if i == 3:
                break
            log.append(i)
        finally:
            log.append(f'f{i}')
    else:
        log.append('else')
    return log

print(f())
`,
    prints: `
[0, 'f0', 'f1', 2, 'f2', 'f3']
`,
  },
  {
    name: 'break in finally drops the exception and the return',
    program: `
def f():
    for i in range(3):
        try:
            return 1 / 0
        finally:
            break
    return 'after', i

def g():
    out = []
    for i in range(3):
        try:
            return 'returned'
        finally:
            out.append(i)
            continue
    return out

print(f(), g())
`,
    prints: `
('after', 0) [0, 1, 2]
`,
  },
  {
    name: 'else runs without an exception only, and is not covered by the handlers',
    program: `
def f(fail, fail_else=False):
    out = []
    try:
        out.append('try')
        if fail:
            raise KeyError('k')
    except KeyError:
        out.append('except')
    else:
        out.append('else')
        if fail_else:
            raise KeyError('from else')
    finally:
        out.append('finally')
        print(out)

f(False)
f(True)
try:
    f(False, True)
except KeyError as e:
    print('outside', e)
`,
    prints: `
['try', 'else', 'finally']
['try', 'except', 'finally']
['try', 'else', 'finally']
outside 'from else'
`,
  },
  {
    name: 'the first handler that fits is taken, in order, tuples too',
    program: `
def name(error):
    try:
        raise error
    except (KeyError, IndexError) as e:
        return 'lookup of a kind ' + type(e).__name__
    except LookupError:
        return 'lookup'
    except ArithmeticError as e:
        return f'arithmetic {e}'
    except Exception:
        return 'other'
    except:
        return 'bare'

print(name(KeyError(1)), name(IndexError(2)), name(LookupError()))
print(name(ZeroDivisionError('z')), name(ValueError), name(KeyboardInterrupt))
`,
    prints: `
lookup of a kind KeyError lookup of a kind IndexError lookup
arithmetic z other bare
`,
  },
  {
    name: 'the types of a handler are evaluated only when an exception arrives there',
    program: `
def kind(name):
    print('asked', name)
    return ValueError

try:
    pass
except kind('never'):
    pass
try:
    raise TypeError('t')
except kind('first'):
    print('no')
except TypeError:
    print('second')
except kind('third'):
    print('no')
`,
    prints: `
asked first
second
`,
  },
  {
    name: "a handler's type has to be an exception class",
    program: `
for wrong in (5, 'x', (ValueError, 3), [ValueError], int):
    try:
        try:
            raise KeyError('k')
        except wrong:
            print('no')
    except TypeError as e:
        print(e, '|', repr(e.__context__))
`,
    prints: `
catching classes that do not inherit from BaseException is not allowed | KeyError('k')
catching classes that do not inherit from BaseException is not allowed | KeyError('k')
catching classes that do not inherit from BaseException is not allowed | KeyError('k')
catching classes that do not inherit from BaseException is not allowed | KeyError('k')
catching classes that do not inherit from BaseException is not allowed | KeyError('k')
`,
  },
  {
    name: 'the name of a handler is unbound when the handler ends',
    program: `
e = 'before'
try:
    raise ValueError('x')
except ValueError as e:
    print(e)
try:
    print(e)
except NameError as error:
    print(error)

def f():
    try:
        1 / 0
    except ZeroDivisionError as e:
        e = 5
    try:
        return e
    except UnboundLocalError as error:
        return str(error)

print(f())
`,
    prints: `
x
name 'e' is not defined
cannot access local variable 'e' where it is not associated with a value
`,
  },
  {
    name: 'the name is unbound on return, break and continue too',
    program: `
def f():
    for i in range(2):
        try:
            raise ValueError(i)
        except ValueError as e:
            if i == 0:
                continue
            break
    try:
        return e
    except NameError as error:
        return type(error).__name__

print(f())
`,
    prints: `
UnboundLocalError
`,
  },
  {
    name: 'nested finally blocks run inside out',
    program: `
def f(how):
    out = []
    try:
        for _ in range(1):
            try:
                try:
                    if how == 'return':
                        return out
                    if how == 'raise':
                        raise ValueError(how)
                    if how == 'break':
                        break
                    out.append('body')
                finally:
                    out.append(1)
            finally:
                out.append(2)
        out.append('rest')
    except ValueError:
        out.append('caught')
        return out
    finally:
        out.append(3)
    return out

for how in ('return', 'raise', 'break', 'fall'):
    print(how, f(how))
`,
    prints: `
return [1, 2, 3]
raise [1, 2, 'caught', 3]
break [1, 2, 'rest', 3]
fall ['body', 1, 2, 'rest', 3]
`,
  },
]);
