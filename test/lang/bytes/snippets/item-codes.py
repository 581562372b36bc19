# Numbers in octets, as memoryview lays them out.
def tries(*calls):
    for call in calls:
        try:
            print(repr(call()))
        except Exception as error:
            print(type(error).__name__, error)


def laid(letter, *values):
    size = {'e': 2, 'f': 4, 'd': 8, 'b': 1, 'h': 2, 'i': 4, 'q': 8, 'B': 1, 'H': 2, 'I': 4, 'Q': 8}[letter]
    view = memoryview(bytearray(size * len(values))).cast(letter)
    for place, value in enumerate(values):
        view[place] = value
    return view.tobytes().hex(), view.tolist()
tries(
    lambda: (laid('e', 1.5, -2.0, 65504.0, 6e-8, 0.1, float('inf')), laid('e', 2049.0, 2051.0, 5.96e-8, 2.9e-8, 0.0, -0.0)),
    lambda: (laid('f', 1.5, 0.1, -1e38, 1e-45), laid('d', 0.1, -0.0, 1e308), laid('f', float('-inf'))),
    lambda: (laid('b', -128, 127), laid('h', -2, 32767), laid('i', -1, 2**31 - 1), laid('q', -2**63, 2**63 - 1), laid('Q', 2**64 - 1)),
    lambda: laid('b', 128),
    lambda: laid('H', -1),
    lambda: laid('Q', 2**64),
    lambda: laid('e', 65520.0),
    lambda: (laid('f', 1e39), laid('f', 3.5e38)),
)
