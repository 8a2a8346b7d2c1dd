# covers: The standard type hierarchy
# A NameError suggests a local, global or built-in name.
def f():
    counter = 1
    return countr + counter


f()
