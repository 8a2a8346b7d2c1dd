# covers: Basic customization
# A chain of 30,000 objects with __del__ dies from its head without recursion; so does one whose __del__
# drops the next link.
class N:
    count = 0

    def __init__(self, next):
        self.next = next

    def __del__(self):
        N.count += 1


head = None
for i in range(30000):
    head = N(head)
del head
print(N.count)


class Shown(N):
    def __del__(self):
        super().__del__()
        if N.count % 10000 == 0:
            print(N.count)


head = None
for i in range(30000):
    head = Shown(head)
head = None
print(N.count)
chain = None
for i in range(30000):
    chain = [N(None), chain]
del chain
print(N.count)
for i in range(30000):
    chain = Shown(None)
    chain.me = chain
import gc
del chain
gc.collect()
print(N.count)
