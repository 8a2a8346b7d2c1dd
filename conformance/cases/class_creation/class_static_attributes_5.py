# covers: Customizing class creation; Creating the class object
class D:
    def f(other):
        self = other
        self.local = 1
        other.first = 2
print(sorted(D.__static_attributes__))
