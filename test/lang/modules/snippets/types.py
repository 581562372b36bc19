import types


def t(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)


s = types.SimpleNamespace(a=1, b='x'); t(lambda: s); s.c = 3; t(lambda: s); t(lambda: s.a); t(lambda: s == types.SimpleNamespace(a=1, b='x', c=3)); t(lambda: s.zz); t(lambda: vars(s)); t(lambda: types.SimpleNamespace({'a': 2}, b=3)); t(lambda: types.SimpleNamespace(1))
async def co(): pass
k = co(); t(lambda: isinstance(k, types.CoroutineType)); k.close(); t(lambda: isinstance(co, types.FunctionType)); t(lambda: isinstance(lambda: 1, types.LambdaType)); t(lambda: types.FunctionType); t(lambda: isinstance((x for x in []), types.GeneratorType)); t(lambda: isinstance([].append, types.BuiltinMethodType)); t(lambda: types.NoneType); t(lambda: isinstance(types, types.ModuleType)); t(lambda: types.MethodType(lambda self: self, 5)()); t(lambda: types.TracebackType); t(lambda: types.AsyncGeneratorType); t(lambda: types.CoroutineType); t(lambda: types.GenericAlias); t(lambda: types.UnionType); t(lambda: types.EllipsisType); t(lambda: types.BuiltinFunctionType)
