# covers: Emulating callable objects; __call__
# What is starred and is no iterable or mapping: the message names a function, and shows anything else with str().
class Shown:
    def __str__(self):
        print('asked')
        return 'shown'
    def __call__(self, *args):
        return args
class Fails:
    def __str__(self):
        raise ValueError('no text')
def function(): pass
for callee in (Shown(), 5, None, ('a', 1), 'text', len, function, Shown, Shown().__call__, Fails(), [1]):
    for call in (lambda: callee(*1), lambda: callee(**1), lambda: callee(1, *None), lambda: callee(a=1, **2)):
        try:
            call()
        except Exception as e:
            print(type(e).__name__, e)
