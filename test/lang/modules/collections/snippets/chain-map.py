from collections import ChainMap


def t(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)


cm = ChainMap({'a': 1}, {'a': 2, 'b': 3})
t(lambda: cm); t(lambda: cm['a']); t(lambda: cm['b']); t(lambda: cm['zz']); t(lambda: dict(cm)); t(lambda: len(cm)); t(lambda: 'b' in cm); t(lambda: cm.maps); t(lambda: cm.new_child({'c': 5})); t(lambda: cm.parents); t(lambda: cm.get('q', 1)); t(lambda: list(cm)); cm['n'] = 7; t(lambda: cm); del cm['n']; t(lambda: cm.pop('zz'))
t(lambda: cm.pop('b')); t(lambda: list(cm.items()))
