# covers: Basic customization
# What the program left in builtins dies before its own names do.
import builtins


class A:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("del", self.name, len([1]))


class M(type):
    def __del__(cls):
        print("del class", cls.__name__)


class C(metaclass=M):
    pass


a = A("own")
builtins.kept = A("kept")
raise SystemExit(3)
