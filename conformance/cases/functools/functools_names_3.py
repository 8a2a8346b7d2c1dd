# covers: Implementing Descriptors
import functools
for name in ('RLock', 'GenericAlias', 'namedtuple', 'recursive_repr', 'get_cache_token'):
    print(name, hasattr(functools, name))
