"""`binascii`, the parts that the tests and the modules below them use: bytes as hexadecimal digits and back, checksums."""


class Error(ValueError):
    pass


class Incomplete(Exception):
    pass


def hexlify(data, sep=None, bytes_per_sep=1):
    data = bytes(memoryview(data))
    return (data.hex() if sep is None else data.hex(sep, bytes_per_sep)).encode()


b2a_hex = hexlify


def unhexlify(text, /):
    if isinstance(text, (bytes, bytearray, memoryview)):
        text = bytes(text).decode("latin-1")
    if len(text) % 2:
        raise Error("Odd-length string")
    if not all(each in "0123456789abcdefABCDEF" for each in text):
        raise Error("Non-hexadecimal digit found")
    return bytes.fromhex(text)


a2b_hex = unhexlify


def crc32(data, crc=0, /):
    crc ^= 0xffffffff
    for byte in bytes(data):
        crc ^= byte
        for _ in range(8):
            crc = crc >> 1 ^ 0xedb88320 * (crc & 1)
    return crc ^ 0xffffffff
