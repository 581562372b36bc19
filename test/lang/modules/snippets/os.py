import os
def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)
for p in ["", "a", "/a/b.txt", "a/b/", "//a", "/", ".bashrc", "a.tar.gz", "x/.hid.d", "a/../b", "../x", "/../x", "./a//b/.", "..a"]:
    t(lambda: (os.path.basename(p), os.path.dirname(p), os.path.split(p), os.path.splitext(p), os.path.isabs(p), os.path.normpath(p), os.path.join("q", p), os.path.join(p, "z", "w")))
t(lambda: os.getenv("NOPE_X")); t(lambda: os.getenv("NOPE_X", "d")); t(lambda: os.environ.get("NOPE_X", 3)); os.environ["NOPE_X"] = "1"; t(lambda: os.environ["NOPE_X"]); t(lambda: os.getenv("NOPE_X")); t(lambda: os.path.join(None)); t(lambda: os.path.basename(3)); t(lambda: (os.sep, os.linesep, os.name))
