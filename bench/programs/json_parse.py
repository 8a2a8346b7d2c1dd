# A parser of JSON by hand: characters, slices, recursion; and a printer.


class Parser:
    def __init__(self, text):
        self.text = text
        self.at = 0

    def space(self):
        text, at = self.text, self.at
        while at < len(text) and text[at] in " \n\t\r":
            at += 1
        self.at = at

    def value(self):
        self.space()
        c = self.text[self.at]
        if c == "{":
            return self.object()
        if c == "[":
            return self.array()
        if c == '"':
            return self.string()
        for word, value in (("true", True), ("false", False), ("null", None)):
            if self.text.startswith(word, self.at):
                self.at += len(word)
                return value
        return self.number()

    def object(self):
        made = {}
        self.at += 1
        self.space()
        while self.text[self.at] != "}":
            key = self.string()
            self.space()
            self.at += 1
            made[key] = self.value()
            self.space()
            if self.text[self.at] == ",":
                self.at += 1
                self.space()
        self.at += 1
        return made

    def array(self):
        made = []
        self.at += 1
        self.space()
        while self.text[self.at] != "]":
            made.append(self.value())
            self.space()
            if self.text[self.at] == ",":
                self.at += 1
        self.at += 1
        return made

    def string(self):
        end = self.at + 1
        pieces = []
        start = end
        while True:
            c = self.text[end]
            if c == '"':
                break
            if c == "\\":
                pieces.append(self.text[start:end])
                pieces.append({"n": "\n", "t": "\t"}.get(self.text[end + 1], self.text[end + 1]))
                end += 1
                start = end + 1
            end += 1
        pieces.append(self.text[start:end])
        self.at = end + 1
        return "".join(pieces)

    def number(self):
        end = self.at
        while end < len(self.text) and self.text[end] in "0123456789+-.eE":
            end += 1
        digits = self.text[self.at:end]
        self.at = end
        if "." in digits or "e" in digits:
            return float(digits)
        return int(digits)


def quote(text):
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n") + '"'


def show(value):
    if value is None:
        return "null"
    if value is True:
        return "true"
    if value is False:
        return "false"
    if isinstance(value, str):
        return quote(value)
    if isinstance(value, list):
        return "[" + ", ".join(map(show, value)) + "]"
    if isinstance(value, dict):
        return "{" + ", ".join(f"{quote(k)}: {show(v)}" for k, v in value.items()) + "}"
    return repr(value)


data = [
    {"id": i, "name": f"name {i}\n", "ratio": i / 7, "on": i % 2 == 0, "none": None, "list": [i, -i, "x"]}
    for i in range(3000)
]
text = show(data)
parsed = Parser(text).value()
print(len(text), parsed == data, parsed[3])
print(show(parsed) == text)
