import contextvars
from contextvars import Context, ContextVar, Token


def attempt(act):
    try:
        print(act())
    except Exception as e:
        print(type(e).__name__, e)


one = ContextVar[int]('one')
token = one.set(1)


def derive(base):
    class Derived(base):
        pass
    return Derived


def assign(where, name):
    setattr(where, name, 5)


print(ContextVar, Context, Token, type(contextvars.Token.MISSING))
for make, args, keywords in (
    (ContextVar, (), {}), (ContextVar, (3,), {}), (ContextVar, ('x', 3), {}), (ContextVar, (), {'name': 'x'}),
    (ContextVar, ('x',), {'default': 1, 'more': 2}), (ContextVar, ('x',), {'more': 2}), (Context, (1,), {}),
    (Context, (), {'a': 1}), (Token, (), {}), (one.get, (1, 2), {}), (one.set, (), {}), (one.get, (), {'default': 3}),
    (Context().run, (), {}), (Context().run, (5,), {}),
    (Context().run, (lambda *a, **k: (a, k), 1), {'x': 2}),
):
    attempt(lambda: make(*args, **keywords))
for act in (
    lambda: derive(ContextVar), lambda: derive(Context), lambda: derive(Token), lambda: Context[int],
    lambda: one.default, lambda: token.used, lambda: assign(token, 'var'), lambda: one < one,
    lambda: hash(token), lambda: hash(Context()), lambda: hash(one) == hash(one),
    lambda: ContextVar.get(3), lambda: Context.run(3, len), lambda: 1 + one, lambda: Context()(),
):
    attempt(act)
