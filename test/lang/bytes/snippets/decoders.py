# Octets that are no text, by encoding.
def tries(*calls):
    for call in calls:
        try:
            print(repr(call()))
        except Exception as error:
            print(type(error).__name__, error)


tries(
    lambda: b'\xff'.decode(),
    lambda: b'\xe2\x82'.decode(),
    lambda: b'\xe2(\xa1'.decode(),
    lambda: b'\xf0\x9fab'.decode(),
    lambda: b'\xf0\x9f\x98'.decode(),
    lambda: b'\xc0\x80'.decode(),
    lambda: b'\xed\xa0\x80'.decode(),
    lambda: b'\xed\xa0\x80'.decode('utf-8', 'surrogatepass'),
    lambda: b'\xc0\x80\xf0\x80\x80x\xf4\x90'.decode('utf-8', 'replace'),
    lambda: b'ab\x80'.decode('ascii'),
    lambda: (b'\xff\xfea\x00'.decode('utf-16'), b'\xfe\xff\x00a'.decode('utf-16'), b'\xef\xbb\xbfa'.decode('utf-8-sig'), b'a\x00\x00\x00'.decode('utf-32')),
    lambda: b'a\x00b'.decode('utf-16-le'),
    lambda: b'\x00\xd8'.decode('utf-16-le'),
    lambda: b'\x00\xd8a\x00'.decode('utf-16-le'),
    lambda: b'\x00\xdc'.decode('utf-16-le'),
    lambda: b'\x00\x00\x11\x00'.decode('utf-32'),
    lambda: b'a\x00\x00'.decode('utf-32'),
)
