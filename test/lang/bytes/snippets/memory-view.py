# Windows on octets.
def tries(*calls):
    for call in calls:
        try:
            print(repr(call()))
        except Exception as error:
            print(type(error).__name__, error)


buffer = bytearray(b'hello world')
view = memoryview(buffer)
frozen = memoryview(b'abc')
tries(
    lambda: (view[0], view[-1], len(view), view[2:5].tobytes(), view[::-1].tobytes(), view[::2].tolist(), bytes(view[:2])),
    lambda: (view == buffer, view == b'hello world', view != b'', view[1:3] == b'el', view == 'x', hash(frozen) == hash(b'abc')),
    lambda: frozen < b'b',
    lambda: hash(view),
    lambda: (frozen < bytearray(b'b'), 104 in view, b'h' in view, bool(view[:0]), sorted(frozen), list(reversed(frozen))),
    lambda: (memoryview(bytearray(8)).cast('I').tolist(), frozen.cast('b')[0], frozen.cast('c').tolist()),
    lambda: (memoryview(bytearray(8)).cast('I') == memoryview(bytearray(8)), memoryview(bytearray(2)) == memoryview(bytearray(4)).cast('H')),
    lambda: (type(iter(view)).__name__, list(iter(frozen))),
)
growing = bytearray(b'abc')
with memoryview(growing) as held:
    tries(lambda: growing.append(1), lambda: growing.extend(b'x'), lambda: growing.clear(), lambda: growing.pop())
    held[0] = 72
growing.append(33)
print(growing)
tries(lambda: len(held), lambda: held[0], lambda: held == held, lambda: held.__enter__())
