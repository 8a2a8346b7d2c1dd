# Calls of methods: own, inherited, by super, with defaults and keywords.


class Toggle:
    def __init__(self, state):
        self.state = state

    def value(self):
        return self.state

    def activate(self):
        self.state = not self.state
        return self


class NthToggle(Toggle):
    def __init__(self, state, most):
        super().__init__(state)
        self.most = most
        self.count = 0

    def activate(self, by=1, *, quiet=True):
        self.count += by
        if self.count >= self.most:
            super().activate()
            self.count = 0
        return self


toggle = Toggle(True)
nth = NthToggle(True, 3)
on = 0
for _ in range(250000):
    on += toggle.activate().value()
    on += nth.activate().value()
    on += nth.activate(by=2, quiet=False).value()
print(on, toggle.value(), nth.value())
