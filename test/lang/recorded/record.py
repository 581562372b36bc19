"""Records what CPython 3.14 answers to generated calls, for the specs of text and modules.

    python3.14 record.py COUNT SEED OUTPUT-FOLDER

writes one file a topic: text.json, format.json, numbers.json, random.json, math.json, time.json. Each is a list of
[what, arguments…, answer]; ints, floats, tuples, dicts and errors are tagged (see decode.ts).
"""

import json
import math
import random
import struct
import sys
import time


def enc(v):
    if v is None or isinstance(v, (bool, str)):
        return v
    if isinstance(v, int):
        return {"i": str(v)}
    if isinstance(v, float):
        return {"f": struct.pack(">d", v).hex()}
    if isinstance(v, time.struct_time):
        return {"t": [enc(x) for x in v]}
    if isinstance(v, tuple):
        return {"t": [enc(x) for x in v]}
    if isinstance(v, list):
        return {"l": [enc(x) for x in v]}
    if isinstance(v, dict):
        return {"d": [[enc(k), enc(x)] for k, x in v.items()]}
    raise ValueError(v)


def call(function, *args, **kwargs):
    try:
        return enc(function(*args, **kwargs))
    except Exception as e:
        return {"e": [type(e).__name__, str(e)]}


rng = random.Random()
ALPHABETS = ["ab", "ab ", "abcABC123 _-.,", "aAéÉßŞşıİǅ ", "Σσςα'·b", "a\u0301\u1e9eŉ😀𝐀𐐀𐐨 ", "\t\n\r\x0b\x0c\x1c\x85\u2028 a", "0123٣५²½Ⅷ", "'\"\\\n\x00\x7f\xa0\xad\u200b\ud7ff\ue000\U000e0001é"]


def text(longest=10):
    alphabet = rng.choice(ALPHABETS)
    return "".join(rng.choice(alphabet) for _ in range(rng.randrange(longest)))


def small():
    return rng.choice([None, 0, 1, 2, 3, 5, -1, -2, -5, 100, True, 10**30, 1.5, "x"]) if rng.random() < 0.3 else rng.randrange(-6, 9)


def real():
    k = rng.randrange(7)
    if k == 0:
        return rng.choice([0.0, -0.0, 1.0, -1.0, 0.5, 2.5, math.inf, -math.inf, math.nan, 1e16, 1e-5, 5e-324, 1.7976931348623157e308])
    if k == 1:
        return rng.randrange(-10**6, 10**6) / 8
    if k == 2:
        return struct.unpack(">d", rng.randbytes(8))[0]
    return rng.uniform(-1, 1) * 10 ** rng.randrange(-6, 20)


def integer():
    return rng.choice([0, 1, -1, 7, 42, 255, -1234567, 999999, 10**20, -(10**25), 65, 0x10FFFF, 0x110000, rng.randrange(-10**6, 10**6)])


def value():
    return rng.choice([text, integer, real, lambda: None, lambda: rng.random() < 0.5, lambda: [1, "a"], lambda: (1, 2), lambda: {"a": 1}])()


def sub(s):
    if rng.random() < 0.6 and s:
        a = rng.randrange(len(s))
        return s[a : a + rng.randrange(1, 4)]
    return text(3) if rng.random() < 0.9 else rng.choice([None, 5, 1.5, ("a", "b")])


NO_ARGUMENTS = "isalpha isalnum isdecimal isdigit isnumeric isspace isascii isprintable isidentifier islower isupper istitle lower upper title capitalize swapcase casefold".split()


def arguments(method, s):
    if method in NO_ARGUMENTS:
        return []
    if method in ("find", "rfind", "index", "rindex", "count", "startswith", "endswith"):
        first = sub(s)
        if method in ("startswith", "endswith") and rng.random() < 0.3:
            first = tuple(sub(s) for _ in range(rng.randrange(3)))
        return [first] + [small() for _ in range(rng.choice([0, 0, 1, 2]))]
    if method in ("strip", "lstrip", "rstrip"):
        return rng.choice([[], [], [sub(s)], [None]])
    if method in ("split", "rsplit"):
        return rng.choice([[], [None, small()], [sub(s)], [sub(s), small()], [""]])
    if method in ("partition", "rpartition", "removeprefix", "removesuffix"):
        return [sub(s)]
    if method == "replace":
        return [sub(s), text(3)] + ([small()] if rng.random() < 0.4 else [])
    if method in ("center", "ljust", "rjust"):
        return [rng.choice([small(), 12])] + ([rng.choice(["*", "é", "😀", "ab", 1])] if rng.random() < 0.4 else [])
    if method == "zfill":
        return [rng.choice([small(), 12])]
    if method == "expandtabs":
        return rng.choice([[], [small()]])
    if method == "splitlines":
        return rng.choice([[], [True], [False]])
    if method == "join":
        return [rng.choice([[text(3) for _ in range(rng.randrange(4))], text(4), (text(2), 5), 5, {"a": 1}])]
    if method == "translate":
        return [{ord(c): rng.choice([None, "xy", 66, ""]) for c in text(4)}]
    raise ValueError(method)


