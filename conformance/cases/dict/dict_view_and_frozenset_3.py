# covers: Emulating container types
print({1: 2}.keys() & frozenset([1, 2]), frozenset([(1, 2)]) & {1: 2}.items())
