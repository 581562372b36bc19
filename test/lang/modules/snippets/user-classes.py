from collections import UserDict, UserList
def t(f):
    try:
        r = f(); print(repr(r), type(r).__name__)
    except BaseException as e:
        print(type(e).__name__, type(e).__mro__[1].__name__, e)
class D(UserDict):
    def __setitem__(self, k, v): super().__setitem__(k.lower(), v)
    def __getitem__(self, k): return super().__getitem__(k.lower())
    def __contains__(self, k): return super().__contains__(k.lower())
d = D({"A": 1}, B=2); d["C"] = 3; d.update(E=5)
print(d, d["a"], len(d), "A" in d, list(d), d.get("zz", 9) , d.items(), d.pop("a"), d.setdefault("q", 1), d.data, d == {"b": 2, "c": 3, "e": 5, "q": 1}, dict(d), isinstance(d, dict), d | {"z": 1}, d.copy(), bool(d), D.fromkeys("xy"))
t(lambda: d["nope"])
del d["b"]; print(d); d.clear(); print(d, bool(d))
class M(UserDict):
    def __missing__(self, k): return k * 2
print(M()["x"], M(a=1), UserDict([(1, 2)]), repr(UserDict()))
class L(UserList):
    def append(self, x): super().append(x * 10)
l = L([1, 2]); l.append(3); print(l, l[0], l[1:], type(l[1:]).__name__, len(l), 2 in l, l + [4], l == [1, 2, 30], l.pop(), l.index(2), l.count(1), list(reversed(l)), l.data, sorted(l, reverse=True))
l.extend([5]); l.sort(reverse=True); print(l, l * 2, l < [9]); l += [7]; l.insert(0, 8); l.remove(7); l.reverse(); l[0] = 0; del l[1]; print(l)
