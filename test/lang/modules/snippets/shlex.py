import shlex
def t(f):
    try:
        r = f(); print(repr(r), type(r).__name__)
    except BaseException as e:
        print(type(e).__name__, type(e).__mro__[1].__name__, e)
for s in ['a b c', "a 'b c' d", 'a "b \\" c" d\\ e', "a''b", "'unclosed", 'x\\', ' ', '', "a # c", 'a"b"c', "--x='y z' --k=v", 'a\nb']:
    t(lambda: shlex.split(s)); t(lambda: shlex.split(s, comments=True))
print([shlex.quote(s) for s in ['a', 'a b', '', "it's", '$x', 'a/b.c']], shlex.join(['a', 'b c', "d'e"]))
