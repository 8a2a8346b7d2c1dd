# covers: Emulating container types
# The marks under a subscript within a longer expression.
data = {"a": [1, 2, {"b": None}]}
print(data["a"][2]["b"])
value = 5 + data["a"][2]["b"]["c"] + len(data)
