# covers: The standard type hierarchy
# ours: statistics
# statistics.kde and kde_random: every kernel, data that grows, seeds, errors.
import statistics
data = [-2.1, -1.3, -0.4, 1.9, 5.1, 6.2]
for k in "normal gauss logistic sigmoid rectangular uniform triangular parabolic epanechnikov quartic biweight triweight cosine nope".split():
    try:
        f, g, r = statistics.kde(data, 1.5, k), statistics.kde(data, 1.5, k, cumulative=True), statistics.kde_random(data, 1.5, k, seed=5)
        print(k, f.__doc__, g.__doc__, r.__doc__)
        print([round(f(x / 3), 13) for x in range(-10, 20, 3)], [round(g(x / 3), 13) for x in range(-10, 20, 3)], [round(r(), 12) for _ in range(5)])
    except Exception as e:
        print(k, type(e).__name__, e)
for a in ([], 1.0), (["a"], 1.0), ([1], 0), ([1], -1), ([1], "x"), (5, 1), ([1], 1, "cosine", 3):
    for f in statistics.kde, statistics.kde_random:
        try:
            print(type(f(*a)))
        except Exception as e:
            print(type(e).__name__, e)
grow = [1, 2]
for kernel in ("cosine", "normal"):
    f = statistics.kde(grow, 1, kernel)
    before = f(2.5)
    grow.append(3)
    print(round(before, 12), round(f(2.5), 12))
rand = statistics.kde_random(data, h=1.5, seed=8675309)
print([round(rand(), 1) for _ in range(10)])
