# Turning trees of mixed objects into a list of codes and back, as pickle does, by the class of each.


class Point:
    def __init__(self, x, y):
        self.x = x
        self.y = y

    def __eq__(self, other):
        return type(other) is Point and (self.x, self.y) == (other.x, other.y)


class Writer:
    def __init__(self):
        self.out = []
        self.memo = {}

    def write(self, value):
        WRITERS.get(type(value), Writer.write_object)(self, value)

    def write_plain(self, value):
        self.out.append(value)

    def write_sequence(self, value):
        known = self.memo.get(id(value))
        if known is not None:
            self.out.append("G")
            self.out.append(known)
            return
        self.memo[id(value)] = len(self.memo)
        self.out.append("T" if isinstance(value, tuple) else "L")
        self.out.append(len(value))
        for item in value:
            self.write(item)

    def write_dict(self, value):
        self.out.append("D")
        self.out.append(len(value))
        for key, item in value.items():
            self.write(key)
            self.write(item)

    def write_object(self, value):
        self.out.append("O")
        self.out.append(type(value).__name__)
        self.write_dict(value.__dict__)


WRITERS = {
    int: Writer.write_plain,
    float: Writer.write_plain,
    bool: Writer.write_plain,
    type(None): Writer.write_plain,
    str: lambda writer, value: writer.out.append("S" + value),
    list: Writer.write_sequence,
    tuple: Writer.write_sequence,
    dict: Writer.write_dict,
}


class Reader:
    def __init__(self, codes):
        self.codes = iter(codes)
        self.memo = []

    def read(self):
        code = next(self.codes)
        if not isinstance(code, str):
            return code
        kind = code[0]
        if kind == "S":
            return code[1:]
        if kind == "L" or kind == "T":
            place = len(self.memo)
            self.memo.append(None)
            items = [self.read() for _ in range(next(self.codes))]
            self.memo[place] = items if kind == "L" else tuple(items)
            return self.memo[place]
        if kind == "G":
            return self.memo[next(self.codes)]
        if kind == "D":
            return self.read_dict()
        point = object.__new__({"Point": Point}[next(self.codes)])
        next(self.codes)
        point.__dict__.update(self.read_dict())
        return point

    def read_dict(self):
        made = {}
        for _ in range(next(self.codes)):
            key = self.read()
            made[key] = self.read()
        return made


shared = (1, 2.5, "three")
data = [
    {"id": i, "name": f"item {i}", "tags": ["a", "b", shared], "at": Point(i, -i), "none": None}
    for i in range(9000)
]
writer = Writer()
writer.write(data)
print(len(writer.out), writer.out[:12])
back = Reader(writer.out).read()
print(back == data, back[7]["at"].x, back[7]["tags"][2] is back[8]["tags"][2])
