# Integers of thousands of digits: pi by a spigot, factorials, powers with a modulus.


def pi_digits(n):
    made = []
    q, r, t, k, m, x = 1, 0, 1, 1, 3, 3
    while len(made) < n:
        if 4 * q + r - t < m * t:
            made.append(m)
            q, r, m = 10 * q, 10 * (r - m * t), (10 * (3 * q + r)) // t - 10 * m
        else:
            q, r, t, k, m, x = (
                q * k, (2 * q + r) * x, t * x, k + 1, (q * (7 * k + 2) + r * x) // (t * x), x + 2
            )
    return "".join(map(str, made))


def factorial(n):
    product = 1
    for i in range(2, n + 1):
        product *= i
    return product


print(pi_digits(1800)[-20:])
print(factorial(4000) % (10 ** 9 + 7), len(str(factorial(1000))))
print(pow(3, 10 ** 60, 10 ** 40 + 7))
