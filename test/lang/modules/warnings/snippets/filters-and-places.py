import warnings
def t(f):
    try:
        print(f())
    except BaseException as e:
        print(type(e).__name__, e)
def f(i):
    warnings.warn(f'careful {i}')
for i in (1, 1, 2):
    f(i)
def old():
    warnings.warn('old is deprecated', DeprecationWarning, stacklevel=2)
old()
for _ in range(2): old()
t(lambda: warnings.warn('x', int))
t(lambda: warnings.warn('x', 3))
t(lambda: warnings.warn(UserWarning('inst')))
warnings.warn('far', stacklevel=50)
warnings.simplefilter('ignore')
f(5)
warnings.simplefilter('error')
t(lambda: f(6))
t(lambda: warnings.warn(RuntimeWarning('r')))
warnings.resetwarnings()
f(7)
warnings.simplefilter('always')
f(8); f(8)
for _ in range(2): f(8)
warnings.filterwarnings('ignore', message='care')
f(9)
warnings.warn('other')
warnings.simplefilter('once')
warnings.warn('one')
warnings.warn('one')
t(lambda: warnings.simplefilter('bad'))
t(lambda: warnings.filterwarnings('error', category=3))
with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter('always')
    warnings.warn('in', FutureWarning)
    f(3)
    print(len(caught), caught[0].category, caught[0].message, caught[0].lineno, caught[0].filename)
    print(str(caught[0]))
with warnings.catch_warnings():
    warnings.simplefilter('ignore')
    f(1)
with warnings.catch_warnings(action='ignore'):
    f(11)
warnings.warn('end')
class Mine(UserWarning): pass
warnings.warn('mine', Mine)
print(repr(warnings.formatwarning('m', UserWarning, 'file', 3, 'line here')))
warnings.showwarning('m', UserWarning, 'file', 3, None, 'line here')
warnings.warn('multi\nline')
warnings.warn_explicit('exp', UserWarning, 'ff', 7)
