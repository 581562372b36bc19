import statistics as st
def t(f):
    try:
        r = f()
        print(repr(r), type(r).__name__)
    except Exception as e:
        print(type(e).__name__, type(e).__mro__[1].__name__, e)
D = [[1, 2, 3, 4], [1.5, 2.25, 3.1], [0.1] * 10, [3], [], [1, 2.5], [True, 2], [10**20, 1], [-1, 1], [2, 2, 3, 3, 1], [0.1, 0.2, 0.3, 0.7, 12.5, 3.3], [1e-300, 1e300], ["a"], [float("inf"), 1], (1, 5, 9, 7)]
for d in D:
    for f in (st.mean, st.median, st.median_low, st.median_high, st.mode, st.multimode, st.stdev, st.pstdev, st.variance, st.pvariance, st.fmean):
        if f is st.fmean and d == ["a"] : continue
        if d and d[0] == float("inf") and f in (st.stdev, st.pstdev, st.variance, st.pvariance): continue
        t(lambda: f(d))
for d in D[:-3]:
    for n in (4, 2, 10):
        t(lambda: st.quantiles(d, n=n)); t(lambda: st.quantiles(d, n=n, method="inclusive"))
t(lambda: st.quantiles([1, 2], n=0)); t(lambda: st.quantiles([1, 2], method="x"))
for d in ([1, 2, 4], [2.5, 3.5], [0, 1], [-1, 2], [40, 60], [5]):
    t(lambda: st.harmonic_mean(d)); t(lambda: st.geometric_mean(d))
t(lambda: st.fmean([1, 2, 3], [1, 1, 2])); t(lambda: st.fmean([1], [1, 2])); t(lambda: st.harmonic_mean([40, 60], weights=[5, 30]))
t(lambda: st.stdev([1, 2, 3], 2)); t(lambda: st.variance([1.0, 2, 3], xbar=2)); t(lambda: st.mode("aabbb")); t(lambda: st.mean(x for x in range(10))); t(lambda: st.pvariance([1, 2], mu=1.5))
