# covers: The standard type hierarchy
# An exception group shows its members, nested and with their causes.
def member(n):
    try:
        if n == 2:
            1 / 0
        raise ValueError(f"member {n}")
    except (ValueError, ZeroDivisionError) as e:
        e.add_note(f"note {n}")
        return e


inner = ExceptionGroup("inner", [member(1), TypeError("plain")])
raise ExceptionGroup("outer", [member(2), inner, KeyError("k")])
