# limits: --max-memory 48M --max-ticks 4000000 ; expect: within 3 s of CPU, RSS < 130 MB, exit 0..3, no abort
import pprint
class R(dict):
    def __repr__(self): return pprint.pformat(self)
    __hash__ = None
class K:
    def __lt__(self, o): return pprint.pformat({K(): 1, K(): 2})
    def __repr__(self): return pprint.pformat([self])
for x in (R(a=1), K(), {K(): 1, K(): 2}):
    try: pprint.pformat(x)
    except RecursionError: print('rec')
