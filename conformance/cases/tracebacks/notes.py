# covers: The standard type hierarchy
# Notes of any kind follow the message.
e = ValueError("with notes")
e.add_note("first note")
e.add_note("two\nlines")
e.__notes__.append(5)
e.__notes__.append("")
e.__notes__.append("last")
raise e
