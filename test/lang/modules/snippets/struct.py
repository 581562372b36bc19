# Values as octets by a format.
import struct


def tries(*calls):
    for call in calls:
        try:
            print(repr(call()))
        except Exception as error:
            print(type(error).__name__, error)


tries(
    lambda: (struct.pack('<IHb', 1, 2, -3), struct.pack('>d', 1.5), struct.pack('!4s', b'ab'), struct.pack('5p', b'abc'), struct.pack('?cx', 1, b'x'), struct.pack('< 2h', 1, 2)),
    lambda: (struct.unpack('<IHb', b'\x01\0\0\0\x02\0\xfd'), struct.unpack('>h4s', b'\xff\xfeab\0\0'), struct.unpack('5p', b'\x03abc\0'), struct.unpack('', b'')),
    lambda: (struct.calcsize('bI'), struct.calcsize('Ib'), struct.calcsize('<bI'), struct.calcsize('@bq'), struct.calcsize('b0I'), struct.pack('bH', 1, 2)),
    lambda: (struct.pack('e', 1.5), struct.unpack('<f', struct.pack('<f', 0.1)), struct.unpack('<d', b'\0' * 6 + b'\xf0\x7f')),
    lambda: (struct.unpack_from('<H', b'abcdef', 2), struct.unpack_from('<H', b'abcdef', -2), list(struct.iter_unpack('<H', b'abcd'))),
    lambda: struct.pack('b', 200),
    lambda: struct.pack('<Q', -1),
    lambda: struct.pack('I', 'a'),
    lambda: struct.pack('d', 'a'),
    lambda: struct.pack('4s', 'a'),
    lambda: struct.pack('c', b'ab'),
    lambda: struct.pack('II', 1),
    lambda: struct.pack('z', 1),
    lambda: struct.pack('3', 1),
    lambda: struct.pack('<n', 1),
    lambda: struct.pack(5, 1),
    lambda: struct.pack('<f', 1e39),
    lambda: struct.pack('<e', 2**40),
    lambda: struct.unpack('I', b'abc'),
    lambda: struct.unpack_from('<H', b'abcdef', 5),
    lambda: struct.unpack_from('<H', b'abcdef', -9),
    lambda: struct.unpack_from('<H', b'abcdef', -1),
    lambda: struct.iter_unpack('<H', b'abc'),
    lambda: struct.pack_into('<I', b'abcdefgh', 0, 7),
    lambda: struct.pack_into('<I', bytearray(8), 6, 7),
)
buffer = bytearray(8)
struct.pack_into('<I', buffer, 2, 7)
struct.pack_into('>H', memoryview(buffer)[6:], 0, 258)
print(buffer)
layout = struct.Struct('<IH')
print(layout.size, layout.format, layout.pack(1, 2), layout.unpack(layout.pack(1, 2)), list(layout.iter_unpack(layout.pack(3, 4))), layout)
try:
    layout.pack(1)
except struct.error as error:
    print(error)
