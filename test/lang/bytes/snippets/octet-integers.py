# Ints as octets.
def tries(*calls):
    for call in calls:
        try:
            print(repr(call()))
        except Exception as error:
            print(type(error).__name__, error)


tries(
    lambda: ((1024).to_bytes(2), (1024).to_bytes(4, 'little'), (-5).to_bytes(2, signed=True), (0).to_bytes(0), (2**64).to_bytes(9).hex()),
    lambda: (int.from_bytes(b'\x04\x00'), int.from_bytes(b'\x04\x00', 'little'), int.from_bytes(b'\xff\x00', signed=True), int.from_bytes(b''), int.from_bytes([1, 2]), int.from_bytes(b'\xff' * 9)),
    lambda: (255).to_bytes(1, signed=True),
    lambda: (256).to_bytes(1),
    lambda: (-1).to_bytes(1),
)
