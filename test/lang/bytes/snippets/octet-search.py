# Searching in octets.
def tries(*calls):
    for call in calls:
        try:
            print(repr(call()))
        except Exception as error:
            print(type(error).__name__, error)


tries(
    lambda: (b'abcabc'.find(b'c', 3), b'abc'.find(97), b'abc'.rfind(b''), b'abc'.index(98), b'abc'.find(b'c', -1), b'ab'.find(b'', 5)),
    lambda: b'abc'.find('a'),
    lambda: b'abc'.find(300),
    lambda: b'abc'.index(b'z'),
    lambda: b'abc'.find(),
    lambda: (b'aaa'.count(b'aa'), b'abc'.count(b''), b'abc'.count(97, 1)),
    lambda: (b'abc'.startswith((b'x', b'a')), b'abc'.endswith(b'c', 0, 2), b'abc'.startswith(bytearray(b'ab'))),
    lambda: b'abc'.startswith('a'),
    lambda: b'abc'.startswith(('a',)),
    lambda: (b'aXbXcX'.replace(b'X', b'--', 2), b'ab'.replace(b'', b'-'), b'ab'.replace(b'', b'-', 1), bytearray(b'aa').replace(b'a', b'')),
    lambda: b'a'.replace('a', b'b'),
    lambda: (b'abc'.removeprefix(b'a'), b'abc'.removesuffix(b'c'), b'abc'.removesuffix(b'')),
)
