# Octets joined, translated, shown as digits, added and repeated.
def tries(*calls):
    for call in calls:
        try:
            print(repr(call()))
        except Exception as error:
            print(type(error).__name__, error)


tries(
    lambda: (b', '.join([b'a', bytearray(b'b'), memoryview(b'c')]), b''.join(iter([b'x'])), bytearray(b'-').join([b'a', b'b'])),
    lambda: b''.join(['a']),
    lambda: b''.join(5),
    lambda: (b'abc'.translate(bytes.maketrans(b'ab', b'xy')), b'a-b'.translate(None, b'-'), b'a-b'.translate(None, delete=b'a')),
    lambda: b'a'.translate(b'a'),
    lambda: bytes.maketrans(b'ab', b'x'),
    lambda: (b'\x00\xff'.hex(), b'abcde'.hex(':', 2), b'abcde'.hex('-', -2), b'abc'.hex(b' '), b'abc'.hex(':', 0)),
    lambda: b'a'.hex('::'),
    lambda: b'a'.hex('é'),
    lambda: (bytes.fromhex(' 61 62\n'), bytearray.fromhex('6162'), bytes.fromhex(b'00')),
    lambda: (bytes.fromhex('6'), 1),
    lambda: bytes.fromhex('6 1'),
    lambda: bytes.fromhex('é'),
    lambda: bytes.fromhex(5),
    lambda: (b'a' + bytearray(b'b'), bytearray(b'a') + b'b', b'ab' * 2, -1 * b'ab', bytearray(b'a') * 2),
    lambda: b'a' + 'b',
    lambda: b'a' * 'b',
    lambda: b'a' * 2**70,
)
