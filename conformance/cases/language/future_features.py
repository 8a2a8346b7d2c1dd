# covers: The standard type hierarchy; function.__annotations__
# ours: __future__
# What __future__ says of each feature, and that its statement takes known names only.
from __future__ import annotations, generator_stop, division as d
import __future__
for name in __future__.all_feature_names:
    f = getattr(__future__, name)
    print(name, f, f.getOptionalRelease(), f.getMandatoryRelease(), hex(f.compiler_flag))
print(sorted(n for n in dir(__future__) if n.startswith("CO_")), __future__.__all__[:2], d is __future__.division)
def f(x: undefined, *y: also.undefined) -> "text": ...
print(f.__annotations__["x"], f.__annotations__["y"])
for text in ("from __future__ import nope", "from __future__ import braces", "x = 1\nfrom __future__ import annotations", "from __future__ import *", "from __future__ import annotations as a, division"):
    try:
        exec(text)
        print("fine")
    except SyntaxError as e:
        print(e.msg, e.lineno)
print(compile("x: int", "f", "exec", __future__.annotations.compiler_flag).co_flags & 0x1000000 != 0)
