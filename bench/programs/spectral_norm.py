# Float arithmetic in comprehensions.


def a(i, j):
    return 1.0 / ((i + j) * (i + j + 1) // 2 + i + 1)


def times(vector):
    n = range(len(vector))
    return [sum(a(i, j) * vector[j] for j in n) for i in n]


def times_transposed(vector):
    n = range(len(vector))
    return [sum(a(j, i) * vector[j] for j in n) for i in n]


u = [1.0] * 110
for _ in range(10):
    v = times_transposed(times(u))
    u = times_transposed(times(v))
vbv = vv = 0
for ue, ve in zip(u, v):
    vbv += ue * ve
    vv += ve * ve
print(f"{(vbv / vv) ** 0.5:.9f}")
