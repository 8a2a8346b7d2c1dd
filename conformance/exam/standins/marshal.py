"""`marshal`: constants as bytes and back, in a form of its own."""
version = 4

_CONSTANTS = {b"N": None, b"T": True, b"F": False, b".": Ellipsis, b"S": StopIteration}


def _write(value, out):
    for mark, constant in _CONSTANTS.items():
        if value is constant:
            out += mark
            return
    kind = type(value)
    if kind in (tuple, list, set, frozenset, dict):
        items = [each for pair in value.items() for each in pair] if kind is dict else value
        out += {tuple: b"(", list: b"[", set: b"<", frozenset: b">", dict: b"{"}[kind] + b"%d;" % len(items)
        for each in items:
            _write(each, out)
    elif kind in (int, float, complex):
        text = (value.hex() if kind is float else repr(value)).encode()
        out += {int: b"i", float: b"g", complex: b"y"}[kind] + b"%d;" % len(text) + text
    elif kind in (str, bytes):
        data = value if kind is bytes else value.encode("utf-8", "surrogatepass")
        out += (b"s" if kind is bytes else b"u") + b"%d;" % len(data) + data
    else:
        raise ValueError("unmarshallable object")


def _read(data, at):
    mark = data[at:at + 1]
    if not mark:
        raise EOFError("marshal data too short")
    if mark in _CONSTANTS:
        return _CONSTANTS[mark], at + 1
    end = data.index(b";", at)
    count, at = int(data[at + 1:end]), end + 1
    if mark in b"([<>{":
        items = []
        for _ in range(count):
            item, at = _read(data, at)
            items.append(item)
        if mark == b"{":
            return dict(zip(items[::2], items[1::2])), at
        return {b"(": tuple, b"[": list, b"<": set, b">": frozenset}[mark](items), at
    content = data[at:at + count]
    if len(content) < count:
        raise EOFError("marshal data too short")
    make = {b"i": int, b"g": lambda text: float.fromhex(text.decode()), b"y": lambda text: complex(text.decode()),
            b"s": bytes, b"u": lambda text: text.decode("utf-8", "surrogatepass")}[mark]
    return make(content), at + count


def dumps(value, version=version, /, *, allow_code=True):
    out = bytearray()
    _write(value, out)
    return bytes(out)


def loads(data, /, *, allow_code=True):
    return _read(bytes(data), 0)[0]


def dump(value, file, version=version, /):
    file.write(dumps(value))


def load(file, /):
    return loads(file.read())
