import argparse
def t(f):
    try:
        r = f(); print(repr(r), type(r).__name__)
    except BaseException as e:
        print(type(e).__name__, type(e).__mro__[1].__name__, e)
def build():
    p = argparse.ArgumentParser(prog="prog", description="A tool that does things.", epilog="The end.")
    p.add_argument("src", help="source file")
    p.add_argument("dst", nargs="?", default="out", help="destination (default: %(default)s)")
    p.add_argument("-n", "--count", type=int, default=1, help="how many times to do the thing that this tool does, which is a long text")
    p.add_argument("-v", "--verbose", action="count", default=0)
    p.add_argument("--mode", choices=["a", "b"], required=True)
    p.add_argument("--tag", action="append", metavar="T")
    p.add_argument("--flag", action=argparse.BooleanOptionalAction, default=True)
    p.add_argument("--pair", nargs=2, type=float)
    p.add_argument("--rest", nargs="*")
    p.add_argument("--dry-run", action="store_true")
    return p
p = build(); print(p.format_usage()); print(p.format_help())
for argv in [["x", "--mode", "a"], ["--mode=b", "x", "y", "-vvn5", "--tag", "1", "--tag=2", "--no-flag", "--pair", "1", "2.5", "--rest", "p", "q"], ["x", "--mode", "a", "--dry", "-n", "-3"], ["x", "--mode", "a", "--rest"], ["--mode", "a", "--", "-x"], ["x", "y", "z", "--mode", "c"], [], ["x", "--mode", "a", "-n", "z"], ["x", "--mode", "a", "--pair", "1"], ["x", "--mode", "a", "--bogus", "q", "r"], ["x", "--mode"], ["x", "--mode", "a", "--verbose=3"], ["-h"]]:
    t(lambda: p.parse_args(argv)); 
    t(lambda: p.parse_known_args(argv))
q = argparse.ArgumentParser(prog="q")
g = q.add_mutually_exclusive_group(required=True); g.add_argument("--x", action="store_true"); g.add_argument("--y", type=int)
g2 = q.add_argument_group("network"); g2.add_argument("--host", default="h"); g2.add_argument("--port", type=int, default="80")
q.add_argument("files", nargs="*", default=[]); q.set_defaults(func=len, extra=1)
for argv in [["--x"], ["--y", "3", "a", "b"], ["--x", "--y", "1"], [], ["--x", "--p", "9"]]: t(lambda: q.parse_args(argv))
print(q.format_help())
m = argparse.ArgumentParser(prog="m"); m.add_argument("--debug", action="store_true"); sub = m.add_subparsers(dest="cmd", required=True, help="commands")
a = sub.add_parser("add", help="adds"); a.add_argument("n", type=int, nargs="+"); a.set_defaults(fn="A"); b = sub.add_parser("run", help="runs it"); b.add_argument("-f", "--fast", action="store_true")
for argv in [["add", "1", "2"], ["--debug", "run", "-f"], ["nope"], [], ["add", "x"], ["run", "--zzz"]]: t(lambda: m.parse_args(argv))
print(m.format_help()); print(a.format_usage(), b.prog)
ns = argparse.Namespace(a=1, b="x"); print(ns, ns == argparse.Namespace(a=1, b="x"), "a" in ns, vars(ns), ns.b)
def pos(s):
    v = int(s)
    if v <= 0: raise argparse.ArgumentTypeError(f"{v} is not positive")
    return v
r = argparse.ArgumentParser(prog="r", add_help=False); r.add_argument("-k", type=pos, default=argparse.SUPPRESS); r.add_argument("--list", nargs="+", choices=["u", "w"]); r.add_argument("-c", action="store_const", const=42); r.add_argument("--opt", nargs="?", const="C", default="D")
for argv in [["-k", "3"], ["-k0"], ["--list", "u", "w"], ["--list", "z"], ["-c"], ["--opt"], ["--opt", "E"], ["--opt=F"], ["-k"]]: t(lambda: r.parse_args(argv))
t(lambda: r.add_argument("-k")); t(lambda: r.add_argument("--z", action="foo"))
