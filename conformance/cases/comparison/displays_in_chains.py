# covers: Basic customization; __ge__; __contains__
# A display on the right of `in` may become a constant only where nothing else sees it.
class Shows:
    def __le__(self, other):
        return f"le {other!r}"


o = Shows()
print(2 not in [] >= o, 1 in [1] >= o, 1 in {1} >= o, 3 in [3] == [3], 3 in [1, 2] == o)
for text in ("2 not in [] >= 1", "1 in [1] < 5", "1 in {1} < 5", "1 < 2 in [2]", "1 in [1, 2] != 3 in [3, 4]",
             "5 in [] is []", "1 in [1] in [[1]]"):
    try:
        print(text, eval(text))
    except TypeError as error:
        print(text, error)
