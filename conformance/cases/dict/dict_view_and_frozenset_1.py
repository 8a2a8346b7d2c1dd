# covers: Emulating container types
print(type({'a': 1}.keys() & frozenset('a')).__name__)
