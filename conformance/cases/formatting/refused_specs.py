# covers: Basic customization
"""Which complaint comes first where a format specification is wrong in several ways."""

for value in 1, 1.5, 1j, "text":
    for spec in ",,", "__", ",_", "_,", ",", "_", "010", "#", "=5", "+", ",s", "#,", "0=,", "+010", "q", ",q", ".2,", "010,":
        try:
            print(repr(value), spec, repr(format(value, spec)))
        except ValueError as error:
            print(repr(value), spec, error)
