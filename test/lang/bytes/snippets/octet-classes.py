# Making bytes and bytearrays, and their items.
def tries(*calls):
    for call in calls:
        try:
            print(repr(call()))
        except Exception as error:
            print(type(error).__name__, error)


tries(
    lambda: (bytes(), bytes(3), bytes([1, 2]), bytes(range(3)), bytes('é', 'utf-8'), bytes(b'a'), bytes(bytearray(b'x')), bytearray('a', 'ascii')),
    lambda: bytes('a'),
    lambda: bytes(-1),
    lambda: bytes([256]),
    lambda: bytearray([256]),
    lambda: bytes(['a']),
    lambda: bytes(1.5),
    lambda: bytearray(None),
    lambda: bytes(5, 'utf-8'),
    lambda: bytes(errors='strict'),
    lambda: (b'abc'[0], b'abc'[-1], b'abc'[1:], b'abc'[::-1], b'abc'[True], bytearray(b'abc')[:2], b'abc'[5:]),
    lambda: b'a'['x'],
    lambda: b'a'[5],
    lambda: bytearray(b'a')[5],
    lambda: b'a'[2**70],
)
class Tagged(bytes):
    def twice(self):
        return self * 2
tagged = Tagged(b'ab')
tagged.label = 'x'
print(tagged, type(tagged).__name__, tagged.twice(), type(tagged.upper()), tagged == b'ab', tagged.label, Tagged.fromhex('61').twice())
class Buffer(bytearray):
    pass
buffer = Buffer(b'a')
buffer.append(98)
print(buffer, type(buffer[:]), len(buffer))
class Made:
    def __bytes__(self):
        return b'made'
print(bytes(Made()), b'%b' % Made())
match b'abc':
    case b'abd':
        print('wrong')
    case bytes() as found:
        print(found)
