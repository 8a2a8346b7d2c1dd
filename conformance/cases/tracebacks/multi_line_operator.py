# covers: Emulating numeric types
# The marks of a binary operator whose operands stand on several lines.
x = "text"
total = (
    1 +
    2 +
    x
)
