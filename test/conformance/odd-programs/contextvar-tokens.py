import contextvars


def shown(value):
    first, *rest = (value if isinstance(value, str) else repr(value)).split(' at 0x')
    return ''.join([first, *(part[part.index('>'):] for part in rest)])


def attempt(act, *args):
    try:
        print(shown(act(*args)))
    except Exception as e:
        print(type(e).__name__, shown(str(e)))


one = contextvars.ContextVar('one')
two = contextvars.ContextVar('two', default=[1])
print(shown(one), shown(two), one.name, str(one) == repr(one), f'{one}' == str(one))
attempt(one.get)
attempt(one.get, None)
attempt(two.get)
attempt(two.get, 'given')
first = one.set('a')
second = one.set('b')
print(shown(first), first.var is one, first.old_value, first.old_value is contextvars.Token.MISSING)
print(second.old_value, contextvars.Token.MISSING)
attempt(two.reset, second)
attempt(one.reset, second)
attempt(one.reset, second)
attempt(one.reset, 'token')
attempt(contextvars.copy_context().run, one.reset, first)
attempt(one.reset, first)
print(shown(first), one.get('unset'))
out, order = one.set(1), one.set(2)
one.reset(out)
print(one.get('unset'))
one.reset(order)
print(one.get())
with one.set('inside') as token:
    print(one.get(), token.old_value, shown(token))
    one.set('changed')
print(one.get(), shown(token))
try:
    with token:
        print('again', one.get())
except RuntimeError as e:
    print(shown(str(e)))
try:
    with two.set('failing'):
        raise KeyError(two.get())
except KeyError as e:
    print(repr(e), two.get())
