# covers: class.__doc__
# The docstring of a new class must be encodable; what is set later need not be.
for doc in ("x", "\xc4", "\U0001f40d", "x\0y", b"x", 42, None):
    print(ascii(type("A", (), {"__doc__": doc}).__doc__))
try: type("A", (), {"__doc__": "x\udcdcy"})
except UnicodeEncodeError as e: print(ascii(str(e)))
A = type("A", (), {})
A.__doc__ = "x\udcdcy"
print(ascii(A.__doc__))
