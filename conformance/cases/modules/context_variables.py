# covers: The standard type hierarchy
import contextvars, re
from contextvars import Context, ContextVar, Token, copy_context
v, w = ContextVar("v"), ContextVar("w", default=7)
plain = lambda x: re.sub(" at 0x[0-9a-f]+", "", repr(x))
print(plain(v), plain(w), v.name, w.get(), v.get(3))
try: v.get()
except LookupError as e: print(type(e).__name__, plain(e.args[0]))
token = v.set(1); second = v.set(2)
print(plain(token), token.old_value is Token.MISSING, second.old_value, token.var is v, plain(Token.MISSING))
v.reset(second); print(v.get())
for bad in (lambda: v.reset(second), lambda: w.reset(token), lambda: v.reset(3), lambda: ContextVar(3), lambda: Token(), lambda: copy_context()["v"]):
    try: print(bad())
    except Exception as e: print(type(e).__name__, plain(str(e)))
ctx = copy_context()
def inside():
    v.set("inside"); w.set("w")
    try: ctx.run(print)
    except RuntimeError as e: print(plain(str(e)))
    return v.get()
print(ctx.run(inside), v.get(), w.get(), ctx[v], v in ctx, len(ctx), sorted(x.name for x in ctx), ctx.get(w), Context().get(v, "none"))
try: ctx.run(lambda: token.var.reset(token))
except ValueError as e: print(plain(str(e)))
print(ctx == ctx.copy(), ctx == copy_context(), dict(ctx.items()) == {v: "inside", w: "w"}, sorted(ctx.values()))
def fails(): v.set("lost"); 1/0
try: ctx.run(fails)
except ZeroDivisionError: print(v.get(), ctx[v])
for cls in (Context, ContextVar, Token):
    try: type("X", (cls,), {})
    except TypeError as e: print("final")
