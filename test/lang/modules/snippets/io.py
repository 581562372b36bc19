import io
def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)
b = io.StringIO(); b.write("a 1\n"); b.write("tail"); t(lambda: b.getvalue()); t(lambda: b.read()); b.seek(0); t(lambda: b.readline()); t(lambda: b.read(2)); t(lambda: b.tell()); t(lambda: b.write(3)); t(lambda: b.write(None))
c = io.StringIO("x\ny\nz"); t(lambda: list(c)); t(lambda: c.readline()); c.seek(0); t(lambda: c.readlines()); c.seek(1); c.write("Q"); t(lambda: c.getvalue()); c.close(); t(lambda: c.read()); t(lambda: c.closed)
with io.StringIO() as d: d.writelines(["a", "b"]); t(d.getvalue)
t(lambda: io.StringIO(5)); e = io.StringIO("abc"); e.truncate(1); t(e.getvalue); t(lambda: isinstance(e, io.StringIO))