METHODS = NO_ARGUMENTS + "find rfind index rindex count startswith endswith strip lstrip rstrip split rsplit partition rpartition removeprefix removesuffix replace center ljust rjust zfill expandtabs splitlines join translate".split()


def record_text(count):
    out = []
    for i in range(count):
        s = text(12)
        method = METHODS[i % len(METHODS)]
        args = arguments(method, s)
        out.append([method, s, [enc(a) for a in args], call(getattr(s, method), *args)])
        out.append(["repr", s, [], repr(s)])
    return out


def maybe(p, choices):
    return rng.choice(choices) if rng.random() < p else ""


def spec():
    s = maybe(0.3, ["<", ">", "=", "^", "*<", "0=", "é^", "x>", "0>", "😀<"])
    s += maybe(0.25, [" ", "+", "-"]) + maybe(0.1, ["z"]) + maybe(0.15, ["#"]) + maybe(0.2, ["0"]) + maybe(0.5, [str(rng.randrange(1, 30))])
    s += maybe(0.25, [",", "_", ",_", "_,", ",,"]) + maybe(0.4, [".%d" % rng.randrange(0, 20), ".", ".3_", "._", ".5,", ".,_"])
    return s + maybe(0.7, list("bcdeEfFgGnosxX%") + list("defgsdfq") + ["ff", "é"])


def template():
    pieces = ["{", "}", "{{", "}}", "a", "{}", "{0}", "{1}", "{k}", "{0[0]}", "{0[a]}", "{0.real}", "{k!r}", "{!s}", "{!x}", "{!a:>5}", "{:>5}", "{:{}}", "{:{k}}", "{0:d}", "{5}", "{ k}", "{k[}", "{0.}", "{[0]}", "{0[0]x}", "{:.2f}", "{0!r", "{0:{1}}", "{x}"]
    return "".join(rng.choice(pieces) for _ in range(rng.randrange(1, 4)))


def percent():
    s = "%" + maybe(0.15, ["(a)", "(b)", "(a", "(a(b))"]) + maybe(0.3, ["-", "+", " ", "#", "0", "-0", "+0", "#0"])
    s += maybe(0.4, [str(rng.randrange(1, 15)), "*"]) + maybe(0.3, [".%d" % rng.randrange(0, 12), ".", ".*"]) + maybe(0.05, ["l", "h"])
    return s + maybe(0.97, list("diouxXeEfFgGcrsa") + list("dsdsfx") + ["%", "z", "é"])


def record_format(count):
    out = []
    for _ in range(count):
        v, s = value(), spec()
        out.append(["format", enc(v), s, call(format, v, s)])
        args, t = [value(), rng.choice([5, 12, ">4", "x", None, "*^9"])][: rng.randrange(3)], template()
        kw = {"k": rng.choice([">4", 5, "a"])}
        out.append(["str.format", t, [enc(a) for a in args], enc(kw), call(t.format, *args, **kw)])
        t = "".join(rng.choice(["a", "%%", percent(), percent()]) for _ in range(rng.randrange(1, 3)))
        right = rng.choice([value(), tuple(value() for _ in range(rng.randrange(4))), (3, 2.5), (5, 3, 2.5), {"a": value(), "a(b)": 1}])
        if "*" in t and isinstance(right, tuple):
            right = tuple(x % 30 if isinstance(x, int) else x for x in right)
        elif "*" in t and isinstance(right, int):
            right = 3
        out.append(["%", t, enc(right), call(lambda: t % right)])
    return out


