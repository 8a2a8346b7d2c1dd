# covers: The standard type hierarchy
import copy
import time
t = time.struct_time
g = time.gmtime(0)
print(g, len(g), g.tm_zone, g.tm_gmtoff, t.n_fields, t.n_sequence_fields, t.n_unnamed_fields, t.__match_args__)
print(t("1234567890").tm_zone, t(range(9), {"tm_zone": "Z"}).tm_zone, t(sequence=range(9)).tm_gmtoff)
for bad in (lambda: t(), lambda: t(None), lambda: t("123"), lambda: t("123456789", dict=None), lambda: t("1234567890", {"tm_zone": 1}),
            lambda: t(range(9), {"tm_year": 1}), lambda: t(range(9), {"nothing": 1}), lambda: t(range(12)), lambda: copy.replace(g, x=1),
            lambda: g.__replace__(1), lambda: setattr(g, "tm_year", 1), lambda: setattr(g, "tm_zone", 1)):
    try: print(bad())
    except Exception as e: print(type(e).__name__, e)
print(copy.replace(g, tm_year=2000, tm_zone="X"), copy.replace(g, tm_zone="X").tm_zone, copy.copy(g) == g, copy.deepcopy(g).tm_zone)
print(g + (1,), g[::4], hash(g) == hash(tuple(g)))
