# covers: The standard type hierarchy
# ours: statistics fractions
# statistics: averages, spread, quantiles, relations, the normal distribution, each error.
import statistics, math
from statistics import *
from fractions import Fraction as F
def tr(fn, *a, **k):
    try: r = fn(*a, **k)
    except Exception as e: print(type(e).__name__, e)
    else: print(repr(r)); return r
data = [[], [1], [1, 2], [1, 2, 3, 4], [1.5, 2.5, 2.75, 3.25], [F(1, 2), F(1, 3)], [1, 2.5, True], [1, F(1, 3)], [0.1] * 10, [1e20, 1, -1e20], [float('nan'), 1], [float('inf'), 1], ['a', 'b'], [3, 1, 1, 5, 3], [10, 0, 4], [-1, 2], [1, 'x'], [2, 8], [1e-320, 1e-319], [F(1, 3), 0.5], (1, 2, 3), range(10), [0, 0], [1, 1, 1], [10**30, 1]]
for d in data:
    for f in (mean, fmean, geometric_mean, harmonic_mean, median, median_low, median_high, median_grouped, mode, multimode, variance, pvariance, stdev, pstdev):
        print(f.__name__, d, end=' '); tr(f, d)
    for m in 'exclusive', 'inclusive': 
        for n in 1, 4, 10: tr(quantiles, d, n=n, method=m)
tr(quantiles, [1, 2], n=0); tr(quantiles, [1, 2], method='x'); tr(mean, iter([1, 2])); tr(median, iter([3, 1, 2])); tr(fmean, iter([1, 2]), [1, 3]); tr(fmean, [1, 2], [1]); tr(fmean, [1], [0]); tr(harmonic_mean, [40, 60], weights=[5, 30]); tr(harmonic_mean, [1, 2], weights=[1]); tr(harmonic_mean, [1, 2], weights=[0, 0]); tr(harmonic_mean, [-1]); tr(harmonic_mean, ['x']); tr(harmonic_mean, [1, 2], [-1, 2]); tr(variance, [1, 2, 3], 2); tr(pvariance, [1, 2, 3], mu=1.5); tr(variance, [F(1, 2), F(3, 4)]); tr(stdev, [F(1, 2), F(3, 4)]); tr(median_grouped, [1, 2, 2, 3, 4, 4, 4, 5], interval=2); tr(mode, 'abcab'); tr(multimode, 'aabbc'); tr(mode, [[1]])
x = [1, 2, 3, 4, 5, 6, 7, 8, 9]; y = [1, 2, 3, 1, 2, 3, 1, 2, 3]
tr(covariance, x, y); tr(covariance, x, [1]); tr(covariance, [1], [1]); tr(correlation, x, y); tr(correlation, x, [v * v for v in x]); tr(correlation, x, [v * v for v in x], method='ranked'); tr(correlation, x, [1] * 9); tr(correlation, x, y, method='q'); tr(correlation, [1], [1]); tr(correlation, [1, 2], [3]); tr(linear_regression, x, y); tr(linear_regression, x, y, proportional=True); tr(linear_regression, [1, 1], [1, 2]); tr(linear_regression, [1], [1]); tr(correlation, [1e200, 2e200, 4e200], [1, 5, 6]); tr(correlation, [1e-200, 2e-200, 4e-200], [1, 5, 6])
n = NormalDist(10, 2.5); print(n, n.mean, n.stdev, n.variance, n.median, n.mode, n + 3, 3 + n, n - 1, 20 - n, n * 2, 2 * n, n / 2, -n, +n, n + n, n - NormalDist(1, 1), n == NormalDist(10, 2.5), hash(n) == hash(NormalDist(10, 2.5)), n == 5)
for v in 0, 5, 10, 12.5, 20: tr(n.pdf, v); tr(n.cdf, v); tr(n.zscore, v)
for p in 0.001, 1e-20, 0.1, 0.5, 0.75, 0.999999, 0.9999999999999999, 0, 1: tr(n.inv_cdf, p)
tr(n.quantiles); tr(n.quantiles, 10); tr(n.overlap, NormalDist(11, 2.5)); tr(n.overlap, NormalDist(12, 1)); tr(n.overlap, 5); tr(NormalDist, 0, -1); z = NormalDist(1, 0)
for f in z.pdf, z.cdf, z.zscore, z.overlap: tr(f, z if f == z.overlap else 1)
tr(NormalDist.from_samples, [1, 2, 3, 7.5]); print(issubclass(StatisticsError, ValueError), n.__getstate__())
