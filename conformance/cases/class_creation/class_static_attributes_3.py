# covers: Customizing class creation; Creating the class object
class D:
    def f(self):
        self.outer = 1
        def nested():
            self.inner = 2
        return nested
print(sorted(D.__static_attributes__))
