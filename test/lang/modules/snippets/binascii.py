# Digits, letters and sums of octets.
import binascii
import zlib


def tries(*calls):
    for call in calls:
        try:
            print(repr(call()))
        except Exception as error:
            print(type(error).__name__, error)


tries(
    lambda: (binascii.hexlify(b'ab\xff'), binascii.hexlify(b'abcde', '-', 2), binascii.unhexlify('6162'), binascii.a2b_hex(b'FF'), binascii.b2a_hex(b'a')),
    lambda: binascii.unhexlify('6'),
    lambda: binascii.unhexlify('zz'),
    lambda: binascii.unhexlify(5),
    lambda: binascii.hexlify('a'),
    lambda: (binascii.b2a_base64(b'abc'), binascii.b2a_base64(b'abc', newline=False), binascii.a2b_base64('YWJj\n')),
    lambda: binascii.a2b_base64('=YQ=', strict_mode=True),
    lambda: binascii.a2b_base64('YQ==YQ==', strict_mode=True),
    lambda: binascii.a2b_base64('YQ=a', strict_mode=True),
    lambda: binascii.a2b_base64('YWJj=', strict_mode=True),
    lambda: (binascii.crc32(b'123456789'), binascii.crc32(b'789', binascii.crc32(b'123456')), binascii.crc_hqx(b'123456789', 0)),
    lambda: (zlib.crc32(b'123456789'), zlib.adler32(b'Wikipedia'), zlib.adler32(b'pedia', zlib.adler32(b'Wiki')), zlib.crc32(b''), zlib.adler32(b'')),
    lambda: (zlib.crc32(b'a', -1), zlib.adler32(b'', -1), zlib.crc32(b'a', 2**40 + 1)),
    lambda: zlib.crc32('a'),
)
