# covers: The standard type hierarchy; Emulating numeric types
# Truth values count as 0 and 1 wherever numbers are meant, and keep their class in messages.
big = (1 << 61) - 1
n = 0
for flag in (True, False, True):
    n += flag
    print(n, n + flag, flag + n, flag - n, n - flag, n * flag, flag * n, flag + flag, flag - True, flag * flag, type(flag + 0), type(flag & flag), type(flag | 1), flag ^ True)
print(big + True, -big - 2 - True, True + big, big * True, True + 1.5, True * "ab", "ab" * True, [1] * False, True / 2, True // 1, True % 2, True ** 2, True << 3)
for work in (lambda: True + "a", lambda: True - None, lambda: True + []):
    try:
        work()
    except TypeError as e:
        print(e)
class B:
    def __radd__(self, other):
        return type(other)
print(True + B())
