# covers: Customizing class creation; Creating the class object
class D:
    def a(this): this.by_this = 1
    def c(x, self): self.second = 1
print(sorted(D.__static_attributes__))
