# covers: Implementing Descriptors; Invoking Descriptors; __get__
class Getter:
    def __get__(*args): return lambda *more: ('bound', len(more))
    def __call__(*args): return ('called', len(args))
class Descriptor:
    __get__ = Getter()
class Owner:
    attr = Descriptor()
print(Owner().attr)
