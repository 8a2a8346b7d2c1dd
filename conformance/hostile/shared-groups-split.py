# limits: --max-memory 48M --max-ticks 4000000 ; expect: within 3 s of CPU, RSS < 130 MB, exit 0..3, no abort
g = ValueError()
for i in range(60): g = ExceptionGroup('', [g, g])
class G(ExceptionGroup):
    def derive(self, e): return None
h = ValueError()
for i in range(60): h = G('', [h, h])
for x in (g, h):
    try: x.split(TypeError)
    except BaseException as e: print(type(e))
