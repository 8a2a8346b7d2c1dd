# covers: The standard type hierarchy; module.__dir__
# Class methods of native types as descriptors.
d=dict.__dict__['fromkeys']
class E(dict): pass
for f in (lambda: d(dict,'ab'), lambda: d(E,'a'), lambda: d(), lambda: d(5), lambda: d(int), lambda: d.__get__(None,int), lambda: d.__get__(5), lambda: d.__get__({})('a'), lambda: d.__get__(5,dict)('a'),lambda: d.__get__(None,5), lambda: type.__dir__(E)==sorted(type.__dir__(E)), lambda: 'fromkeys' in type.__dir__(E), lambda: E.__dir__, lambda: type.__dir__(5), lambda: sorted(set(dir(type))-set(dir(object)))):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
