import textwrap as tw
def t(f):
    try:
        r = f()
        print(repr(r), type(r).__name__)
    except Exception as e:
        print(type(e).__name__, type(e).__mro__[1].__name__, e)
T = "The quick brown fox jumps over the lazy-dog -- and then, well-known as it is, it sleeps.\n\tTabbed line here; e.g. co-operate supercalifragilisticexpialidocious."
for w in (10, 20, 33, 70, 1):
    t(lambda: tw.wrap(T, w)); t(lambda: tw.wrap(T, w, break_long_words=False)); t(lambda: tw.fill(T, w, initial_indent="* ", subsequent_indent="  ") if w > 2 else 0); t(lambda: tw.wrap(T, w, max_lines=2)); t(lambda: tw.wrap(T, w, break_on_hyphens=False)); t(lambda: tw.shorten(T, w)); t(lambda: tw.shorten(T, w, placeholder="...")); t(lambda: tw.wrap(T, w, drop_whitespace=False)); t(lambda: tw.wrap(T, w, replace_whitespace=False)); t(lambda: tw.wrap(T, w, expand_tabs=False))
for x in ("  a\n    b\n  c\n", "\n   x\n\t y", "", "a\n  b", "    \n  q\n", "\ta\n\tb", "  a\r\n  b"):
    t(lambda: tw.dedent(x)); t(lambda: tw.indent(x, "> ")); t(lambda: tw.indent(x, "+", lambda l: True))
t(lambda: tw.wrap("", 5)); t(lambda: tw.wrap("abc", 0)); t(lambda: tw.wrap("aaaa-bbbb-cccc-dd", 6)); t(lambda: tw.wrap("hello  world   x", 7)); t(lambda: tw.dedent(5)); t(lambda: tw.shorten("hello world", 3)); t(lambda: tw.wrap("x" * 25, 10)); t(lambda: tw.wrap("one-two three--four a-b ab-c", 4)); t(lambda: tw.fill("né à l'été 東京 é-è", 5))
