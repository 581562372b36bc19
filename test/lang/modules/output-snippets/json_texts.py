import json

for text in ["", "{", "[1,", '{"a":1,}', "[1 2]", '{"a" 1}', "{1:2}", '"abc', '"a\nb"', '"\\x"',
             "nul", "1 2", "[1,]", '"\\u12"', '{"a":}', "-", "01", "[", '{"a":1 "b"}', '\n["é", x]']:
    try:
        print(json.loads(text))
    except json.JSONDecodeError as error:
        print(repr(text), error, error.pos, error.lineno, error.colno, error.msg)
value = {"a": [1, 2.5, -3e20, None, True], "b": {"c": (), "d": {}}, 3: "x\ty\"é\u2028😀", None: 1e-7}
print(json.dumps(value), json.dumps(value, ensure_ascii=False))
print(json.dumps(value, indent=2), json.dumps([1, {"k": [2]}], indent="\t"))
print(json.dumps({"b": 1, "a": [1, 2]}, sort_keys=True, separators=(",", ":")))
print(json.loads(json.dumps(value)), json.loads(' [1, -0.5, 1E3, 12345678901234567890, "\\ud83d\\ude00"] '))
print(json.dumps(float("nan")), json.dumps([float("inf"), -float("inf")]), json.loads("[NaN, -Infinity]"))
print(json.dumps({(1,): 2, "k": 1}, skipkeys=True), json.dumps({1, 2}, default=sorted))
loop = []
loop.append(loop)
for wrong, options in [(object, {}), ({1, 2}, {}), ({(1,): 2}, {}), (loop, {}), ([{"a": {1}}], {}),
                       (float("nan"), {"allow_nan": False})]:
    try:
        json.dumps(wrong, **options)
    except Exception as error:
        print(repr(error), getattr(error, "__notes__", None))
try:
    json.loads(3)
except TypeError as error:
    print(error)
print(json.JSONDecodeError, json.JSONDecodeError.__mro__[1])
