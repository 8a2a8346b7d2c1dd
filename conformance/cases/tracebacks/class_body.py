# covers: Executing the class body
# An error in a class body inside a function.
def build():
    class Inner:
        x = 1

        class Deeper:
            y = x

    return Inner


build()
