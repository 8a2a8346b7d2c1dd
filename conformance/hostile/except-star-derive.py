# limits: --max-memory 48M --max-ticks 4000000 ; expect: within 3 s of CPU, RSS < 130 MB, exit 0..3, no abort
class G(ExceptionGroup):
    def derive(self, excs): return self
    def split(self, c): return self, self
    def subgroup(self, c): return self
try:
    try: raise G('', [G('', [ValueError()]), TypeError()])
    except* ValueError: raise
    except* TypeError: pass
except BaseException as e: print(type(e).__name__)
class H(ExceptionGroup):
    def derive(self, excs): return H('', [H('', excs)]).derive(excs)
try:
    try: raise H('', [ValueError(), TypeError()])
    except* ValueError: pass
except (RecursionError, ExceptionGroup) as e: print(type(e).__name__)
