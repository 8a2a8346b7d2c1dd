# covers: Emulating callable objects
# A call that does not match the signature, in the caller's frame.
class C:
    def method(self, a, *, key):
        return a, key


def caller():
    c = C()
    print(c.method(1, key=2))
    return c.method(1,
                    2, key=3)


caller()
