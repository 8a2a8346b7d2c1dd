# Splitting text and counting in a dict.

WORDS = """the object model of a language says what its programs mean and the evaluator says how
they run so that one can be exchanged without the other a class an instance a method and a
descriptor are all objects and each of them has a class which is an object again""".split()


def text(lines):
    x = 7
    made = []
    for _ in range(lines):
        line = []
        for _ in range(12):
            x = (x * 1103515245 + 12345) % 2147483648
            line.append(WORDS[(x >> 8) % len(WORDS)])
        made.append(" ".join(line).capitalize() + ".")
    return "\n".join(made)


def count(text):
    counts = {}
    for line in text.splitlines():
        for word in line.replace(".", "").lower().split():
            counts[word] = counts.get(word, 0) + 1
    return counts


counts = count(text(15000))
for word, n in sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))[:5]:
    print(f"{word:<12}{n:>6}")
print(len(counts), sum(counts.values()))
