# Octets in letters and back.
import base64
import binascii


def tries(*calls):
    for call in calls:
        try:
            print(repr(call()))
        except Exception as error:
            print(type(error).__name__, error)


tries(
    lambda: ([base64.b64encode(b'abcd'[:size]) for size in range(5)], base64.b64decode('YWJjZA=='), base64.b64decode(b'Y W\nJj')),
    lambda: (base64.urlsafe_b64encode(b'\xff\xfe\xfd'), base64.urlsafe_b64decode('__79'), base64.b64encode(b'\xff\xfe', altchars=b'-_'), base64.standard_b64decode('YWI=')),
    lambda: base64.b64encode('a'),
    lambda: base64.b64encode(b'a', b'-'),
    lambda: base64.b64decode('YWJjZ'),
    lambda: base64.b64decode('YWI'),
    lambda: base64.b64decode('YW!I=', validate=True),
    lambda: base64.b64decode('é'),
    lambda: base64.b64decode(5),
    lambda: ([base64.b32encode(b'abcde'[:size]) for size in range(6)], base64.b32decode('MFRGG==='), base64.b32decode('mfrgg===', casefold=True), base64.b32hexencode(b'hi'), base64.b32hexdecode('D1KG====')),
    lambda: base64.b32decode('MFRGG'),
    lambda: base64.b32decode('mfrgg==='),
    lambda: base64.b32decode('MFRGG1==', map01='L'),
    lambda: (base64.b16encode(b'\xab'), base64.b16decode('AB'), base64.b16decode('ab', True)),
    lambda: base64.b16decode('ab'),
    lambda: base64.b16decode('A'),
    lambda: ([base64.b85encode(b'abcd\xff'[:size]) for size in range(6)], base64.b85decode('VPaz%'), base64.b85encode(b'a', pad=True), base64.b85decode('VPO')),
    lambda: base64.b85decode('VP"'),
    lambda: base64.b85decode('~~~~~'),
    lambda: (base64.encodebytes(b'x' * 60), base64.decodebytes(b'eHh4\n')),
    lambda: issubclass(binascii.Error, ValueError),
)
