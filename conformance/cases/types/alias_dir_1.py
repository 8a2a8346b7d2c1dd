# covers: Emulating generic types
print('append' in dir(list[int]), '__origin__' in dir(list[int]))
