import fnmatch
def t(f):
    try:
        r = f(); print(repr(r), type(r).__name__)
    except BaseException as e:
        print(type(e).__name__, type(e).__mro__[1].__name__, e)
for n, p in [('abc', 'a*'), ('abc', '?b?'), ('abc', '[a-c]*'), ('abc', '[!a]*'), ('a.b', '*.b'), ('', '*'), ('abc', 'ABC'), ('a[b', 'a[b'), ('user.created', 'user.*'), ('x', ''), ('aXbXc', '*X*X*'), (']', '[]]')]: print(n, p, fnmatch.fnmatch(n, p), fnmatch.fnmatchcase(n, p))
print(fnmatch.filter(['a.py', 'b.txt', 'c.py'], '*.py'))
