# covers: The standard type hierarchy
# A NameError that a built-in name is near.
print("before")
pritn("after")
