# covers: The standard type hierarchy
# errno's numbers, the names of them, and the exceptions that they choose.
import errno
print(len(errno.errorcode), [n for n in errno.errorcode if errno.errorcode[n] != [m for m in dir(errno) if getattr(errno, m) == n][0]])
for name in sorted(n for n in dir(errno) if n.startswith('E')):
    print(name, getattr(errno, name), errno.errorcode[getattr(errno, name)], type(OSError(getattr(errno, name), 'x')).__name__)
print(errno.__name__, type(errno.errorcode), sorted(errno.errorcode)[:6])
