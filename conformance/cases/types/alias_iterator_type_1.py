# covers: Emulating generic types
print(type(iter(list[int])).__name__)
