# Text as octets and back, with every error handler.
def tries(*calls):
    for call in calls:
        try:
            print(repr(call()))
        except Exception as error:
            print(type(error).__name__, error)


tries(
    lambda: ('aé€😀'.encode(), 'aé'.encode('latin-1'), 'é😀'.encode('utf-16'), '😀'.encode('utf-16-be'), '😀'.encode('utf-32-le'), 'é'.encode('utf-8-sig')),
    lambda: [b'\xc3\xa9'.decode(name) for name in ('utf-8', 'UTF8', 'Utf_8', 'u8', 'latin1', 'iso-8859-1', 'L1')],
    lambda: [text.encode('ascii', errors) for text in ('aé€b',) for errors in ('ignore', 'replace', 'backslashreplace', 'xmlcharrefreplace')],
    lambda: 'é€x'.encode('ascii'),
    lambda: 'a€'.encode('latin-1'),
    lambda: 'a\ud800b'.encode(),
    lambda: ('a\udcffb'.encode('utf-8', 'surrogateescape'), 'a\ud800'.encode('utf-8', 'surrogatepass')),
    lambda: [b'a\xffb\xe2\x82'.decode('utf-8', errors) for errors in ('ignore', 'replace', 'backslashreplace', 'surrogateescape')],
    lambda: b'a\xff'.decode('utf-8', 'xmlcharrefreplace'),
    lambda: 'é'.encode('no'),
    lambda: 'é'.encode('ascii', 'no'),
    lambda: b'a'.decode('hex'),
    lambda: b'a'.decode(5),
    lambda: 'a'.encode('utf-8', 5),
    lambda: (b'a'.decode(encoding='ascii', errors='strict'), str(b'a', 'ascii'), str(b'\xff', errors='replace'), str(bytearray(b'x'), 'utf-8')),
    lambda: str('a', 'ascii'),
    lambda: str(5, 'ascii'),
)
