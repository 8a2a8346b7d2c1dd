# covers: Emulating generic types
def helper(): pass
print(list[helper])
