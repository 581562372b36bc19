import bisect


def t(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)


a = [1, 3, 3, 5]
t(lambda: (bisect.bisect(a, 3), bisect.bisect_left(a, 3), bisect.bisect_right(a, 3), bisect.bisect_left(a, 4, 1, 3), bisect.bisect(a, 3, key=lambda x: x)))
bisect.insort(a, 4); bisect.insort_left(a, 3); print(a); t(lambda: bisect.bisect_left(a, 1, -1)); t(lambda: bisect.bisect(a, 'x')); t(lambda: bisect.bisect_left(3, 1))
bisect.insort(a, 2, key=lambda v: -v); print(a)
