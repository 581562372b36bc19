"""Records elementary functions to the last bit, by the decimal module with 130 digits and more.

    python3 record-elementary.py COUNT SEED > elementary.json

Each row is [function, x, result] or [function, x, y, result]; doubles are the hex of their bits.
"""

import json
import math
import random
import struct
import sys
from decimal import Decimal as D
from decimal import getcontext

context = getcontext()
context.Emin, context.Emax, context.prec = -999999, 999999, 130


def bits(x):
    return struct.pack(">d", x).hex()


def double(d):
    try:
        return float(d)
    except OverflowError:
        return math.copysign(math.inf, d)


def arctan(x):
    halvings = 0
    while abs(x) > D("0.05"):
        x = x / (1 + (1 + x * x).sqrt())
        halvings += 1
    total = term = x
    n = 1
    while term != 0 and abs(term) > abs(total) * D(10) ** -125:
        term = -term * x * x
        n += 2
        total += term / n
    return total * 2**halvings


def pi(digits):
    context.prec = digits
    total = 0
    for factor, inverse in ((16, 5), (-4, 239)):
        power = D(factor) / inverse
        n = 1
        while abs(power) > D(10) ** -digits:
            total += power / n
            power /= -inverse * inverse
            n += 2
    context.prec = 130
    return total


LONG_PI = pi(460)
PI = +LONG_PI


def angle(y, x):
    steep = abs(y) > abs(x)
    acute = arctan(abs(x) / abs(y)) if steep else arctan(abs(y) / abs(x))
    if steep:
        acute = PI / 2 - acute
    if x < 0:
        acute = PI - acute
    return -acute if y < 0 else acute


def sin_cos(x):
    context.prec = 460
    turns = int((D(x) / (LONG_PI / 2)).to_integral_value())
    r = D(x) - turns * LONG_PI / 2
    context.prec = 130
    sin = t = +r
    cos = u = D(1)
    n = 1
    while abs(u) > D(10) ** -128:
        u = -u * r * r / (n * (n + 1))
        t = -t * r * r / ((n + 1) * (n + 2))
        cos += u
        sin += t
        n += 2
    return [(sin, cos), (cos, -sin), (-sin, -cos), (-cos, sin)][turns % 4]


def power(x, y):
    """x ** y; exact where the result has few digits, as it is then rounded from the middle of two."""
    quarters = int(y * 4)
    if quarters != y * 4 or abs(y) > 20:
        return (D(y) * D(x).ln()).exp()
    context.prec = 1300
    root = D(x).sqrt()
    result = D(x) ** (abs(quarters) // 4) * [1, root.sqrt(), root, root * root.sqrt()][abs(quarters) % 4]
    result = result if y > 0 else 1 / result
    context.prec = 130
    return result


def rows(rng):
    any_size = 0.0
    while not math.isfinite(any_size) or any_size == 0:
        any_size = struct.unpack(">d", rng.randbytes(8))[0]
    x = rng.choice([any_size, rng.uniform(-40, 40), rng.uniform(-1, 1) * 10 ** rng.uniform(-12, 3)])
    y = rng.choice([rng.uniform(-10, 10), x * rng.uniform(-3, 3)]) or 1.0
    unit = rng.choice([rng.uniform(-1, 1), rng.uniform(-1, 1) * 10 ** -rng.uniform(0, 12)])
    small = rng.choice([rng.uniform(-700, 700), rng.uniform(-4, 4), unit])
    size = rng.choice([abs(x), 1 + unit * 1e-3, float(rng.randrange(1, 200)), 10.0 ** rng.randrange(22)])
    exponent = rng.choice([rng.gauss(0, 10), float(rng.randrange(-20, 20)), rng.randrange(-40, 40) / 4])
    X, U, S = D(x), D(unit), D(small)
    up, down = S.exp(), (-S).exp()
    sin, cos = sin_cos(x)
    log = D(size).ln()
    whole = lambda d: d.to_integral_value() if abs(d - d.to_integral_value()) < D(10) ** -100 else d
    yield ["log", bits(size), log]
    yield ["log2", bits(size), whole(log / D(2).ln())]
    yield ["log10", bits(size), whole(log / D(10).ln())]
    yield ["exp", bits(small), up]
    yield ["sin", bits(x), sin]
    yield ["cos", bits(x), cos]
    if size != 1 and exponent != 0:
        yield ["pow", bits(size), bits(exponent), power(size, exponent)]
    yield ["tan", bits(x), sin / cos]
    yield ["asin", bits(unit), angle(U, (1 - U * U).sqrt())]
    yield ["acos", bits(unit), angle((1 - U * U).sqrt(), U)]
    yield ["atan", bits(x), angle(X, D(1))]
    yield ["atan2", bits(x), bits(y), angle(X, D(y))]
    yield ["sinh", bits(small), (up - down) / 2]
    yield ["cosh", bits(small), (up + down) / 2]
    yield ["tanh", bits(small), (up - down) / (up + down)]
    yield ["expm1", bits(small), up - 1]
    yield ["exp2", bits(small), (S * D(2).ln()).exp()]
    yield ["log1p", bits(unit), (1 + U).ln()]
    context.prec = 1400
    yield ["hypot", bits(x), bits(y), (X * X + D(y) * D(y)).sqrt()]
    context.prec = 130


def main(count, seed):
    rng = random.Random(seed)
    out = [row for _ in range(count) for row in rows(rng)]
    print("[\n" + ",\n".join(json.dumps(row[:-1] + [bits(double(row[-1]))]) for row in out) + "\n]")


if __name__ == "__main__":
    main(int(sys.argv[1]), sys.argv[2])
