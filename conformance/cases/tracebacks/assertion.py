# covers: The standard type hierarchy
# assert with a message that is any object.
try:
    assert 1 + 1 == 3
except AssertionError as e:
    print(repr(e), e.args)
assert [] or (), {"message": [1, 2]}
