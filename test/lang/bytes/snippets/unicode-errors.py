# The parts of UnicodeEncodeError and UnicodeDecodeError.
def tries(*calls):
    for call in calls:
        try:
            print(repr(call()))
        except Exception as error:
            print(type(error).__name__, error)


tries(
    lambda: (UnicodeDecodeError('utf-8', b'xyz', 0, 2, 'why'), str(UnicodeDecodeError('utf-8', b'xyz', 0, 2, 'why')), str(UnicodeDecodeError('a', b'x', 0, 1, 'b'))),
    lambda: (str(UnicodeEncodeError('ascii', 'é', 0, 1, 'why')), str(UnicodeEncodeError('ascii', '😀', 0, 1, 'why')), str(UnicodeEncodeError('ascii', '€', 0, 1, 'why'))),
    lambda: UnicodeDecodeError('utf-8'),
    lambda: issubclass(UnicodeDecodeError, ValueError),
)
try:
    'aéb'.encode('ascii')
except UnicodeError as error:
    print(error.encoding, error.object, error.start, error.end, error.reason, error.args)
    error.reason = 'other'
    print(error)
try:
    b'\xff'.decode()
except UnicodeDecodeError as error:
    print(error.object[error.start:error.end], error.reason, repr(error))
