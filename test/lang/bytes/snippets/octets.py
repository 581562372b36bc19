# What bytes and bytearray are compared by, contain, and how they are shown.
def tries(*calls):
    for call in calls:
        try:
            print(repr(call()))
        except Exception as error:
            print(type(error).__name__, error)


tries(
    lambda: (b'abc', b"it's", b'"', b'\'"', b'\x00\n\t\r\\\x7f\xff~', bytearray(b"it's"), str(b'a'), f'{b"a"}'),
    lambda: (b'abc' == bytearray(b'abc'), b'a' == 'a', b'a' != 'a', b'a' < b'b', bytearray(b'b') > b'a', b'a' <= bytearray(b'a')),
    lambda: b'a' < 'b',
    lambda: (b'a' < bytearray(b'b'), bytearray(b'a') < memoryview(b'b'), sorted([b'b', b'a', bytearray(b'aa')])),
    lambda: (97 in b'abc', b'bc' in b'abc', b'' in b'', bytearray(b'x') in b'axb'),
    lambda: 300 in b'abc',
    lambda: 'a' in b'abc',
    lambda: (hash(b'abc') == hash('abc'), {b'a': 1}[b'a'], len({b'a', 'a'})),
    lambda: {bytearray(): 1},
    lambda: (list(b'abc'), tuple(reversed(b'ab')), bool(b''), len(bytearray(3)), max(b'abc'), sum(b'ab')),
    lambda: (type(iter(b'')).__name__, type(iter(bytearray())).__name__, b'a'.__class__, bytearray),
    lambda: (b'a'.__eq__(bytearray(b'a')), bytearray(b'a').__eq__(b'a'), b'a'.__lt__(b'b'), b'a'.__eq__('a')),
)
buffer = bytearray(b'ab')
for place, octet in enumerate(buffer):
    if place < 3:
        buffer.append(octet + 1)
print(buffer)
