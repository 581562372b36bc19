# Formatting of octets.
def tries(*calls):
    for call in calls:
        try:
            print(repr(call()))
        except Exception as error:
            print(type(error).__name__, error)


tries(
    lambda: b'%s|%b|%5s|%-5b|%.1s' % (b'ab', bytearray(b'c'), b'd', memoryview(b'e'), b'fg'),
    lambda: (b'%d %5i %05d %+d %x %#X %o' % (5, 6, 7, 8, 255, 255, 8), b'%.2f|%e|%g' % (1.005, 12345.678, 0.1)),
    lambda: (b'%c%c' % (65, b'B'), b'%a %r' % ('é', b'x'), b'%%' % (), bytearray(b'%d') % 5, b'%(k)s' % {b'k': b'v'}),
    lambda: b'%s' % 'a',
    lambda: b'%d' % 'a',
    lambda: b'%f' % b'1',
    lambda: b'%c' % 300,
    lambda: b'%c' % b'ab',
    lambda: b'%c' % 'ab',
    lambda: b'%y' % 1,
    lambda: b'%s' % (b'a', b'b'),
    lambda: b'%s %s' % b'a',
    lambda: b'%(a)s' % {'a': b'1'},
)
