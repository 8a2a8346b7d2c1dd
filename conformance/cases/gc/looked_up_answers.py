# covers: Objects, values and types; Customizing attribute access
"""What was found in a class does not keep it alive."""

import gc
import weakref


def make():
    class Owner:
        def method(self):
            return super().__init__

        @classmethod
        def of_class(cls):
            return cls

    class Derived(Owner):
        value = object.__new__(type("Target", (), {}))

    instance = Derived()
    instance.method()
    instance.of_class()
    Derived.of_class()
    return weakref.ref(Owner), weakref.ref(Derived), weakref.ref(instance.value)


references = make()
gc.collect()
print([reference() for reference in references])
