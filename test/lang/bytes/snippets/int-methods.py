# int.to_bytes and int.from_bytes with wrong arguments, and subclasses.
def tries(*calls):
    for call in calls:
        try:
            print(repr(call()))
        except Exception as error:
            print(type(error).__name__, error)


tries(
    lambda: (True.to_bytes(), bool.from_bytes(b'\x01'), (5).to_bytes(length=2, byteorder='little'), int.from_bytes(bytes=b'a', byteorder='big')),
    lambda: (5).to_bytes(2, 'no'),
    lambda: (5).to_bytes(2, 5),
    lambda: (5).to_bytes(-1),
    lambda: int.from_bytes('ab'),
    lambda: int.from_bytes(5),
    lambda: int.from_bytes([256]),
    lambda: (int(b'12'), int(bytearray(b' 1f '), 16), float(b'1.5')),
    lambda: int(b'zz'),
    lambda: float(b'x'),
    lambda: float(bytearray(b'x')),
    lambda: (ord(b'a'), ord(bytearray(b'b'))),
    lambda: ord(b'ab'),
)
