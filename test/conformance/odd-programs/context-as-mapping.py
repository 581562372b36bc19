import contextvars

names = 'abc'
some = [contextvars.ContextVar(name) for name in names]
for each in some:
    each.set(each.name * 2)
other = contextvars.ContextVar('other', default='unused')


def attempt(act):
    try:
        print(act())
    except Exception as e:
        print(type(e).__name__, str(e).split(' at 0x')[0])


context = contextvars.copy_context()
print(len(context), bool(context), some[0] in context, other in context, context[some[1]])
print(context.get(some[2]), context.get(other), context.get(other, 'fallback'))
print(sorted(each.name for each in context), sorted(each.name for each in context.keys()))
print(sorted(context.values()), sorted((key.name, value) for key, value in context.items()))
print(len(context.keys()), next(iter(context)) in some, iter(context).__next__() in some)
copy = context.copy()
print(copy is context, copy == context, context != contextvars.copy_context(), context == 3)
items = context.items()
context.run(some[0].set, 'new')
print(sorted(value for _, value in items), context[some[0]], copy[some[0]], some[0].get(), copy == context)
print(len(contextvars.Context()), bool(contextvars.Context()), contextvars.Context() == contextvars.Context())
for act in (
    lambda: context['a'], lambda: 'a' in context, lambda: context.get('a'), lambda: context[other],
    lambda: context.__setitem__(other, 1), lambda: context.absent, lambda: contextvars.Context().run(other.get),
    lambda: contextvars.Context().run(some[0].get), lambda: dict(context) == dict(context.items()),
):
    attempt(act)
