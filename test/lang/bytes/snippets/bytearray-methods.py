# What changes a bytearray.
def tries(*calls):
    for call in calls:
        try:
            print(repr(call()))
        except Exception as error:
            print(type(error).__name__, error)


def changed(change, start=b'hello'):
    buffer = bytearray(start)
    result = change(buffer)
    return buffer, result
tries(
    lambda: (changed(lambda b: b.append(33)), changed(lambda b: b.extend(b'xy')), changed(lambda b: b.extend([1, 2])), changed(lambda b: b.insert(-1, 0))),
    lambda: (changed(lambda b: b.pop()), changed(lambda b: b.pop(0)), changed(lambda b: b.remove(108)), changed(lambda b: b.reverse()), changed(lambda b: b.clear())),
    lambda: (changed(lambda b: b.resize(7)), changed(lambda b: b.resize(2)), changed(lambda b: b.copy() is b), changed(lambda b: b.__setitem__(0, 74))),
    lambda: (changed(lambda b: b.__setitem__(slice(1, 3), b'')), changed(lambda b: b.__setitem__(slice(None, None, 2), b'xyz')), changed(lambda b: b.__delitem__(slice(None, None, 2)))),
    lambda: (changed(lambda b: b.__iadd__(b'!')), changed(lambda b: b.__imul__(2)), changed(lambda b: b.__delitem__(0))),
    lambda: changed(lambda b: b.append(256)),
    lambda: changed(lambda b: b.append('x')),
    lambda: changed(lambda b: b.extend('x')),
    lambda: changed(lambda b: b.extend(5)),
    lambda: changed(lambda b: b.remove(1)),
    lambda: changed(lambda b: b.pop(9)),
    lambda: changed(lambda b: b.pop(), b''),
    lambda: changed(lambda b: b.__setitem__(9, 1)),
    lambda: changed(lambda b: b.__setitem__(0, 256)),
    lambda: changed(lambda b: b.__setitem__(slice(0, 2), 'xy')),
    lambda: changed(lambda b: b.__setitem__(slice(0, 2), None)),
    lambda: changed(lambda b: b.__setitem__(slice(None, None, 2), b'x')),
    lambda: changed(lambda b: b.__iadd__(5)),
)