def number_text():
    return "".join(rng.choice(["1", "0", "9", "_", "a", "f", "e", "E", "+", "-", ".", " ", "x", "0x", "0b", "0o", "z", "inf", "nan", "INFINITY", "\t", "٣", "\xa0", "12"]) for _ in range(rng.randrange(6)))


def record_numbers(count):
    out = []
    for _ in range(count):
        s = number_text()
        base = rng.choice([10, 10, 0, 2, 8, 16, 36, 7, 1, 37, -1])
        out.append(["int", s, base, call(int, s, base)])
        out.append(["float", s, call(float, s)])
        x, d = real(), rng.choice([0, 0, 1, 2, 2, 3, 6, 10, 15, 17, rng.randrange(0, 330)])
        out.append(["layout", enc(x), d, [repr(x), "%.*f" % (d, x), "%.*e" % (d, x), "%.*g" % (d, x), "%#.*g" % (d, x)]])
        out.append(["round", enc(x), d, call(round, x, d)])
        out.append(["round", enc(x), -d, call(round, x, -d)])
    return out


DRAWS = [
    ("random", []), ("getrandbits", [1]), ("getrandbits", [32]), ("getrandbits", [33]), ("getrandbits", [53]), ("getrandbits", [54]), ("getrandbits", [200]), ("getrandbits", [0]), ("getrandbits", [-1]),
    ("randrange", [10]), ("randrange", [5, 50]), ("randrange", [0, 100, 7]), ("randrange", [10, -10, -3]), ("randrange", [10**30]), ("randrange", [0]), ("randrange", [5, 5]), ("randrange", [5, 1, 2]), ("randrange", [1, 9, 0]), ("randrange", [1.5]),
    ("randint", [1, 6]), ("randint", [-(10**20), 10**20]), ("randint", [3, 2]), ("randint", [1.0, 2]),
    ("choice", [[1, 2, 3, 4, 5, 6, 7]]), ("choice", ["abc😀"]), ("choice", [(1, 2, 3)]), ("choice", [[]]),
    ("choices", [["a", "b", "c"]]), ("choices", [["a", "b", "c"], [5, 3, 1]]), ("choices", [[1, 2], [0.5, 0.25]]), ("choices", [[1, 2], [0, 0]]), ("choices", [[1, 2], [1]]), ("choices", [[1, 2], 5]),
    ("sample", [list(range(30)), 5]), ("sample", [list(range(10)), 10]), ("sample", [list(range(100)), 3]), ("sample", [list(range(500)), 30]), ("sample", ["abc", 4]), ("sample", [{"a": 1}, 1]), ("sample", [[1, 2], -1]),
    ("uniform", [0, 10]), ("uniform", [-2.5, 7.25]), ("uniform", [10**20, -(10**20)]),
    ("triangular", []), ("triangular", [1, 5, 2]), ("triangular", [3, 3, 3]),
    ("normalvariate", []), ("normalvariate", [5, 2]), ("gauss", []), ("gauss", [0, 3.5]), ("lognormvariate", [0, 1]), ("expovariate", []), ("expovariate", [3]), ("expovariate", [0]),
    ("betavariate", [2, 3]), ("betavariate", [0.5, 0.5]), ("gammavariate", [2, 3]), ("gammavariate", [1, 2]), ("gammavariate", [0.5, 2]), ("gammavariate", [0, 2]), ("paretovariate", [3]), ("weibullvariate", [1, 1.5]), ("vonmisesvariate", [1, 4]), ("vonmisesvariate", [0, 0]),
]


def record_random(count):
    out = []
    seeds = [0, 1, 42, -42, 2**32, 2**64 + 3, -(10**40), 10**200, "", "a", "seed", "é😀", True]
    for i in range(count):
        seed = seeds[i] if i < len(seeds) else rng.choice([rng.randrange(10**9), text()])
        r = random.Random(seed)
        calls = []
        for _ in range(25):
            name, args = rng.choice(DRAWS)
            calls.append([name, [enc(a) for a in args], {}, call(getattr(r, name), *args)])
        shuffled = list(range(9))
        r.shuffle(shuffled)
        calls.append(["choices", [enc([1, 2, 3])], {"k": enc(5)}, call(r.choices, [1, 2, 3], k=5)])
        calls.append(["choices", [enc([1, 2, 3])], {"k": enc(4), "cum_weights": enc([1, 5, 6.5])}, call(r.choices, [1, 2, 3], k=4, cum_weights=[1, 5, 6.5])])
        calls.append(["sample", [enc(["a", "b", "c"]), enc(4)], {"counts": enc([4, 1, 3])}, call(r.sample, ["a", "b", "c"], 4, counts=[4, 1, 3])])
        out.append([enc(seed), shuffled, calls])
    return out


