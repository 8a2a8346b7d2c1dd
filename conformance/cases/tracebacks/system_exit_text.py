# covers: The standard type hierarchy
# SystemExit with anything else prints it and ends with 1.
print("before")
raise SystemExit(["not", "a", "number"])
