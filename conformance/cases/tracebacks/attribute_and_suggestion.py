# covers: Customizing attribute access
# An AttributeError on an object with a similar name suggests it.
class Robot:
    colour = "red"

    def walk(self):
        return self.color


Robot().walk()
