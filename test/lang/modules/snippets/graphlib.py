import graphlib
def t(f):
    try:
        r = f(); print(repr(r), type(r).__name__)
    except BaseException as e:
        print(type(e).__name__, type(e).__mro__[1].__name__, e)
ts = graphlib.TopologicalSorter({"d": ["b", "c"], "b": ["a"], "c": ["a"]})
print(list(ts.static_order()))
ts = graphlib.TopologicalSorter(); ts.add("x", "y", "z"); ts.add("y", "z"); t(ts.get_ready); t(ts.is_active); ts.prepare(); t(lambda: ts.add(1)); t(lambda: ts.prepare())
while ts.is_active():
    r = ts.get_ready(); print(r, bool(ts)); ts.done(*r)
t(lambda: ts.done("x")); t(lambda: ts.done("q")); t(lambda: ts.prepare())
ts = graphlib.TopologicalSorter({1: [2], 2: [3], 3: [1], 4: [1]}); t(ts.prepare)
try: graphlib.TopologicalSorter({1: {2}, 2: {1}}).prepare()
except graphlib.CycleError as e: print(e.args, isinstance(e, ValueError))
ts = graphlib.TopologicalSorter({1: [2]}); ts.prepare(); t(lambda: ts.done(1))
