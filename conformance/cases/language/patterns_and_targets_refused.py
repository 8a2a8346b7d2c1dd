# covers: The standard type hierarchy
# Patterns that can never match or never be reached, targets that a comprehension may not bind, leaving except*, and
# __class__ in a comprehension of a class body.
def t(code):
    try:
        exec(code, {"__name__": "m"})
        print("fine")
    except Exception as error:
        print(type(error).__name__, error)

for key in ("0: _, False: _", "0: _, 0.0: _", "0: _, 0j: _", "1: _, True: _", "'a': _, b'a': _", "0: _, 1: _"):
    t(f"match {{}}:\n    case {{{key}}}:\n        pass")
t("match 1:\n    case (None | _) | _:\n        pass")
t("match 1:\n    case (1 | _):\n        pass\n    case 2:\n        pass")
t("match 1:\n    case 1 | _:\n        pass")
t("[i for i in range(5) if (j := 0) for j in range(5)]")
t("{i: 1 for i in range(5) if (j := 0) for j, k in [(0, 1)]}")
t("[[j for j in range(2)] for i in range(5) if (j := 0)]")
t("for x in [1]:\n  try: pass\n  except* ValueError:\n    break")
t("try: pass\nexcept* ValueError:\n  break")
t("try: pass\nexcept* ValueError:\n  for x in 1, 2:\n    break")
t("try: pass\nexcept* ValueError:\n  continue")
t("class C:\n  res = [__class__ for x in [1]]")
t("__class__ = 2\nclass C:\n  res = [__class__ for x in [1]]\nprint(C.res)")
t("class C:\n  res = list(__class__ for x in [1])")
