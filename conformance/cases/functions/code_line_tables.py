# covers: code.co_lnotab
# co_linetable and co_lnotab are bytes that tell the same places as co_positions and co_lines.
import warnings
def f(a):
    b = 1

    c = (a +
         b)
    return [x for x in range(c)
            if x]
code = f.__code__
with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    notes = code.co_lnotab
print(type(notes), [(w.category.__name__, str(w.message)) for w in caught])
lines, line = [], code.co_firstlineno
for step in notes[1::2]:
    line += step - 256 if step > 127 else step
    lines.append(line - code.co_firstlineno)
told = {line - code.co_firstlineno for _, _, line in code.co_lines() if line}
print(set(lines) <= told, max(lines))

def places(code):
    """The places of a table, as its format says."""
    table, line, found = iter(code.co_linetable), code.co_firstlineno, []
    def number():
        value = shift = 0
        while True:
            byte = next(table)
            value |= (byte & 63) << shift
            shift += 6
            if not byte & 64:
                return value
    def signed():
        value = number()
        return -(value >> 1) if value & 1 else value >> 1
    for first in table:
        kind, count = first >> 3 & 15, (first & 7) + 1
        end_line = column = end = None
        if kind == 15:
            found += [(None,) * 4] * count
            continue
        if kind == 14:
            line += signed()
            end_line, column, end = line + number(), number() - 1, number() - 1
        elif kind == 13:
            line += signed()
        elif kind >= 10:
            line += kind - 10
            column, end = next(table), next(table)
        else:
            byte = next(table)
            column, end = kind * 8 + (byte >> 4), kind * 8 + (byte >> 4) + (byte & 15)
        found += [(line, end_line or line, column, end)] * count
    return found
for c in (code, (lambda: 0).__code__, compile("x = 1\n" * 300 + "y = (\n" + "\n" * 300 + "2)", "f", "exec")):
    print(len(places(c)) == len(list(c.co_positions())), places(c) == list(c.co_positions()))
    print(c.replace(co_linetable=c.co_linetable) == c)
