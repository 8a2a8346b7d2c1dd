# covers: The standard type hierarchy
print(ascii(format('a', '\ud800>3')))
