import heapq
from heapq import heapify, heappop, heappush


def t(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)


h = []
for x in [5, 1, 4, 2, 3]: heappush(h, x)
print(h, heappop(h), h)
q = [9, 8, 7, 6, 5]; heapify(q); print(q)
t(lambda: heapq.heappushpop(q, 1)); t(lambda: heapq.heapreplace(q, 10)); print(q)
t(lambda: heapq.nlargest(2, [3, 1, 2])); t(lambda: heapq.nsmallest(2, [3, 1, 2], key=lambda x: -x)); t(lambda: list(heapq.merge([1, 4], [2, 3], reverse=False)))
t(lambda: list(heapq.merge([4, 1], [3, 2], reverse=True))); t(lambda: list(heapq.merge(['a', 'bbb'], ['cc'], key=len)))
t(lambda: heappop([])); t(lambda: heappush((), 1)); t(lambda: heapq.heapreplace([], 1)); t(lambda: heapify(3))
class N:
    def __init__(self, p): self.p = p
    def __lt__(self, o): return self.p < o.p
hh = []
for p in [3, 1, 2]: heappush(hh, N(p))
print([heappop(hh).p for _ in range(3)])
t(lambda: heapify([{}, {}])); t(lambda: heapq.nlargest(0, [1])); t(lambda: heapq.nsmallest(1, [])); t(lambda: heapq.nsmallest(5, [2, 1]))
t(lambda: heapq.heapify_max([1,2])); 
hm = [1, 5, 3]; heapq.heapify_max(hm); print(hm); heapq.heappush_max(hm, 9); print(hm, heapq.heappop_max(hm), hm)