def math_calls():
    one = real()
    two = real()
    n = integer()
    unit = rng.uniform(-1, 1)
    return [
        ("sqrt", [one]), ("exp", [rng.uniform(-800, 800)]), ("exp", [unit]), ("exp2", [rng.uniform(-1100, 1100)]), ("expm1", [unit]), ("log1p", [unit]), ("log1p", [one]), ("cbrt", [one]),
        ("sin", [one]), ("cos", [one]), ("tan", [unit * 9]), ("asin", [unit]), ("acos", [unit]), ("asin", [one]), ("atan", [one]), ("atan2", [one, two]), ("sinh", [unit * 9]), ("cosh", [unit * 9]), ("tanh", [unit]),
        ("fabs", [one]), ("degrees", [one]), ("radians", [one]), ("log", [one]), ("log", [n]), ("log", [abs(one), 10]), ("log2", [one]), ("log10", [one]), ("log2", [n]), ("log10", [10**400]), ("log2", [3**900]),
        ("pow", [one, two]), ("pow", [abs(unit), rng.uniform(-9, 9)]), ("pow", [n % 50, rng.randrange(-9, 9)]), ("fmod", [one, two]), ("remainder", [one, two]), ("copysign", [one, two]),
        ("floor", [one]), ("ceil", [one]), ("trunc", [one]), ("floor", [n]), ("isnan", [one]), ("isinf", [one]), ("isfinite", [one]), ("isclose", [one, one * (1 + unit * 1e-8)]),
        ("gcd", [n, integer()]), ("lcm", [n, integer(), 6]), ("gcd", []), ("factorial", [rng.randrange(-2, 60)]), ("comb", [rng.randrange(-1, 60), rng.randrange(-1, 20)]), ("perm", [rng.randrange(-1, 30), rng.randrange(-1, 9)]), ("perm", [6]), ("isqrt", [n]),
        ("fsum", [[real() for _ in range(6)]]), ("prod", [[integer() for _ in range(3)]]), ("prod", [[one, n]]), ("hypot", [one, two]), ("hypot", [unit, 3.5, -2]), ("dist", [[one, 1], [two, 2]]), ("dist", [[1], [1, 2]]),
        ("modf", [one]), ("frexp", [one]), ("ldexp", [one, rng.randrange(-1200, 1200)]), ("ulp", [one]), ("nextafter", [one, two]), ("sqrt", ["a"]), ("floor", [None]), ("trunc", ["a"]), ("gcd", [1.5]), ("factorial", [2.0]),
    ]


def record_math(count):
    out = []
    while len(out) < count:
        for name, args in math_calls():
            out.append([name, [enc(a) for a in args], call(getattr(math, name), *args)])
    return out


def record_time(count):
    out = []
    letters = "aAbBcCdDeFgGhHIjmMnprRStTuUVwWxXyYz%"
    for _ in range(count):
        when = rng.choice([rng.randrange(0, 4 * 10**9), rng.randrange(-(10**10), 10**10), rng.uniform(0, 2e9)])
        t = time.gmtime(when)
        format_ = rng.choice(["%Y-%m-%d %H:%M:%S", "%X", "%a, %d %b %Y"] + ["%" + c for c in letters])
        out.append([enc(when), enc(t), time.asctime(t), format_, time.strftime(format_, t), repr(t)])
    return out


def main(count, seed, folder):
    for name, record, share in [("text", record_text, 1), ("format", record_format, 1), ("numbers", record_numbers, 1), ("random", record_random, 0.03), ("math", record_math, 1), ("time", record_time, 0.3)]:
        rng.seed(f"{seed}/{name}")
        rows = record(int(count * share))
        with open(f"{folder}/{name}.json", "w", encoding="utf-8") as file:
            file.write("[\n" + ",\n".join(json.dumps(row) for row in rows) + "\n]\n")


if __name__ == "__main__":
    main(int(sys.argv[1]), sys.argv[2], sys.argv[3])
