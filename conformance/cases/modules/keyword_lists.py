# covers: The standard type hierarchy
# keyword: the words themselves, soft ones, and that they cannot be assigned.
import keyword
print(keyword.kwlist); print(keyword.softkwlist); print(keyword.__all__)
print([keyword.iskeyword(w) for w in ("if", "If", "match", "None", "print", "", "async")], [keyword.issoftkeyword(w) for w in ("match", "_", "type", "case", "if")])
for w in keyword.kwlist:
    try:
        exec(f"{w} = 1")
        print(w, "assigned")
    except SyntaxError as e:
        print(w, e.msg)
for w in keyword.softkwlist:
    ns = {}
    exec(f"{w} = 1\nprint({w})", ns)
for bad in (None, 5, []):
    try:
        print(keyword.iskeyword(bad))
    except TypeError as e:
        print(e)
