# covers: Emulating callable objects
print(str.maketrans.__qualname__)
