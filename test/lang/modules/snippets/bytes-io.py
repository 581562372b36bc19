# Octets that are written and read like a file.
import io


def tries(*calls):
    for call in calls:
        try:
            print(repr(call()))
        except Exception as error:
            print(type(error).__name__, error)


tries(
    lambda: (io.BytesIO(b'abc').read(), io.BytesIO().getvalue(), list(io.BytesIO(b'a\nb')), io.BytesIO(b'one\ntwo').readlines(), io.BytesIO(initial_bytes=b'x').read(None)),
    lambda: io.BytesIO('abc'),
    lambda: io.BytesIO().write('x'),
    lambda: io.BytesIO().read('x'),
    lambda: io.BytesIO().seek(-1),
    lambda: io.BytesIO().seek(0, 5),
    lambda: io.BytesIO().truncate(-1),
)
file = io.BytesIO(b'hello')
print(file.write(b'HE'), file.tell(), file.read(), file.seek(0), file.read(1), file.seek(-2, io.SEEK_END), file.read(), file.getvalue())
print(file.seek(8), file.write(bytearray(b'!')), file.getvalue(), file.truncate(3), file.getvalue(), file.tell())
target = bytearray(2)
print(file.seek(0), file.readinto(target), target, file.readline(), file.writelines([b'a', b'b']), file.getbuffer().tobytes())
with io.BytesIO(b'one\ntwo\n') as lines:
    print(lines.readline(), lines.readline(2), lines.read1(), lines.readable(), lines.closed)
print(lines.closed)
tries(lambda: lines.read(), lambda: lines.__enter__())
