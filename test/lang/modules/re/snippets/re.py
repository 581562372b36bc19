import re
def t(f):
    try:
        r = f()
        print(repr(r))
    except Exception as e:
        print(type(e).__name__, e)
S = ["", "abcabc", "foo bar_baz 12", "a,b;c", "ab\ncd\n", "<b>x</b><i>y</i>", "été 東京 ٣", "key=value; k2 = v2", "AbC aBc"]
P = [r"a", r"a*", r"a+?", r"(a)(b)?", r"\w+", r"\d+", r"\d{4}-\d{2}-\d{2}", r"[a-c]+", r"[^a-c\s]+", r"(?P<k>\w+)\s*=\s*(?P<v>\w+)", r"^\w", r"(?m)^\w+$", r"\w+$", r"\b\w", r"\B\w", r"(\w)\1", r"(?P<c>\w)(?P=c)", r"(?i)abc", r"a(?=b)", r"a(?!b)", r"(?<=a)b", r"(?<!a)b", r"[\w.]+@[\w.]+", r"<(\w)>(.*?)</\1>", r"(a|ab)(c|bcd)?", r"(?:ab)+", r"(ab)*", r"(a*)*", r"(a|b|c)*?c", r".*", r".+?", r"x*", r"", r"\s+", r"[,;]\s*", r"(?s).+", r"[-+]?\d*\.?\d+(?:[eE][-+]?\d+)?", r"(?>a+)b", r"a++", r"(a)?(?(1)b|c)", r"((\w)(\w))", r"[\]]|[^]]", r"\.|\\", r"(?i)[a-b]+", r"(?a:\w+)", r"(?i:A)b", r"\Aa|c\Z", r"\x61\u0062", r"(?x) a  b # c", r"(\w+)(?: (\w+))*", r"^$", r"(?:(a)|b)*", r"(?:a|(b))+?c", r"[a\-c]", r"\(", r"o{2}", r"o{1,}", r"o{,1}", r"a{x", r"'[^']*'|\"(?:\\.|[^\"\\])*\""]
for p in P:
    c = re.compile(p)
    for s in S:
        t(lambda: (c.match(s), c.search(s), c.fullmatch(s) is not None, c.findall(s), c.split(s), c.sub("<\\g<0>>", s), c.subn("-", s, count=1)))
        m = c.search(s)
        if m: t(lambda: (m.group(), m.groups(), m.groupdict(), m.span(), m.lastindex, m.lastgroup, m.start(), m.end(), [m.span(i) for i in range(c.groups + 1)]))
for p in ["(", ")", "a)", "*a", "a**", "[a", "[b-a]", "a{2,1}", "\\", "(?P<n>a)(?P<n>b)", "(?P<1>a)", "(?P=x)", "\\2", "(?<=a+)b", "(?z)", "(?P<n", "(?", "(?P>x)", "[z-\\d]", "\\q", "a|*", "(?<x)", "(?i", "a(?i)b", "(?#", "(a\\1)", "x{3}{2}", "(?:)+", "^*", "\\xZ1", "[\\q]", "(?P<>a)", "(?(1)a|b|c)", "(?(2)a)", "a\n(b"]:
    t(lambda: re.compile(p))
for r in ["\\1", "\\g<1>", "\\g<x>", "\\2", "\\g<2>", "\\n", "\\q", "\\\\", "\\g", "\\g<", "x\\", "\\0", "\\g<1>0", "$1"]:
    t(lambda: re.sub("(a)", r, "banana"))
t(lambda: re.sub(r"\d+", lambda m: str(int(m[0]) * 2), "a1b22")); t(lambda: re.sub("x", 5, "axb")); t(lambda: re.sub("(?P<y>\\d)", r"[\g<y>]", "a1b2", count=1))
t(lambda: re.split(r"(,)\s*", "a, b,c")); t(lambda: re.split(",", "a,b,c", maxsplit=1)); t(lambda: re.escape("a.b*c d-e_f")); t(lambda: re.compile("a", re.I | re.M)); t(lambda: re.compile("a", re.I).flags); t(lambda: re.compile("x") == re.compile("x"))
t(lambda: [m.group(1, 2) for m in re.finditer(r"(\w)(\d)", "a1 b2")]); t(lambda: re.match("a", 5)); t(lambda: re.match("(a)(b)?", "a").groups("z")); t(lambda: re.match("a", "a").group(1)); t(lambda: re.match("a", "a")["x"]); t(lambda: re.compile("a").search("banana", 2)); t(lambda: re.compile("^a").search("banana", 1)); t(lambda: re.compile("a$").search("banana", 0, 2)); t(lambda: re.fullmatch("a|ab", "ab")); t(lambda: re.findall("(?:x|(y))(z)?", "xyz")); t(lambda: bool(re.match("a", "b"))); t(lambda: re.match("(?P<a>x)(?P<b>y)?", "x").groupdict()); t(lambda: re.match("a", "abc").string); t(lambda: dict(re.compile("(?P<a>x)").groupindex)); t(lambda: re.match("(a)", "a").expand(r"\1!")); t(lambda: type(re.match("a", "a")).__name__); t(lambda: re.findall(r"\w+", "x", re.A)); t(lambda: re.IGNORECASE == 2); t(lambda: re.match("a", "a").re.pattern)
try: re.compile("(")
except re.error as e: print(e.msg, e.pos, e.pattern, e.lineno, e.colno)
print(len(re.findall("a", "a" * 5000)), re.match("(?:ab)*", "ab" * 400).end(), re.match("(x+x+)+y", "x" * 12))
