from collections.abc import Mapping, MutableSequence, Sequence


def t(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)


class Words(MutableSequence):
    def __init__(self, *words):
        self.words = list(words)

    def __getitem__(self, index):
        return self.words[index]

    def __setitem__(self, index, word):
        self.words[index] = word

    def __delitem__(self, index):
        del self.words[index]

    def __len__(self):
        return len(self.words)

    def insert(self, index, word):
        self.words.insert(index, word)


class Squares(Mapping):
    def __getitem__(self, key):
        if key not in (1, 2, 3):
            raise KeyError(key)
        return key * key

    def __iter__(self):
        return iter((1, 2, 3))

    def __len__(self):
        return 3

    def __repr__(self):
        return 'Squares()'


words = Words('a', 'b')
words.append('c')
words.extend(['d', 'e'])
print(words.pop(), words.pop(0), list(words), 'c' in words, words.index('c'), words.count('b'))
words.remove('b')
print(words.words, list(reversed(words)))
t(lambda: words.index('zz'))
words.clear()
print(len(words), isinstance(words, Sequence))
squares = Squares()
print(squares.keys(), squares.items(), squares.values())
print(list(squares.values()), list(squares.items()), 4 in squares.values(), 2 in squares.keys())
print(squares.get(2), squares.get(9), 5 in squares, squares == {1: 1, 2: 4, 3: 9}, len(squares.keys()))
t(lambda: squares[7])
print({**squares}, dict(squares))
