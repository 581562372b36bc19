# Octets taken apart and trimmed.
def tries(*calls):
    for call in calls:
        try:
            print(repr(call()))
        except Exception as error:
            print(type(error).__name__, error)


tries(
    lambda: (b'a,b,,c'.split(b','), b'a,b,c'.split(b',', 1), b'a,b,c'.rsplit(b',', 1), bytearray(b'a b').split()),
    lambda: (b' a  b c '.split(), b'a b c '.split(None, 1), b' a b c'.rsplit(None, 1), b' '.split(None, 0), b'\x1ca\x85b'.split()),
    lambda: b'a'.split(b''),
    lambda: b'a'.split('a'),
    lambda: (b'one\ntwo\r\nthree\r\n\n'.splitlines(), b'a\nb\r\nc'.splitlines(True), b'a\x0bb\x1cc'.splitlines(), b''.splitlines()),
    lambda: (b'a.b.c'.partition(b'.'), b'a.b.c'.rpartition(b'.'), b'a'.partition(b'.'), b'a'.rpartition(b'.')),
    lambda: b'a'.partition(b''),
    lambda: (b' \ta\x0b\n'.strip(), b'xxaxx'.strip(b'x'), b'abcba'.lstrip(b'ab'), b'abcba'.rstrip(bytearray(b'ab')), b' a '.strip(None)),
    lambda: b'a'.strip('a'),
)
