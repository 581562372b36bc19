# What memoryview offers.
def tries(*calls):
    for call in calls:
        try:
            print(repr(call()))
        except Exception as error:
            print(type(error).__name__, error)


buffer = bytearray(b'hello world')
view = memoryview(buffer)
def put(key, value, on=view):
    on[key] = value
    return on.tobytes()
tries(
    lambda: (view.nbytes, view.itemsize, view.format, view.readonly, view.shape, view.ndim, view.strides, view.suboffsets, view.contiguous, view[::2].c_contiguous),
    lambda: (view.hex(), view.hex(':', 2), view.obj is buffer, view[2:].obj is buffer, view.toreadonly().readonly, view.count(108), view.index(108)),
    lambda: view.index(1),
    lambda: view[99],
    lambda: view['x'],
    lambda: view[2**70],
    lambda: (put(0, 72), put(slice(0, 2), b'HE'), put(slice(None, None, 2), b'123456')),
    lambda: put(0, 300),
    lambda: put(0, 'x'),
    lambda: put(slice(0, 2), b'x'),
    lambda: put(slice(0, 2), 'xy'),
    lambda: put(0, 1, memoryview(b'abc')),
    lambda: (put(0, 258, memoryview(bytearray(8)).cast('I')), put(1, 1.5, memoryview(bytearray(16)).cast('d')), put(0, True, memoryview(bytearray(1)).cast('?')), put(0, b'x', memoryview(bytearray(1)).cast('c'))),
    lambda: put(0, -1, memoryview(bytearray(8)).cast('I')),
    lambda: put(0, 'x', memoryview(bytearray(8)).cast('d')),
    lambda: put(0, 5, memoryview(bytearray(8)).cast('c')),
    lambda: view.cast('H'),
    lambda: view.cast('zz'),
    lambda: memoryview(bytearray(8)).cast('I').cast('H'),
    lambda: memoryview('a'),
    lambda: memoryview(view[2:]).tobytes(),
)
